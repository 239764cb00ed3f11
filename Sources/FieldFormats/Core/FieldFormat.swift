import Tables

/// One field format: text in, canonical text or a reason out.
///
/// A format is an immutable value. Law: what it gives as canonical it leaves unchanged when it sees it again.
public protocol FieldFormat: Sendable {
  /// Its name, as in the `format` of a standard's field.
  var name: String { get }

  /// All it can say, besides the codes of text hygiene.
  var codes: [FormatCode] { get }

  /// The words for «missing».
  var words: MissingWords { get }

  /// Which of them it takes for «missing».
  var missing: MissingKinds { get }

  /// How its text is tidied before it is read.
  var hygiene: Hygiene { get }

  /// Whether the cell is canonical and there is nothing to say of it; allocates nothing.
  ///
  /// May say false of a clean cell (it then takes the slow path), never true of another.
  func isClean(_ cell: Span<UInt8>) -> Bool

  /// Whether a value is canonical, apart from what it tells of other fields; like `isClean` otherwise.
  func isCanonical(_ cell: Span<UInt8>) -> Bool

  /// Looks at a cell of a column; allocates nothing for a clean one.
  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict

  /// Reads one value: hygiene, words for «missing», then the format itself.
  func read(_ text: String, detail: Bool) -> Reading

  /// Reads a tidied text that is neither blank nor a word for «missing».
  ///
  /// `detail` says whether `display` and `parts` are wanted.
  func interpret(_ text: String, detail: Bool) -> Reading
}

/// What a look at a cell came to.
public enum FormatVerdict: Sendable, Equatable {
  /// Canonical; nothing to say.
  case unchanged
  /// `FormatOutcome.value` is the canonical value, `FormatOutcome.edit` how it came about; nothing else to say
  /// but what it derives.
  case replaced
  /// `FormatOutcome.reading` has the story.
  case told
}

/// The reusable answer to a look at a cell.
public struct FormatOutcome: Sendable {
  /// The canonical value after `replaced`.
  public internal(set) var value: [UInt8] = []
  /// Code of the edit after `replaced`.
  public internal(set) var edit: FormatCode = TextCodes.spaces
  /// The story after `told`.
  public internal(set) var reading = Reading(status: .ok)

  /// The gender that a name tells that is unchanged or replaced; nil: none, or the field is not the client's own name.
  var gender: Gender?

  /// `male` or `female`, when an unchanged or replaced name tells it.
  public var derivedGender: String? { gender?.rawValue }

  /// The legal form, when an unchanged or replaced name tells it.
  public internal(set) var derivedLegalForm: String?

  /// Room that formats reuse from cell to cell.
  var address = AddressParser()
  var spare: [UInt8] = []

  private var memo = ReadingMemo()

  /// Nothing yet.
  public init() { value.reserveCapacity(64) }

  /// Makes these bytes the canonical value.
  mutating func put(_ bytes: Span<UInt8>) {
    // Codes of a column have one length: they are written over each other.
    guard value.count == bytes.count else {
      value.removeAll(keepingCapacity: true)
      value.append(copying: bytes)
      return
    }
    var target = value.mutableSpan
    for index in bytes.indices { target[index] = bytes[index] }
  }

  /// Puts what was read of the same cell before into `reading`, if it is still known.
  mutating func recall(_ cell: Span<UInt8>) -> Bool {
    guard let known = memo.find(cell) else { return false }
    reading = known
    return true
  }

  /// Remembers `reading` for the cell it was read of.
  mutating func keep(_ cell: Span<UInt8>) { memo.keep(reading, of: cell) }
}

extension FieldFormat {
  /// Words for «missing» of ordinary text.
  public var missing: MissingKinds { .text }
  /// One-line text, look-alike letters put right.
  public var hygiene: Hygiene { .line }

  /// What is clean is canonical.
  public func isCanonical(_ cell: Span<UInt8>) -> Bool { isClean(cell) }

