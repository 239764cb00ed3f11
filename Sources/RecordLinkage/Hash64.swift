import Tables

/// A 64-bit hash that is the same in every run; Swift's own is seeded anew each time.
///
/// The mixer is the finaliser of SplitMix64 (Steele, Lea, Flood: «Fast Splittable Pseudorandom Number
/// Generators», 2014). Two different values share a hash with probability about 2⁻⁶⁴ a pair.
enum Hash64 {
  /// Mixes all bits of a number into all bits of the answer.
  @inline(__always) static func mix(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Joins two hashes; order matters.
  @inline(__always) static func join(_ first: UInt64, _ second: UInt64) -> UInt64 {
    mix(first ^ (second &* 0xFF51_AFD7_ED55_8CCD &+ 0x1234_5678_9ABC_DEF1))
  }

  /// The hash of a run of bytes; never 0.
  static func bytes(_ bytes: Span<UInt8>) -> UInt64 {
    var state: UInt64 = UInt64(bytes.count) &* 0xC4CE_B9FE_1A85_EC53
    var index = 0
    while index + 8 <= bytes.count {
      var word: UInt64 = 0
      for place in 0..<8 { word |= UInt64(bytes[index + place]) << UInt64(place * 8) }
      state = mix(state ^ word)
      index += 8
    }
    var rest: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count {
      rest |= UInt64(bytes[index]) << shift
      shift += 8
      index += 1
    }
    return mix(state ^ rest) | 1
  }
}
