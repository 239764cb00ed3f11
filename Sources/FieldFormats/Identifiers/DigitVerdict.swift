import Tables

/// What a register's rule says of a run of digits.
enum DigitVerdict: Equatable {
  /// As it should be.
  case right
  /// Well formed, but doubtful.
  case doubtful(FormatCode)
  /// Wrong.
  case wrong(FormatCode)
  /// Put in to fill the field.
  case placeholder
  /// Right once this many zeros stand before it.
  case lostZeros(Int)
}

/// Arithmetic on ASCII digits.
enum Digits {
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func areDigits(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] &- 0x30 >= 10 { return false }
    return !text.isEmpty
  }

  /// Sum of the digits by their weights, the first weight for the first digit.
  @inline(__always)
  static func sum<let count: Int>(_ digits: Span<UInt8>, _ weights: InlineArray<count, Int>) -> Int {
    var sum = 0
    for index in 0..<count { sum += Int(digits[index] &- 0x30) * weights[index] }
    return sum
  }

  @inline(__always)
  static func value(_ digits: Span<UInt8>, _ range: Range<Int>) -> Int {
    var value = 0
    for index in range { value = value &* 10 &+ Int(digits[index] &- 0x30) }
    return value
  }

  /// Whether all digits are the same.
  static func areEqual(_ digits: Span<UInt8>) -> Bool {
    for index in 1..<max(digits.count, 1) where digits[index] != digits[0] { return false }
    return true
  }

  /// Whether the digits go up or down by one, 9 and 0 being neighbours: 1234567890, 9876543210.
  static func areRun(_ digits: Span<UInt8>) -> Bool {
    guard digits.count > 4 else { return false }
    let first = step(digits, 1)
    guard first == 1 || first == 9 else { return false }
    for index in 2..<digits.count where step(digits, index) != first { return false }
    return true
  }

  /// From the digit before a place to the digit there, 0 after 9: 0…9.
  @inline(__always)
  static func step(_ digits: Span<UInt8>, _ place: Int) -> UInt8 {
    let step = digits[place] &- digits[place - 1]
    return step > 9 ? step &+ 10 : step
  }
}