  /// Looks at a cell of a column; allocates nothing for a clean one.
  public func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    if isClean(cell) { return .unchanged }
    return tell(cell, into: &outcome)
  }

  /// The slow path of `standardise`.
  func tell(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    outcome.gender = nil
    outcome.derivedLegalForm = nil
    if let word = words.code(ofWord: cell, missing), !isCanonical(cell) {
      outcome.reading = .missing(word)
      return .told
    }
    if outcome.recall(cell) { return outcome.reading.isSilent ? .unchanged : .told }
    outcome.reading = read(String(copying: cell), detail: false)
    outcome.keep(cell)
    return outcome.reading.isSilent ? .unchanged : .told
  }

  /// Reads one value: hygiene, words for «missing», then the format itself.
  ///
  /// A value that would itself be changed again is not given out: its own reading counts instead, and a text
  /// that never comes to rest stays as it is.
  public func read(_ text: String, detail: Bool = true) -> Reading {
    var reading = pass(text, detail: detail)
    for _ in 0..<3 {
      guard let value = reading.value, !value.utf8.elementsEqual(text.utf8) else { return reading }
      switch reading.status {
      case .ok, .fixed, .suspicious: break
      case .invalid, .placeholder, .missing, .ambiguous: return reading
      }
      // Most values are told canonical by their bytes, without a second reading.
      if comesToRest(value) { return reading }
      var next = pass(value, detail: detail)
      if next.value?.utf8.elementsEqual(value.utf8) == true, next.action == .keep { return reading }
      if let value = next.value, next.action == .replace, value.utf8.elementsEqual(text.utf8) { break }
      // What the first look put aside still belongs to the cell.
      if next.value == nil { return next }
      next.derived = reading.derived + next.derived.filter { !reading.derived.contains($0) }
      reading = next
    }
    return .invalid(TextCodes.unclear)
  }

  private func comesToRest(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { isCanonical(unsafe $0.span) }
  }

  private func pass(_ text: String, detail: Bool) -> Reading {
    let tidy = hygiene.tidy(text)
    guard !tidy.text.isEmpty else {
      // Control characters alone are letters that lost their encoding, not nothing.
      if text.unicodeScalars.contains(where: { 0x80..<0xA0 ~= $0.value }) {
        return .invalid(TextCodes.unreadable)
      }
      return text.isEmpty ? Reading(status: .missing) : .missing(TextCodes.blank)
    }
    if TextLoss.isWhole(tidy.text) { return .invalid(TextCodes.unreadable) }
    // What is canonical by its bytes is a value: 1234 fills a name, and is a sum all the same.
    if let word = words.code(of: tidy.text, missing), !comesToRest(tidy.text) { return .missing(word) }
    var reading = interpret(tidy.text, detail: detail)
    settle(&reading, text: text, tidy: tidy)
    if reading.finding == nil, TextLoss.isPart(tidy.text) {
      reading.finding = TextCodes.unreadable
      if reading.status == .ok || reading.status == .fixed { reading.status = .suspicious }
    }
    return reading
  }

  /// Decides what becomes of the cell once its value is known.
  private func settle(_ reading: inout Reading, text: String, tidy: TidyText) {
    guard reading.action == .keep else { return }
    switch reading.status {
    case .ok, .fixed, .suspicious:
      guard let value = reading.value, value.utf8.elementsEqual(text.utf8) == false else {
        if reading.status == .fixed { reading.status = .ok }
        if reading.edit?.repair != .absent { reading.edit = nil }
        return
      }
      if reading.edit?.repair == .absent { return }
      reading.action = .replace
      // Letters restored are what a person wants to know of first; a guess stays a guess.
      let isRestored = tidy.code == TextCodes.misread && reading.edit?.repair != .lossy
      reading.edit = (isRestored ? nil : reading.edit) ?? tidy.code ?? TextCodes.spaces
      if reading.status == .ok { reading.status = .fixed }
    case .invalid, .placeholder, .ambiguous, .missing: break
    }
  }

  /// All that the format has to say of one value, for people.
  public func explain(_ text: String) -> FormatResult {
    let reading = read(text, detail: true)
    return FormatResult(
      input: text, value: reading.value, display: reading.display ?? reading.value, status: reading.status,
      code: (reading.finding ?? reading.edit)?.id, suggestion: reading.suggestion, parts: reading.parts)
  }
}
