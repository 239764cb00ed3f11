import FieldFormats
import Foundation

/// Test vectors and dictionaries on disk.
enum Vectors {
  /// Folder of the dictionaries: beside the tests, in the checkout.
  static let dictionaryFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Rules/dictionaries").path

  // Read once: every test asks for it.
  private static let shipped = Result { try Dictionaries.load(folder: dictionaryFolder) }

  /// A catalogue over the shipped dictionaries.
  static func catalogue() throws -> FormatCatalogue { FormatCatalogue(dictionaries: try shipped.get()) }

  /// Folder of the shared vectors, when the run names it.
  static var folder: String? {
    ProcessInfo.processInfo.environment["REVIZOR_STANDARDS"].map { $0 + "/vectors" }
  }

  /// Rows of one file of vectors, by column name.
  static func rows(_ file: String) throws -> [[String: String]] {
    guard let folder else { return [] }
    let table = cells(try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8))
    guard let header = table.first else { return [] }
    return table.dropFirst().map { row in
      Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
    }
  }

  /// Cells of a text by RFC 4180; line breaks within quotes stay.
  static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if isQuoted {
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if index < scalars.count, scalars[index] == "\"" {
          cell += "\""
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        row.append(cell)
        cell = ""
      case "\r": continue
      case "\n":
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [cell]) }
    return rows
  }

  /// The format and the options that a vector of this file and kind asks for; nil: another module's business.
  static func format(file: String, kind: String) -> (String, FormatOptions)? {
    var options = FormatOptions(region: "RU", now: "2026-11-22")
    switch file {
    case "phones.csv": return ("phone", options)
    case "emails.csv": return ("email", options)
    case "addresses.csv": return ("address", options)
    case "companies.csv": return ("org-name", options)
    case "names.csv": return kind == "diminutive" || kind == "translit_icao" ? nil : ("person-name", options)
    case "text.csv": return (kind == "quotes" ? "org-name" : "text", options)
    case "identifiers.csv":
      let formats = [
        "INN": "inn", "INN10": "inn", "INN12": "inn", "INN_LOST_ZERO": "inn", "INN_LOSSY": "inn",
        "KPP": "kpp",
        "OGRN": "ogrn", "GRN": "ogrn", "OGRNIP": "ogrnip", "OKPO8": "okpo", "OKPO10": "okpo",
        "OKVED2": "okved",
        "BIK_FMT": "bik", "BIK_LOST_ZERO": "bik", "BANK_ACC": "bank-account", "POSTCODE_RU": "postal-code",
        "SNILS": "snils", "PASSPORT_RF": "passport", "OKTMO_FMT": "oktmo", "OKATO_FMT": "okato", "LEI": "lei",
        "IBAN": "iban", "BIC_SWIFT": "bic", "EU_VAT": "eu-vat", "BY_UNP": "by-unp", "UA_EDRPOU": "ua-edrpou",
        "UA_RNTRC": "ua-rntrc", "MD_IDNO": "md-idno", "AZ_VOEN": "az-voen", "US_EIN": "us-ein",
        "KZ_BIN": "kz-bin", "KZ_IIN": "kz-iin", "UZ_PINFL": "uz-pinfl", "UZ_STIR_FMT": "uz-stir",
      ]
      return formats[kind].map { ($0, options) }
    case "values.csv":
      switch kind {
      case "date", "date_bad", "two_digit_year": return ("date", options)
      case "two_digit_year_dob":
        options.isBirthDate = true
        return ("date", options)
      case "excel_serial_1900", "excel_serial_1904":
        options.dateSystem = kind.hasSuffix("1904") ? .excel1904 : .excel1900
        return ("datetime", options)
      case "money", "boolean": return (kind, options)
      case "missing": return ("text", options)
      default: return nil
      }
    default: return nil
    }
  }
}
