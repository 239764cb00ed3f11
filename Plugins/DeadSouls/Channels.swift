import FieldFormats
import RuleKit
import Tables

/// The ways to reach a client that a batch has columns for.
struct Channels {
  private enum Kind {
    case phone, email, handle, address
  }
  private let columns: [(kind: Kind, cells: TextView)]
  private let shapes: ContactShapes
  private let suppressed: SuppressionList

  /// What a row's channels come to.
  struct Reach {
    /// Whether any channel could still reach somebody.
    var isOpen = false
    /// Whether a channel that looks well is known to lead to nobody.
    var hasBounced = false
    /// Whether somebody asked not to be written to or called.
    var hasOptedOut = false
    /// Kinds of contact that are filled with placeholders alone: phones, e-mails.
    var placeholders = 0
  }

  /// Whether the table has no column of any channel: then nothing can be said of reachability.
  var isEmpty: Bool { columns.isEmpty }

  /// Finds phones, e-mails and messengers, with their variants and repeats; addresses when they count.
  init(of batch: Batch, _ shapes: ContactShapes, _ suppressed: SuppressionList, countsAddresses: Bool) {
    self.shapes = shapes
    self.suppressed = suppressed
    columns = batch.fields.indices.compactMap { index in
      let base = FieldName.split(batch.fields[index]).base
      let kind: Kind
      switch base {
      case "phone", "phone_mobile", "phone_work", "phone_home", "phone_other", "whatsapp", "viber":
        kind = .phone
      case "email", "email_work", "email_home", "email_other": kind = .email
      case "telegram": kind = .handle
      case "address", "address_legal", "address_actual":
        guard countsAddresses else { return nil }
        kind = .address
      default: return nil
      }
      return (kind, batch.columns[index])
    }
  }

  /// What could reach somebody, and what stands in the way.
  /// - Complexity: O(channels).
  func reach(_ row: Int, _ outcome: inout FormatOutcome) -> Reach {
    var reach = Reach()
    var (phones, emails) = (0, 0)
    for (kind, cells) in columns where !cells.isNull(row) {
      let text = cells.utf8(at: row)
      let look: ContactShapes.Look
      switch kind {
      case .phone: look = shapes.phone(text, &outcome)
      case .email: look = shapes.email(text, &outcome)
      case .handle:
        let isNumber = text.count > 0 && text[0] == UInt8(ascii: "+")
        look = isNumber ? shapes.phone(text, &outcome) : HandleShape.isPlausible(text) ? .reaches : .fails
      case .address: look = AddressShape.isMailable(text) ? .reaches : .fails
      }
      switch look {
      case .reaches:
        if !suppressed.isEmpty, let reason = suppressed.reason(of: text) {
          if reason == .bounced { reach.hasBounced = true } else { reach.hasOptedOut = true }
        } else {
          reach.isOpen = true
          // With no list to look up, one open channel settles it.
          if suppressed.isEmpty { return reach }
        }
      case .placeholder:
        if kind == .phone { phones += 1 }
        if kind == .email { emails += 1 }
      case .fails: break
      }
    }
    reach.placeholders = reach.isOpen ? 0 : min(phones, 1) + min(emails, 1)
    return reach
  }
}

/// What phones and e-mail addresses look like that could reach somebody, by their formats.
struct ContactShapes: Sendable {
  /// What a cell looks like.
  enum Look {
    case reaches, fails, placeholder
  }
  let phoneFormat: any FieldFormat
  let emailFormat: any FieldFormat

  /// Numbers of +7 by the format; others as their format left them, for asking the library again would cost
  /// more than the rest of the rule (measured: 20 µs a number).
  func phone(_ text: Span<UInt8>, _ outcome: inout FormatOutcome) -> Look {
    guard text.count > 8, text[0] == UInt8(ascii: "+"), text[1] != UInt8(ascii: "7") else {
      return look(phoneFormat, text, &outcome)
    }
    return ForeignNumber.look(text)
  }

  /// An address by the format.
  func email(_ text: Span<UInt8>, _ outcome: inout FormatOutcome) -> Look {
    look(emailFormat, text, &outcome)
  }

  private func look(
    _ format: any FieldFormat, _ text: Span<UInt8>, _ outcome: inout FormatOutcome
  ) -> Look {
    guard !text.isBlank else { return .fails }
    switch format.standardise(text, into: &outcome) {
    case .unchanged, .replaced: return .reaches
    case .told:
      switch outcome.reading.status {
      case .ok, .fixed, .suspicious: return .reaches
      case .placeholder: return .placeholder
      case .invalid, .missing, .ambiguous: return .fails
      }
    }
  }
}

/// A number of another country than those of +7 in its canonical form.
enum ForeignNumber {
  /// E.164 (ITU-T E.164 §6: `+`, then at most 15 digits, the first not 0), an extension after it allowed; one digit
  /// nine times over at its end stands for no number.
  static func look(_ text: Span<UInt8>) -> ContactShapes.Look {
    var end = 1
    while end < text.count, text[end].isDigit { end += 1 }
    guard text[1] != UInt8(ascii: "0"), (8...15).contains(end - 1) else { return .fails }
    if end < text.count, text[end] != UInt8(ascii: ";"), text[end] != 0x20 { return .fails }
    var equal = 1
    while equal < end - 1, text[end - 1 - equal] == text[end - 1] { equal += 1 }
    return equal < 9 ? .reaches : .placeholder
  }
}

/// What an address looks like that a letter would arrive at.
enum AddressShape {
  /// A street or a town and a number: letters and a digit after them, 12 bytes or more.
  static func isMailable(_ text: Span<UInt8>) -> Bool {
    guard text.count >= 12 else { return false }
    var letters = 0
    for index in text.indices {
      if text[index].isLatinLetter || text[index] >= 0xC0 { letters += 1 }
      if letters > 3, text[index].isDigit { return true }
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
