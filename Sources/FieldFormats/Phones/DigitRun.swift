import Tables

/// A short run of ASCII digits, held in place.
struct DigitRun: Sendable {
  /// More than three numbers glued together are no phones.
  static let longest = 36
  private var places = InlineArray<36, UInt8>(repeating: 0x30)
  private(set) var count = 0
  /// Whether digits came for which there was no room.
  private(set) var isOverlong = false

  init() {}

  init(_ digits: Span<UInt8>) { append(digits) }

  var isEmpty: Bool { count == 0 }

  /// The digits.
  var span: Span<UInt8> {
    @_lifetime(borrow self)
    get { places.span.extracting(0..<count) }
  }

  /// The digits as text.
  var text: String { String(copying: span) }

  @inline(__always)
  mutating func append(_ digit: UInt8) {
    guard count < Self.longest else {
      isOverlong = true
      return
    }
    places[count] = digit
    count += 1
  }

  mutating func append(_ digits: Span<UInt8>) {
    for index in digits.indices { append(digits[index]) }
  }

  /// The digits with the last `tail.count` of them replaced.
  func replacing(tail: Span<UInt8>) -> DigitRun {
    var run = DigitRun(span.extracting(0..<max(count - tail.count, 0)))
    run.append(tail)
    return run
  }

  /// Whether the run begins with these digits.
  func starts(with digits: StaticString) -> Bool { span.begins(digits) }
}

extension Span<UInt8> {
  /// Whether the bytes begin with those of `text`.
  func begins(_ text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    for index in 0..<text.utf8CodeUnitCount where unsafe self[index] != text.utf8Start[index] { return false }
    return true
  }
}
