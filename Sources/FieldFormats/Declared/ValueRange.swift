import Tables

/// Between what a number or a date must lie: `{min: 0, max: 100}`, `{min: 2000-01-01, max: today}`.
///
/// Both bounds are allowed themselves. Numbers are compared exactly, digit by digit, whatever their length; dates
/// by their ISO 8601 form.
public struct ValueRange: Sendable, Equatable, Decodable {
  /// What the bounds are.
  public enum Kind: Sendable { case number, date }

  private enum CodingKeys: String, CodingKey, CaseIterable { case min, max }

  /// Keys of its form.
  public static let keys = CodingKeys.allCases.map(\.rawValue)

  /// What the bounds are.
  public let kind: Kind
  private var low: [UInt8]?
  private var high: [UInt8]?

  /// A bound: a number or a text, as YAML read it.
  private struct Bound: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else if let number = try? container.decode(Double.self) {
        text = "\(number)"
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  public init(from decoder: any Decoder) throws {
    self = try ValueRange(Self.bound(decoder, .min), Self.bound(decoder, .max))
  }

  private static func bound(_ decoder: any Decoder, _ key: CodingKeys) throws(ConstraintError) -> String? {
    guard let container = try? decoder.container(keyedBy: CodingKeys.self) else { throw wrong }
    guard container.contains(key) else { return nil }
    guard let bound = try? container.decode(Bound.self, forKey: key) else { throw wrong }
    return bound.text
  }

  private static let wrong = ConstraintError(
    "'range' cannot be this", remedy: "write {min: 0, max: 100} or {min: 2000-01-01, max: today}")

  init(_ low: String?, _ high: String?) throws(ConstraintError) {
    let bounds = [low, high].compactMap { $0 }
    guard !bounds.isEmpty else { throw Self.wrong }
    if bounds.allSatisfy({ $0 == Self.today || Self.isDate(Array($0.utf8).span) }) {
      kind = .date
    } else if bounds.allSatisfy({ DecimalParts(Array($0.utf8).span) != nil }) {
      kind = .number
    } else {
      throw Self.wrong
    }
    self.low = low.map { Array($0.utf8) }
    self.high = high.map { Array($0.utf8) }
    if let low = self.low, let high = self.high, low != Self.todayBytes, high != Self.todayBytes {
      guard order(low.span, high.span).map({ $0 <= 0 }) == true else {
        throw ConstraintError("'range' ends before it begins", remedy: "write the lesser bound under min")
      }
    }
  }

  private static let today = "today"
  private static let todayBytes = Array(today.utf8)

  /// The range with `today` as that day.
  func on(_ now: String) -> ValueRange {
    var range = self
    if range.low == Self.todayBytes { range.low = Array(now.utf8) }
    if range.high == Self.todayBytes { range.high = Array(now.utf8) }
    return range
  }

  /// Whether a canonical value lies within; what is no number or date does not.
  /// - Complexity: O(bytes); allocates nothing.
  public func holds(_ value: Span<UInt8>) -> Bool {
    if let low {
      guard let order = order(value, low.span), order >= 0 else { return false }
    }
    guard let high else { return true }
    guard let order = order(value, high.span) else { return false }
    return order <= 0
  }

  /// Below zero: the first is less; nil: they cannot be compared.
  private func order(_ value: Span<UInt8>, _ bound: Span<UInt8>) -> Int? {
    switch kind {
    case .number:
      guard let left = DecimalParts(value), let right = DecimalParts(bound) else { return nil }
      return DecimalParts.order(value, left, bound, right)
    case .date:
      guard value.count >= 10, bound.count >= 10, Self.isDate(value.extracting(0..<10)) else { return nil }
      for index in 0..<10 where value[index] != bound[index] { return Int(value[index]) - Int(bound[index]) }
      return 0
    }
  }

  private static func isDate(_ text: Span<UInt8>) -> Bool {
    guard text.count == 10 else { return false }
    for index in 0..<10 {
      if index == 4 || index == 7 {
        guard text[index] == 0x2D else { return false }
      } else if !Digits.isDigit(text[index]) {
        return false
      }
    }
    return CalendarDate(
      year: Digits.value(text, 0..<4), month: Digits.value(text, 5..<7), day: Digits.value(text, 8..<10))
      != nil
  }

  /// As people write it: `0–100`, `≥ 18`.
  public var text: String {
    func word(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    switch (low, high) {
    case (let low?, let high?): return "\(word(low)) … \(word(high))"
    case (let low?, nil): return "≥ \(word(low))"
    case (nil, let high?): return "≤ \(word(high))"
    case (nil, nil): return ""
    }
  }
}

/// Where the parts of a plain decimal stand: `-0012.50`.
struct DecimalParts {
  private var isNegative = false
  /// Whole part without leading zeros, fraction without trailing ones.
  private var whole: Range<Int>
  private var fraction: Range<Int>

  private var isZero: Bool { whole.isEmpty && fraction.isEmpty }

  /// Nil: it is no plain decimal.
  init?(_ text: Span<UInt8>) {
    var index = 0
    if text.count > 0, text[0] == 0x2D || text[0] == 0x2B {
      isNegative = text[0] == 0x2D
      index = 1
    }
    let first = index
    while index < text.count, Digits.isDigit(text[index]) { index += 1 }
    guard index > first else { return nil }
    var start = first
    while start < index, text[start] == 0x30 { start += 1 }
    whole = start..<index
    fraction = index..<index
    if index < text.count, text[index] == 0x2E {
      let begin = index + 1
      index = begin
      while index < text.count, Digits.isDigit(text[index]) { index += 1 }
      var end = index
      while end > begin, text[end - 1] == 0x30 { end -= 1 }
      fraction = begin..<end
    }
    guard index == text.count else { return nil }
  }

  /// Below zero: the first is less.
  static func order(
    _ left: Span<UInt8>, _ a: DecimalParts, _ right: Span<UInt8>, _ b: DecimalParts
  ) -> Int {
    if a.isZero, b.isZero { return 0 }
    let (minusA, minusB) = (a.isNegative && !a.isZero, b.isNegative && !b.isZero)
    if minusA != minusB { return minusA ? -1 : 1 }
    let size = magnitude(left, a, right, b)
    return minusA ? -size : size
  }

  private static func magnitude(
    _ left: Span<UInt8>, _ a: DecimalParts, _ right: Span<UInt8>, _ b: DecimalParts
  ) -> Int {
    if a.whole.count != b.whole.count { return a.whole.count - b.whole.count }
    for offset in 0..<a.whole.count {
      let step = Int(left[a.whole.lowerBound + offset]) - Int(right[b.whole.lowerBound + offset])
      if step != 0 { return step }
    }
    for offset in 0..<max(a.fraction.count, b.fraction.count) {
      let one = offset < a.fraction.count ? left[a.fraction.lowerBound + offset] : 0x30
      let other = offset < b.fraction.count ? right[b.fraction.lowerBound + offset] : 0x30
      if one != other { return Int(one) - Int(other) }
    }
    return 0
  }
}
