/// An exact decimal number: sign, digits before and after the point, as written.
struct DecimalText: Equatable {
  var isNegative = false
  var whole = ""
  var fraction = ""

  /// `-1234.50`: no grouping, no leading zeros, no negative zero.
  var text: String {
    let trimmed = whole.drop { $0 == "0" }
    let head = trimmed.isEmpty ? "0" : String(trimmed)
    let isZero = trimmed.isEmpty && fraction.allSatisfy { $0 == "0" }
    let body = fraction.isEmpty ? head : "\(head).\(fraction)"
    return isNegative && !isZero ? "-" + body : body
  }

  /// The whole number divided by ten to a power.
  func lowered(by power: Int) -> DecimalText {
    let padded = String(repeating: "0", count: max(0, power + 1 - whole.utf8.count)) + whole
    var result = self
    result.whole = String(padded.dropLast(power))
    result.fraction = String(padded.suffix(power))
    return result
  }

  /// The number times ten to a power.
  func scaled(by power: Int) -> DecimalText {
    guard power > 0 else { return self }
    let moved = fraction.prefix(power)
    var result = self
    result.whole += moved + String(repeating: "0", count: power - moved.count)
    result.fraction = String(fraction.dropFirst(power))
    return result
  }
}

/// Reads numbers as people write them: grouped, with a comma or a dot, in brackets for less than nothing.
struct DecimalReader {
  /// What a text came to.
  enum Outcome: Equatable {
    case number(DecimalText)
    /// One mark with three digits behind it: thousands or thousandths.
    case ambiguous
    case unreadable
  }

  /// The column's decimal mark, when it is known.
  let mark: Character?
  /// Whether `1.234` with a dot is a decimal fraction at once.
  let dotIsDecimal: Bool

  /// Reads a text of digits, signs and marks.
  func read(_ source: String) -> Outcome {
    var number = DecimalText()
    guard let body = Self.takeSign(source, &number) else { return .unreadable }
    if let scientific = Self.scientific(body, number.isNegative) { return .number(scientific) }
    guard let (roubles, kopecks) = Self.takeKopecks(body) else { return .unreadable }
    let groups = roubles.split(omittingEmptySubsequences: false, whereSeparator: Self.isGap)
    guard groups.count == 1 || Self.areGrouped(groups) else { return .unreadable }
    let digits = groups.joined()
    guard let kopecks else { return marked(digits, number) }
    guard Self.areDigits(digits) else { return .unreadable }
    number.whole = digits
    number.fraction = kopecks
    return .number(number)
  }

  /// Reads a text whose last mark begins a fraction, whatever the number of digits behind.
  func fraction(_ source: String) -> DecimalText? {
    let exact = DecimalReader(mark: source.last { $0 == "." || $0 == "," }, dotIsDecimal: true)
    guard case .number(let number) = exact.read(source) else { return nil }
    return number
  }

  private static func isGap(_ character: Character) -> Bool {
    " \u{A0}\u{202F}\u{2009}'’`_".contains(character)
  }

  /// Takes brackets, a minus on either side or a plus; nil: nothing is left.
  private static func takeSign(_ source: String, _ number: inout DecimalText) -> Substring? {
    var body = source[...]
    func trim() {
      while let first = body.first, isGap(first) { body.removeFirst() }
      while let last = body.last, isGap(last) { body.removeLast() }
    }
    trim()
    if body.hasPrefix("("), body.hasSuffix(")") {
      number.isNegative = true
      body = body.dropFirst().dropLast()
      trim()
    }
    if let first = body.first, "-−–—+".contains(first) {
      number.isNegative = number.isNegative != (first != "+")
      body.removeFirst()
    } else if let last = body.last, "-−–—".contains(last),
      body.dropLast().last.map({ !".,-−–—=".contains($0) }) == true
    {
      number.isNegative = !number.isNegative
      body.removeLast()
    }
    trim()
    return body.isEmpty ? nil : body
  }

  /// Takes kopecks written in the manner of paper forms: `1500-00`, `1500=00`, `1500=`, `1500.-`, `1500,--`.
  private static func takeKopecks(_ body: Substring) -> (Substring, String?)? {
    var rest = body
    while let last = rest.last, "-−–—=".contains(last) { rest.removeLast() }
    let strokes = body.count - rest.count
    if strokes > 0 {
      if let last = rest.last, ".,".contains(last) { rest.removeLast() }
      return strokes <= 2 ? (rest, nil) : nil
    }
    guard let place = body.lastIndex(where: { "-=".contains($0) }) else { return (body, nil) }
    let kopecks = body[body.index(after: place)...]
    guard kopecks.utf8.count == 2, areDigits(kopecks) else { return nil }
    return (body[..<place], String(kopecks))
  }

