import Tables

/// A short run of digits and capitals, held in place.
struct CodeRun: Sendable {
  /// The longest code, IBAN, has 34.
  static let longest = 64
  private var places = InlineArray<64, UInt8>(repeating: 0)
  private(set) var count = 0

  init() {}

  /// The code.
  var span: Span<UInt8> {
    @_lifetime(borrow self)
    get { places.span.extracting(0..<count) }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    places[count] = byte
    count &+= 1
  }
}
