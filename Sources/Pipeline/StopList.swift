import RuleKit
import Tables

/// People and firms that must not get into the output: phones, e-mail addresses, ИНН, names.
///
/// A record is on the list when one of its phones, e-mail addresses or its ИНН stands there. A name counts only where
/// a line of the list has nothing else: whoever is listed by phone is not to be taken for a namesake.
struct StopList: Sendable {
  /// Where a record was found on the list.
  struct Hit: Sendable, Equatable {
    /// The record's field.
    var field: String
    /// Address of the line of the list.
    var address: String
  }

  private enum Kind: UInt8 {
    case phone, email, inn, name
  }

  private struct Key: Hashable {
    var kind: Kind
    var text: String
  }

  private var addresses: [Key: String] = [:]

  /// A list of standardised lines.
  /// - Complexity: O(cells).
  init(_ base: OwnBase) {
    let columns = Self.columns(of: base.frame)
    for row in 0..<base.frame.rowCount {
      var keys = columns.compactMap { column in
        base.frame.columns[column.place][row].flatMap { Self.key(column.kind, $0) }
      }
      if keys.isEmpty { keys = Self.names(base.frame, row) }
      for key in keys where addresses[key] == nil { addresses[key] = base.address(of: row) }
    }
  }

  /// Whether there is nothing on it that a record could be held against.
  var isEmpty: Bool { addresses.isEmpty }

  /// The rows of a frame that are on the list.
  /// - Complexity: O(cells).
  func hits(in frame: Frame) -> [Int: Hit] {
    var hits: [Int: Hit] = [:]
    let columns = Self.columns(of: frame)
    for row in 0..<frame.rowCount {
      for column in columns where hits[row] == nil {
        guard let key = frame.columns[column.place][row].flatMap({ Self.key(column.kind, $0) }),
          let address = addresses[key]
        else { continue }
        hits[row] = Hit(field: frame.fields[column.place], address: address)
      }
      guard hits[row] == nil else { continue }
      for key in Self.names(frame, row) {
        if let address = addresses[key] { hits[row] = Hit(field: "name", address: address) }
      }
    }
    return hits
  }

  /// Columns that reach or number somebody.
  private static func columns(of frame: Frame) -> [(place: Int, kind: Kind)] {
    frame.fields.enumerated().compactMap { place, field in
      switch FieldName.split(field).base {
      case "phone", "phone_mobile", "phone_work", "phone_home", "phone_other", "fax", "whatsapp", "viber":
        (place, .phone)
      case "email", "email_work", "email_home", "email_other": (place, .email)
      case "inn", "tax_id": (place, .inn)
      default: nil
      }
    }
  }

  /// Digits of a number, letters of an address; nil where nothing is left to compare.
  private static func key(_ kind: Kind, _ text: String) -> Key? {
    switch kind {
    case .phone:
      // The last ten digits are the number within its country; a list may have it without the country's code.
      let digits = text.filter { $0.isASCII && $0.isNumber }
      return digits.count < 6 ? nil : Key(kind: kind, text: String(digits.suffix(10)))
    case .inn:
      let digits = text.filter { $0.isASCII && ($0.isNumber || $0.isLetter) }.uppercased()
      return digits.count < 6 ? nil : Key(kind: kind, text: digits)
    case .email: return text.contains("@") ? Key(kind: kind, text: text.lowercased()) : nil
    case .name: return nil
    }
  }

  /// Names of a record: of the firm, and of the person in whatever order the parts stand.
  private static func names(_ frame: Frame, _ row: Int) -> [Key] {
    let parts = ["last_name", "first_name", "middle_name"].compactMap { frame.text($0, row) }
    let person = frame.text("person_full_name", row) ?? (parts.count > 1 ? parts.joined(separator: " ") : nil)
    return [frame.text("org_name", row), person].compactMap { text in
      let words = (text ?? "").lowercased().replacing("ё", with: "е")
        .split { !$0.isLetter && !$0.isNumber }.sorted()
      return words.isEmpty ? nil : Key(kind: .name, text: words.joined(separator: " "))
    }
  }
}
