/// A set of Unicode scalars, held as ascending ranges that do not touch.
struct ScalarSet: Sendable, Equatable {
  private(set) var ranges: [ClosedRange<UInt32>] = []

  /// No scalar.
  init() {}

  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound &+ 1 {
        self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  init(_ scalar: Unicode.Scalar) { self.init([scalar.value...scalar.value]) }

  static let all = ScalarSet([0...0x10FFFF])
  static let digits = ScalarSet([0x30...0x39])
  /// Unicode property White_Space.
  static let spaces = ScalarSet([
    0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
  ])
  /// All but line ends.
  static let dot = ScalarSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029]).inverted

  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  var inverted: ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return ScalarSet(result)
  }

  /// The scalars of the basic plane that have a property; client bases hold no others.
  /// - Complexity: O(65 536).
  static func having(_ property: (Unicode.Scalar.Properties) -> Bool) -> ScalarSet {
    var result: [ClosedRange<UInt32>] = []
    var start: UInt32?
    for value in UInt32(0)...0x10000 {
      let isIn = value < 0x10000 && Unicode.Scalar(value).map { property($0.properties) } ?? false
      if isIn, start == nil { start = value }
      if !isIn, let first = start {
        result.append(first...(value - 1))
        start = nil
      }
    }
    return ScalarSet(result)
  }

  /// The set with the other case of every letter of the alphabets client bases are written in.
  var ignoringCase: ScalarSet {
    var result = ranges
    for range in ranges where range.lowerBound < 0x530 {
      for value in range.lowerBound...min(range.upperBound, 0x52F) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
          let mapped = Array(mapping.unicodeScalars)
          if mapped.count == 1 { result.append(mapped[0].value...mapped[0].value) }
        }
      }
    }
    return ScalarSet(result)
  }
}
