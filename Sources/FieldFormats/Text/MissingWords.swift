import Tables

/// Words, marks and numbers that stand for «missing», by kind.
public struct MissingWords: Sendable {
  private let table: WordTable

  /// Reads rows of (word, kind).
  init(_ rows: [[String]]) {
    table = WordTable(rows.map { (word: $0[0], number: MissingKinds.kind(named: $0[1]).rawValue) })
  }

  func kinds(of text: some StringProtocol) -> MissingKinds { MissingKinds(rawValue: table.find(text) ?? 0) }

  func kinds(of text: Span<UInt8>) -> MissingKinds { MissingKinds(rawValue: table.find(text) ?? 0) }

  /// Code of the edit that clears a text, if it is a word for «missing» of the given kinds.
  func code(of text: String, _ kinds: MissingKinds) -> FormatCode? {
    if kinds.contains(.marks), Self.isMarks(text) { return TextCodes.missingWord }
    return Self.code(of: self.kinds(of: text).intersection(kinds))
  }

  /// Code of the edit that clears a cell that is one of the words and no run of marks; allocates nothing.
  func code(ofWord cell: Span<UInt8>, _ kinds: MissingKinds) -> FormatCode? {
    guard cell.count <= table.longest, !cell.isEmpty, cell[0] >= 0x30, cell[cell.count - 1] >= 0x30 else {
      return nil
    }
    return Self.code(of: self.kinds(of: cell).intersection(kinds))
  }

  private static func code(of found: MissingKinds) -> FormatCode? {
    if found.isEmpty { return nil }
    if !found.isDisjoint(with: [.absent, .denial]) { return TextCodes.missingWord }
    return found.contains(.filler) ? TextCodes.fillerWord : TextCodes.missingNumber
  }

  /// Whether a clean-looking cell may be a word for «missing»; allocates nothing.
  func mayBeMissing(_ cell: Span<UInt8>) -> Bool {
    if cell.count > table.longest { return false }
    if cell[0] < 0x30 || cell[0] == 0x3F || cell[0] == 0x5F || cell[0] == 0xE2 { return true }
    return table.find(cell) != nil
  }

  /// Whether every byte is a mark: `--`, `...`, `???`.
  static func isMarks(_ text: some StringProtocol) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "-", "–", "—", "−", ".", "?", "*", "_", "/", "\\", "~", "…", "!", ",", ";", ":", "#", " ": true
      default: false
      }
    }
  }
}

/// Kinds of words for «missing».
public struct MissingKinds: OptionSet, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Says that nothing is known: `н/д`, `не указано`, `null`.
  static let absent = MissingKinds(rawValue: 1)
  /// Says no, as a truth value may: `нет`, `no`.
  static let denial = MissingKinds(rawValue: 2)
  /// Fills a field: `тест`, `asdf`, `xxx`.
  static let filler = MissingKinds(rawValue: 4)
  /// A number that stands for nothing: `0`, `-1`, `999`.
  static let number = MissingKinds(rawValue: 8)
  /// Nothing but marks: `-`, `...`, `***`.
  static let marks = MissingKinds(rawValue: 16)

  /// What plain text takes for «missing».
  static let text: MissingKinds = [.absent, .denial, .filler, .number, .marks]
  /// What a number takes for «missing».
  static let numeric: MissingKinds = [.absent, .denial, .filler, .marks]

  static func kind(named name: String) -> MissingKinds {
    switch name {
    case "denial": .denial
    case "filler": .filler
    case "number": .number
    default: .absent
    }
  }
}
