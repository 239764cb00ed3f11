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
    var body = String(source).filter { !" \u{A0}\u{202F}\u{2009}'’`_".contains($0) }
    let groups = source.split { " \u{A0}\u{202F}\u{2009}'’`_".contains($0) }
    if groups.count > 1, !Self.areGrouped(groups) { return .unreadable }
    var number = DecimalText()
    if body.hasPrefix("("), body.hasSuffix(")") {
      number.isNegative = true
      body = String(body.dropFirst().dropLast())
    }
    if let first = body.first, "-−–—+".contains(first) {
      number.isNegative = number.isNegative != (first != "+")
      body.removeFirst()
    } else if let last = body.last, "-−–—".contains(last) {
      number.isNegative = !number.isNegative
      body.removeLast()
    }
    if body.hasSuffix("=") { body.removeLast() }
    if let scientific = Self.scientific(body, number.isNegative) { return .number(scientific) }
    // «1500-00» is roubles and kopecks.
    let dashed = body.split(separator: "-", omittingEmptySubsequences: false)
    if dashed.count == 2, dashed[1].utf8.count == 2, Self.areDigits(dashed[0]), Self.areDigits(dashed[1]) {
      number.whole = String(dashed[0])
      number.fraction = String(dashed[1])
      return .number(number)
    }
    return marked(body, number)
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
    let head = body[..<last]
    let tail = body[body.index(after: last)...]
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
    let cores = groups.map { String($0).filter { !"()-−–—+=".contains($0) } }.filter { !$0.isEmpty }
    guard let first = cores.first, cores.count > 1 else { return true }
    guard first.count <= 3 else { return false }
    return cores.dropFirst().dropLast().allSatisfy { $0.count == 3 }
      && (cores.last?.prefix { $0.isNumber }.count ?? 0) == 3
  }

  private static func areDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { Digits.isDigit($0) }
  }

  /// `1.5E+06`, exactly.
  private static func scientific(_ body: String, _ isNegative: Bool) -> DecimalText? {
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
