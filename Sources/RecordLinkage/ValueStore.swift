import Tables

/// Distinct values kept once and spoken of by number; 0 stands for a missing value.
///
/// Shape: value `id` is `bytes[ends[id - 1]..<ends[id]]`. Numbers follow the order of arrival, so nothing that
/// reaches an answer may depend on their order, only on their equality.
struct ValueStore: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]
  private var hashes: [UInt64] = [0]
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// Number of values, the missing one included.
  var count: Int { ends.count }

  /// The number of a value, new or known; 0 for an empty one.
  mutating func id(of value: Span<UInt8>) -> UInt32 {
    guard value.count > 0 else { return 0 }
    let hash = Hash64.bytes(value)
    var slot = Int(truncatingIfNeeded: hash >> 1) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = slots[slot]
      if hashes[Int(known)] == hash, utf8(known).equals(value) { return known }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = UInt32(ends.count)
    for index in value.indices { bytes.append(value[index]) }
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[slot] = id
    if ends.count * 2 > slots.count { grow() }
    return id
  }

  /// The number of a value, new or known; 0 for an empty one.
  mutating func id(of value: [UInt8]) -> UInt32 { id(of: value.span) }

  /// The number of a known value, else 0.
  func find(_ value: Span<UInt8>) -> UInt32 {
    guard value.count > 0 else { return 0 }
    let hash = Hash64.bytes(value)
    var slot = Int(truncatingIfNeeded: hash >> 1) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = slots[slot]
      if hashes[Int(known)] == hash, utf8(known).equals(value) { return known }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for id in 1..<ends.count {
      var slot = Int(truncatingIfNeeded: hashes[id] >> 1) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(id)
    }
  }

  /// The value's bytes; empty for 0.
  @_lifetime(borrow self)
  func utf8(_ id: UInt32) -> Span<UInt8> {
    let from = id == 0 ? 0 : Int(ends[Int(id) - 1])
    return bytes.span.extracting(from..<Int(ends[Int(id)]))
  }

  /// The value's hash, which depends on its bytes alone; 0 for the missing value.
  @inline(__always) func hash(_ id: UInt32) -> UInt64 { hashes[Int(id)] }
}
