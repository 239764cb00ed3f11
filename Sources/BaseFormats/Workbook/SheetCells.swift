import Tables

/// What a sheet's cells refer to.
struct SheetContext {
  var strings = TextColumn()
  var displays: [CellDisplay] = []
  var startsIn1904 = false
}

/// The cells of a worksheet part, as its elements come, by whichever parser.
///
/// A row or cell without a reference follows the one before it. White space is kept with or without
/// `xml:space`; `_xHHHH_` is decoded; a formula counts by its stored value; empty strings are no cells.
struct SheetCells {
  enum Content {
    case number, sharedString, string, inlineString, boolean, error, date
  }

  private let context: SheetContext
  private let sink: any SheetSink
  private(set) var damage: SourceError.Damage?
  /// Whether text of the open cell follows.
  private(set) var isText = false
  private var row = -1
  private var column = -1
  private var isInRow = false
  private var isInCell = false
  private var content = Content.number
  private var style = 0
  private var value: [UInt8] = []
  private var phonetic = 0

  init(_ context: SheetContext, sink: any SheetSink) {
    self.context = context
    self.sink = sink
  }

  // MARK: Elements

  mutating func startRow(_ number: Int?) {
    row = (number ?? row + 2) &- 1
    if row < 0 || row >= 1_048_576 { damage = .badIndex }
    column = -1
    isInRow = true
  }

  mutating func endRow() {
    isInRow = false
    if let excess = sink.excess { damage = excess }
  }

  mutating func startCell(column place: Int?, style: Int?, content: Content?) {
    guard isInRow else { return }
    isInCell = true
    value.removeAll(keepingCapacity: true)
    column = place ?? column + 1
    if column < 0 || column >= 16_384 { damage = .badIndex }
    self.style = style ?? 0
    self.content = content ?? .number
  }

  mutating func endCell() {
    guard isInCell else { return }
    isInCell = false
    if !value.isEmpty { settle() }
  }

  /// A stored value begins; an inline string may carry a stale one beside its text.
  mutating func startValue() { isText = isInCell && content != .inlineString }

  mutating func startText() { isText = isInCell && phonetic == 0 }

  mutating func endText() { isText = false }

  mutating func startPhonetic() { phonetic += 1 }

  mutating func endPhonetic() { phonetic -= 1 }

  mutating func text(_ part: Span<UInt8>) {
    if isText { value.append(contentsOf: part) }
  }

  // MARK: Attributes

  /// The 0-based column of a reference such as `AB12`; -1 when it is none.
  static func column(of reference: Span<UInt8>) -> Int {
    var number = 0
    for index in reference.indices {
      let letter = reference[index] & 0xDF
      guard letter >= 0x41, letter <= 0x5A, index < 4 else { break }
      number = number * 26 + Int(letter) - 0x40
    }
    return number - 1
  }

  /// A number of digits, large ones cut to what is out of any range; -1 when it is none.
  static func index(_ digits: Span<UInt8>) -> Int {
    var number = 0
    for index in digits.indices {
      guard digits[index] >= 0x30, digits[index] <= 0x39 else { return -1 }
      number = min(number * 10 + Int(digits[index] - 0x30), 1 << 40)
    }
    return digits.isEmpty ? -1 : number
  }

  /// What the type of a cell (ECMA-376 part 1 §18.18.11) says of its value.
  static func content(_ type: Span<UInt8>) -> Content {
    if type.equals("s") { return .sharedString }
    if type.equals("str") { return .string }
    if type.equals("inlineStr") { return .inlineString }
    if type.equals("b") { return .boolean }
    if type.equals("e") { return .error }
    return type.equals("d") ? .date : .number
  }

  // MARK: Values

  private mutating func settle() {
    switch content {
    case .number: settleNumber()
    case .sharedString:
      trim()
      let index = Self.index(value.span)
      guard index >= 0, index < context.strings.count else { return damage = .badIndex }
      let text = context.strings.utf8(at: index)
      if !text.isEmpty { sink.cell(.string, row: row, column: column, text: text) }
    case .string, .inlineString:
      if value.contains(UInt8(ascii: "_")) {
        var decoded: [UInt8] = []
        if EscapedName.decode(value.span, into: &decoded) { value = decoded }
      }
      sink.cell(.string, row: row, column: column, text: value.span)
    case .boolean:
      trim()
      sink.boolean(value != [0x30], row: row, column: column)
    case .error:
      trim()
      sink.cell(.error, row: row, column: column, text: value.span)
    case .date:
      // ISO 8601 text.
      trim()
      let text = SerialMoment.normalised(value)
      let kind: CellKind = text.contains(UInt8(ascii: "-")) ? .dateTime : .time
      sink.cell(kind, row: row, column: column, text: text.span)
    }
  }

  private mutating func settleNumber() {
    let display = style < context.displays.count && style >= 0 ? context.displays[style] : .number
    // Most numbers are short and already in canonical form.
    if display == .number, CanonicalNumber.isCanonical(value.span) {
      return sink.cell(.number, row: row, column: column, text: value.span)
    }
    if display == .moment, value.count <= 7, let day = CanonicalNumber.integer(value.span) {
      return sink.number(
        Double(day), as: display, in1904: context.startsIn1904, row: row, column: column)
    }
    let raw = value
    trim()
    guard !value.isEmpty else { return }
    guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else {
      // Text in the place of a number: kept as what it is.
      return sink.cell(.string, row: row, column: column, text: raw.span)
    }
    sink.number(number, as: display, in1904: context.startsIn1904, row: row, column: column)
  }

  private mutating func trim() {
    guard let first = value.first, let last = value.last, first <= 0x20 || last <= 0x20 else { return }
    let start = value.drop { $0 <= 0x20 }
    value = Array(start.prefix(start.count - start.reversed().prefix { $0 <= 0x20 }.count))
  }
}
