import Tables

/// A double as text: the shortest digits that read back as the same double.
enum DecimalText {
  /// Plain decimal: no exponent below 1e15, no `.0` on whole numbers.
  static func plain(_ value: Double) -> String {
    laidOut(value) { exponent, digits in abs(exponent) < 15 || (exponent < 0 && exponent > -40 && digits < 40)
    }
  }

  /// Whole numbers below 1e15 as digits, all others as Python's `repr` lays them out.
  static func canonical(_ value: Double) -> String {
    if value == value.rounded(.towardZero), abs(value) < 1e15 { return String(Int64(value)) }
    let text = laidOut(value) { exponent, _ in exponent >= -4 && exponent < 16 }
    guard value == value.rounded(.towardZero), abs(value) < 1e16 else { return text }
    return text + ".0"
  }

  /// The number of hundredths, when the shortest digits of the value end there.
  ///
  /// Of the decimals of at most 15 digits no two are the same double (IEEE 754, DBL_DIG), so the one found is the
  /// shortest.
  static func hundredths(_ value: Double) -> Int64? {
    let count = (value * 100).rounded()
    guard abs(count) < 1e15, count / 100 == value else { return nil }
    return Int64(count)
  }

  /// Writes a number of hundredths that is not whole behind `first`, which it gives: `-0.5`, `12.34`.
  static func write(hundredths: Int64, to digits: inout InlineArray<20, UInt8>) -> Int {
    var rest = hundredths.magnitude
    var first = 20
    if rest % 10 == 0 { rest /= 10 }
    let places = hundredths % 10 == 0 ? 1 : 2
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      if first == 20 - places {
        first -= 1
        digits[first] = UInt8(ascii: ".")
        if rest == 0 {
          first -= 1
          digits[first] = UInt8(ascii: "0")
        }
      }
    } while rest > 0 || first > 20 - places
    if hundredths < 0 {
      first -= 1
      digits[first] = UInt8(ascii: "-")
    }
    return first
  }

  // `isPlain` tells whether a number of that decimal exponent and count of digits is written without `e`.
  private static func laidOut(_ value: Double, _ isPlain: (Int, Int) -> Bool) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    guard value != 0 else { return "0" }
    let (digits, exponent) = decompose(value.magnitude)
    let sign = value < 0 ? "-" : ""
    guard isPlain(exponent, digits.count) else {
      let fraction = digits.count > 1 ? "." + text(digits[1...]) : ""
      let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
      return sign + text(digits[..<1]) + fraction + "e" + (exponent < 0 ? "-" : "+") + power
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + text(digits[...]) }
    if digits.count <= exponent + 1 {
      return sign + text(digits[...]) + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return sign + text(digits[...exponent]) + "." + text(digits[(exponent + 1)...])
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }

  /// The shortest digits, without zeros at either end, and the decimal exponent of the first.
  private static func decompose(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    // The standard library prints the shortest digits (SwiftDtoa, Errol/Ryu class); only their layout is ours.
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    var rest = value.description.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        exponent = Int(String(decoding: rest, as: UTF8.self)) ?? 0
        rest = rest[rest.endIndex...]
      default: digits.append(byte)
      }
    }
    exponent += (point ?? digits.count) - 1
    let zeros = digits.prefix { $0 == 0x30 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
    return (digits, exponent)
  }
}
