import Tables

/// A set of texts, found by their very bytes, without allocating; and by their letters alone.
struct ValueTable: Sendable {
  private var pool: [UInt8] = []
  private var ends: [Int] = []
  private var slots: [Int32]
  private let mask: Int
  /// Values whose letters and digits no other value shares, by their key.
  private let byKey: [String: String]

  init(_ values: [String]) {
    var size = 16
    while size < values.count * 2 { size *= 2 }
    mask = size - 1
    slots = [Int32](repeating: -1, count: size)
    var byKey: [String: String] = [:]
    for value in values {
      let key = MatchText.key(value)
      // Of two spellings neither is the right one for a third.
      byKey[key] = byKey[key] == nil || byKey[key] == value ? value : ""
    }
    self.byKey = byKey.filter { !$0.key.isEmpty && !$0.value.isEmpty }
    for value in values { insert(Array(value.utf8)) }
  }

  private mutating func insert(_ text: [UInt8]) {
    var slot = Int(truncatingIfNeeded: Self.hash(text.span)) & mask
    while slots[slot] >= 0 {
      if holds(text.span, at: Int(slots[slot])) { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(ends.count)
    pool += text
    ends.append(pool.count)
  }

  /// Whether the value is one of them, byte by byte.
  /// - Complexity: O(bytes of the value); allocates nothing.
  func contains(_ value: Span<UInt8>) -> Bool {
    var slot = Int(truncatingIfNeeded: Self.hash(value)) & mask
    while slots[slot] >= 0 {
      if holds(value, at: Int(slots[slot])) { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// The value with the same letters and digits, if there is one alone.
  func spelling(of text: String) -> String? { byKey[MatchText.key(text)] }

  private func holds(_ value: Span<UInt8>, at entry: Int) -> Bool {
    let start = entry == 0 ? 0 : ends[entry - 1]
    guard ends[entry] - start == value.count else { return false }
    for index in value.indices where pool[start + index] != value[index] { return false }
    return true
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ value: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for index in value.indices { hash = (hash ^ UInt64(value[index])) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}
