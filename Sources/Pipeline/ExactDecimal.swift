public import Tables

/// A decimal number kept exactly: 128-bit integer and a scale.
///
/// Money is added here and never as binary floating point. Range: 38 digits in all; what does not fit is nil.
public struct ExactDecimal: Sendable, Comparable {
  private var units: Int128
  private var scale: Int

  /// Nought.
  public static let zero = ExactDecimal(units: 0, scale: 0)

  private init(units: Int128, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// Reads `-1234.50`: an optional sign, digits, an optional point and digits.
  ///
  /// Anything else is nil.
  /// - Complexity: O(bytes).
  public init?(_ text: borrowing Span<UInt8>) {
    var units: Int128 = 0
    var scale = 0
    var digits = 0
    var point = false
    var negative = false
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "-") where index == 0: negative = true
      case UInt8(ascii: "+") where index == 0: break
      case UInt8(ascii: ".") where !point && digits > 0: point = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard digits < 38 else { return nil }
        units = units * 10 + Int128(byte - UInt8(ascii: "0"))
        digits += 1
        if point { scale += 1 }
      default: return nil
      }
    }
    guard digits > 0, !point || scale > 0 else { return nil }
    self.init(units: negative ? -units : units, scale: scale)
  }

  /// Reads a string, see `init(_: Span)`.
  public init?(_ text: String) { self.init(text.utf8Span.span) }

  /// The sum; nil where it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let scale = max(scale, other.scale)
    guard let left = scaled(to: scale), let right = other.scaled(to: scale) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(units: sum, scale: scale)
  }

  /// The difference; nil where it does not fit.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    adding(ExactDecimal(units: -other.units, scale: other.scale))
  }

  /// The quotient by a whole number, rounded half away from nought to so many decimals.
  public func divided(by count: Int, decimals: Int) -> ExactDecimal? {
    let fine = max(scale, decimals + 1)
    guard count > 0, let scaled = scaled(to: fine) else { return nil }
    var divisor = Int128(count)
    for _ in decimals..<fine {
      let (next, overflow) = divisor.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      divisor = next
    }
    // One rounding only: the remainder of the whole division decides.
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: divisor)
    let isHalf = rest.magnitude * 2 >= divisor.magnitude
    let quotient = whole + (isHalf ? (scaled < 0 ? -1 : 1) : 0)
    return ExactDecimal(units: quotient, scale: decimals)
  }

  private func scaled(to target: Int) -> Int128? {
    var result = units
    for _ in scale..<target {
      let (next, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = next
    }
    return result
  }

  /// Without trailing noughts after the point: `1234.5`, `-0.01`, `10`.
  public var text: String {
    let negative = units < 0
    var digits = String(units.magnitude)
    if scale > 0 {
      if digits.count <= scale { digits = String(repeating: "0", count: scale - digits.count + 1) + digits }
      let whole = digits.dropLast(scale)
      var fraction = digits.suffix(scale)
      while fraction.last == "0" { fraction.removeLast() }
      digits = fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
    }
    return negative ? "-" + digits : digits
  }

  public static func == (left: ExactDecimal, right: ExactDecimal) -> Bool { left.text == right.text }

  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let scale = max(left.scale, right.scale)
    // Only one of the two is scaled up; where that does not fit, it is the greater by far.
    guard let a = left.scaled(to: scale) else { return left.units < 0 }
    guard let b = right.scaled(to: scale) else { return right.units > 0 }
    return a < b
  }

  /// Exact sum of a column; cells that are no plain decimals are counted apart.
  public static func sum(of column: TextColumn) -> (sum: ExactDecimal, unread: Int) {
    var sum = ExactDecimal.zero
    var unread = 0
    for row in 0..<column.count where !column.isNull(row) {
      if let value = ExactDecimal(column.utf8(at: row)), let next = sum.adding(value) {
        sum = next
      } else {
        unread += 1
      }
    }
    return (sum, unread)
  }
}
