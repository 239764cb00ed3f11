/// Levels of all comparisons of a pair, four bits each.
struct Pattern: Hashable, Sendable {
  /// Comparisons a pattern holds at most.
  static let capacity = 32
  /// The packed levels of places 0…15 and 16…31.
  var low: UInt64 = 0
  var high: UInt64 = 0

  /// The level of a comparison; 0 where one of the two says nothing.
  @inline(__always) subscript(place: Int) -> Int {
    get { Int(truncatingIfNeeded: (place < 16 ? low : high) >> UInt64((place & 15) * 4)) & 15 }
    set {
      let shift = UInt64((place & 15) * 4)
      let mask: UInt64 = 15 << shift
      if place < 16 {
        low = low & ~mask | UInt64(newValue) << shift
      } else {
        high = high & ~mask | UInt64(newValue) << shift
      }
    }
  }
}
