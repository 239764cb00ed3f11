import RuleKit
import Tables

/// The ways to reach a client that a batch has columns for.
struct Channels {
  private enum Kind {
    case phone, email, handle
  }
  private let columns: [(kind: Kind, cells: TextView)]

  /// Whether the table has no column of any channel: then nothing can be said of reachability.
  var isEmpty: Bool { columns.isEmpty }

  /// Finds phones, e-mails and messengers, with their variants and repeats.
  init(of batch: Batch) {
    columns = batch.fields.indices.compactMap { index in
      let base = FieldName.split(batch.fields[index]).base
      let kind: Kind
      switch base {
      case "phone", "phone_mobile", "phone_work", "phone_home", "phone_other", "whatsapp", "viber":
        kind = .phone
      case "email", "email_work", "email_home", "email_other": kind = .email
      case "telegram": kind = .handle
      default: return nil
      }
      return (kind, batch.columns[index])
    }
  }

  /// Whether any channel of the row holds what could reach somebody.
  /// - Complexity: O(channels).
  func reach(_ row: Int) -> Bool {
    for (kind, cells) in columns where !cells.isNull(row) {
      let text = cells.utf8(at: row)
      let reaches =
        switch kind {
        case .phone: PhoneShape.isPlausible(text)
        case .email: EmailShape.isPlausible(text)
        case .handle: HandleShape.isPlausible(text) || PhoneShape.isPlausible(text)
        }
      if reaches { return true }
    }
    return false
  }
}

/// What a messenger's name looks like.
enum HandleShape {
  /// Telegram: 4 to 32 Latin letters, digits and `_`, a letter first; `@` or the site before it is allowed.
  static func isPlausible(_ text: Span<UInt8>) -> Bool {
    var start = 0
    for index in text.indices where text[index] == UInt8(ascii: "@") || text[index] == UInt8(ascii: "/") {
      start = index + 1
    }
    guard (4...32).contains(text.count - start), text[start].isLatinLetter else { return false }
    for index in start..<text.count {
      let byte = text[index]
      guard byte.isLatinLetter || byte.isDigit || byte == UInt8(ascii: "_") else { return false }
    }
    return true
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") <= 9 }
  var isLatinLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") <= 25 }
}