  /// Reads digits with dots and commas among them.
  private func marked(_ body: String, _ sign: DecimalText) -> Outcome {
    var number = sign
    guard let last = body.lastIndex(where: { $0 == "." || $0 == "," }) else {
      guard Self.areDigits(body[...]) else { return .unreadable }
      number.whole = body
      return .number(number)
    }
    let char = body[last]
    let head = last == body.startIndex ? "0" : body[..<last]
    let tail = body[body.index(after: last)...]
    if tail.isEmpty, Self.areDigits(head) {
      number.whole = String(head)
      return .number(number)
    }
    guard Self.areDigits(tail) else { return .unreadable }
    let others = head.filter { $0 == "." || $0 == "," }
    let pieces = head.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard pieces.allSatisfy({ Self.areDigits($0) }) else { return .unreadable }
    if others.isEmpty {
      let digits = String(pieces[0])
      if tail.count == 3, digits.count <= 3, digits != "0", mark != char {
        if mark != nil { return grouped(digits + tail, number) }
        guard dotIsDecimal, char == "." else { return .ambiguous }
      }
      number.whole = digits
      number.fraction = String(tail)
      return .number(number)
    }
    guard pieces.dropFirst().allSatisfy({ $0.count == 3 }), pieces[0].count <= 3 else { return .unreadable }
    if others.contains(char) {
      // The same mark twice can only group.
      return others.allSatisfy { $0 == char } && tail.count == 3
        ? grouped(pieces.joined() + tail, number) : .unreadable
    }
    guard Set(others).count == 1 else { return .unreadable }
    number.whole = pieces.joined()
    number.fraction = String(tail)
    return .number(number)
  }

  private func grouped(_ digits: String, _ sign: DecimalText) -> Outcome {
    var number = sign
    number.whole = digits
    return .number(number)
  }

  /// Whether spaces stand between thousands: `1 234 567,8`.
  private static func areGrouped(_ groups: [Substring]) -> Bool {
    guard let first = groups.first, (1...3).contains(first.count), areDigits(first) else { return false }
    return groups.dropFirst().dropLast().allSatisfy { $0.count == 3 && areDigits($0) }
      && (groups.last?.prefix { $0.isNumber }.count ?? 0) == 3
  }

  private static func areDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { Digits.isDigit($0) }
  }

  /// `1.5E+06`, exactly.
  private static func scientific(_ body: Substring, _ isNegative: Bool) -> DecimalText? {
    let parts = body.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard parts.count == 2 else { return nil }
    let power = parts[1].hasPrefix("+") ? parts[1].dropFirst() : parts[1]
    let halves = parts[0].split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard halves.count <= 2, halves.allSatisfy({ areDigits($0) }), areDigits(power), power.count <= 2,
      let exponent = Int(power)
    else {
      return nil
    }
    let number = DecimalText(
      isNegative: isNegative, whole: String(halves[0]), fraction: halves.count == 2 ? String(halves[1]) : "")
    return number.scaled(by: exponent)
  }

  /// Whether the bytes are a canonical decimal; `fractions`: bit n says that n digits may stand after the point.
  static func isCanonical(_ cell: Span<UInt8>, fractions: UInt32) -> Bool {
    var index = 0
    let isNegative = !cell.isEmpty && cell[0] == 0x2D
    if isNegative { index = 1 }
    let start = index
    while index < cell.count, Digits.isDigit(cell[index]) { index += 1 }
    let whole = index - start
    guard whole > 0, whole == 1 || cell[start] != 0x30 else { return false }
    if index == cell.count { return fractions & 1 != 0 && !(isNegative && cell[start] == 0x30) }
    guard cell[index] == 0x2E else { return false }
    let fraction = cell.count - index - 1
    // A negative zero takes the slow path.
    guard fraction > 0, fraction < 32, fractions & (1 << UInt32(fraction)) != 0,
      !isNegative || cell[start] != 0x30
    else { return false }
    return Digits.areDigits(cell.extracting((index + 1)..<cell.count))
  }
}
