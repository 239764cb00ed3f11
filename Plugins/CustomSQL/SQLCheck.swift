import RuleKit

/// One check of a standard: a query, and what its rows are told.
struct SQLCheck: Decodable, Sendable {
  /// Kebab name; the code of its findings is `sql-` and this.
  var name: String
  /// A select whose first column is the rowid of clients.
  var sql: String
  /// What a client found is told, in one text or by language.
  var message: Message?
  /// How grave it is.
  var severity: Severity?
  /// The field at fault; nil: the row as a whole.
  var field: String?

  /// A text in one language or both.
  struct Message: Decodable, Sendable {
    var text: Localized

    init(from decoder: any Decoder) throws {
      if let both = try? decoder.singleValueContainer().decode(String.self) {
        text = Localized(en: both, ru: both)
      } else {
        text = try Localized(from: decoder)
      }
    }
  }

  /// The code of its findings.
  var code: String { "sql-\(name)" }

  /// Small Latin letters, digits and dashes, a letter first.
  var hasGoodName: Bool {
    guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else {
      return false
    }
    return name.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
  }

  /// Arguments of its findings: the texts of its message.
  var arguments: String {
    let text = message?.text ?? Localized(en: "found by the check \(name)", ru: "найдено проверкой \(name)")
    return FindingArguments.json(["en": text.en, "ru": text.ru])
  }
}
