import FieldFormats
import RuleKit
import Tables

/// Contacts that must not or cannot be used, read from a file: CSV with `email` or `phone` (or `contact`, either),
/// and if need be `reason` and `date`; or a bare list, one contact a line.
struct SuppressionList: Sendable {
  /// Why a contact stands on the list.
  enum Reason: UInt8, Sendable {
    /// Nobody is there any more: the address bounced, the number is not in service.
    case bounced
    /// Somebody is there and asked for silence.
    case optedOut
  }

  private let contacts: [[UInt8]: Reason]

  /// Soft bounces after which an address counts as dead.
  ///
  /// Source: the usual practice of mail systems, three to five in a row.
  private static let softBounces = 3

  private static let columns = [
    ["email", "e-mail", "mail", "почта"], ["phone", "телефон", "tel"],
    ["contact", "контакт", "value", "address", "адрес"],
    ["reason", "причина", "status", "code", "код"], ["date", "дата"],
  ]

  /// Nobody is on it.
  init() { contacts = [:] }

  /// Reads a suppression list.
  /// - Throws: what is wrong with the file, with its line.
  /// - Complexity: O(contacts), each put into its format.
  init(
    _ path: String, email: any FieldFormat, phone: any FieldFormat
  ) throws(SettingsError) {
    let file = try ListFile(path, setting: "suppress")
    let reader = ContactReader(email: email, phone: phone)
    var known: [[UInt8]: Reason] = [:]
    var soft: [[UInt8]: Int] = [:]
    func put(_ contact: [UInt8], _ reason: Word) {
      switch reason {
      case .hard: known[contact] = known[contact] ?? .bounced
      case .optOut: known[contact] = .optedOut
      case .soft:
        soft[contact, default: 0] += 1
        if soft[contact] == Self.softBounces { known[contact] = known[contact] ?? .bounced }
      }
    }
    let mark = file.mark
    let all = try file.lines(cutAt: mark)
    // A list without a header begins with a contact.
    if let first = all.first, first.cells.count == 1, reader.contacts(first.cells[0]) != nil {
      for line in all {
        guard line.cells.count == 1, let found = reader.contacts(line.cells[0]) else {
          throw Self.noContact(file, line.number)
        }
        for contact in found { put(contact, .optOut) }
      }
    } else {
      let (places, lines) = try file.table(Self.columns)
      guard places[0] != nil || places[1] != nil || places[2] != nil else {
        throw file.error(1, "the header has no column of contacts", remedy: "write email or phone into it")
      }
      for line in lines {
        let text = places[3].map { ListFile.text(line.cells[$0]) } ?? ""
        guard let reason = Word(text) else {
          throw file.error(
            line.number, "the reason is none that is known",
            remedy: "write bounced, soft-bounce, opted-out, complaint, or an SMTP code as 5.1.1")
        }
        var found = false
        for place in places[0...2].compactMap({ $0 }) where !line.isBlank(place) {
          guard let contacts = reader.contacts(line.cells[place]) else {
            throw Self.noContact(file, line.number)
          }
          for contact in contacts { put(contact, reason) }
          found = true
        }
        guard found else { throw Self.noContact(file, line.number) }
      }
    }
    contacts = known
  }

  private static func noContact(_ file: ListFile, _ line: Int) -> SettingsError {
    file.error(
      line, "there is neither an e-mail address nor a phone number", remedy: "write one, or delete the line")
  }

  /// Whether nobody is on it.
  var isEmpty: Bool { contacts.isEmpty }

  /// Why a contact stands on the list; nil: it does not.
  ///
  /// The contact, an address or a number, comes in its canonical form.
  func reason(of contact: Span<UInt8>) -> Reason? {
    var key: [UInt8] = []
    key.reserveCapacity(contact.count)
    for index in contact.indices {
      // An extension does not make another line of it.
      if index > 8, contact[0] == UInt8(ascii: "+"), !contact[index].isDigit { break }
      key.append(contact[index] &- UInt8(ascii: "A") <= 25 ? contact[index] | 0x20 : contact[index])
    }
    return contacts[key]
  }

  /// What a reason says, in whatever words.
  enum Word: Sendable, Equatable {
    case hard, soft, optOut

    /// No word at all counts as a refusal: the safest reading of a list that must not be written to.
    init?(_ text: String) {
      let text = text.lowercased()
      guard !text.isEmpty else {
        self = .optOut
        return
      }
      // SMTP enhanced status codes (RFC 3463 §2): 5.x.x lasts, 4.x.x passes.
      if text.wholeMatch(of: /5(\.\d{1,3}\.\d{1,3}|\d\d).*/) != nil {
        self = .hard
      } else if text.wholeMatch(of: /4(\.\d{1,3}\.\d{1,3}|\d\d).*/) != nil {
        self = .soft
      } else if let word = Self.words.first(where: { $0.starts.contains(where: text.hasPrefix) })?.word {
        self = word
      } else {
        return nil
      }
    }

    private static let words: [(word: Word, starts: [String])] = [
      (.soft, ["soft", "мягк", "временн", "deferred"]),
      (
        .hard,
        [
          "bounce", "hard", "invalid", "unknown user", "wrong", "disconnected", "not in service", "dead",
          "отказ доставки", "жёстк", "жестк", "не существует", "недоступ", "неверн", "отключ",
          "не обслуживается",
        ]
      ),
      (
        .optOut,
        [
          "opt", "unsub", "complain", "spam", "stop", "do not", "do-not", "dnc", "refus", "withdr",
          "отпис", "отказ", "жалоб", "спам", "стоп", "не звонить", "не писать", "отзыв", "отозва",
        ]
      ),
    ]
  }
}

/// Reads contacts from cells of a list, each in the form that clients' cells have.
private struct ContactReader {
  let email: any FieldFormat
  let phone: any FieldFormat

  /// The contacts of a cell; nil: it holds none.
  func contacts(_ cell: [UInt8]) -> [[UInt8]]? {
    let text = ListFile.text(cell)
    let isEmail = text.contains("@")
    let reading = (isEmail ? email : phone).read(text, detail: false)
    guard let value = reading.value, reading.status != .invalid, reading.status != .missing else {
      return nil
    }
    guard isEmail || value.hasPrefix("+") else { return nil }
    let more = reading.derived.filter { $0.target == .nextOrdinal }.map(\.value)
    // Capitals do not make another mailbox.
    return ([value] + more).map { Array((isEmail ? $0.lowercased() : $0).utf8) }
  }
}
