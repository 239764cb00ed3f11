import Tables

/// How often values stand in a column.
enum Counts {
  /// For each value of a store the number of records that have it.
  static func of(_ ids: [UInt32], in valueCount: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: valueCount)
    for id in ids where id != 0 { counts[Int(id)] += 1 }
    return counts
  }

  /// Share of the pairs of records that have the same value: Σ c(c−1) / n(n−1).
  static func agreement(_ counts: [UInt32], records: Int) -> Double {
    guard records > 1 else { return 0 }
    var pairs = 0.0
    for count in counts.dropFirst() where count > 1 { pairs += Double(count) * Double(count - 1) }
    return pairs / (Double(records) * Double(records - 1))
  }
}

/// On how many differently named records each phone or e-mail stands.
///
/// Names are told apart by their first two letters, so that slips and nicknames of one name seldom count as two.
struct SharedValues: Sendable {
  /// From so many names on a value says little of who somebody is.
  static let manyNames: UInt32 = 5

  /// For each value the number of names; 0 for a value on records without names.
  let names: [UInt32]
  /// Share of the pairs of records with different names that have a value in common.
  let agreement: Double

  init(_ list: ValueList, in valueCount: Int, of evidence: Evidence) {
    var pairs: [UInt64] = []
    for record in 0..<list.count {
      let mark = Self.nameMark(record, evidence)
      guard mark != 0 else { continue }
      for place in list.range(record) { pairs.append(UInt64(list[place]) << 32 | UInt64(mark)) }
    }
    pairs.sort()
    var names = [UInt32](repeating: 0, count: valueCount)
    for (index, pair) in pairs.enumerated() where index == 0 || pairs[index - 1] != pair {
      names[Int(pair >> 32)] += 1
    }
    self.names = names
    agreement = Counts.agreement(names, records: list.count)
  }

  private static func nameMark(_ record: Int, _ evidence: Evidence) -> UInt32 {
    let name: Span<UInt8> =
      evidence.org[record] != 0
      ? evidence.orgs.utf8(evidence.org[record])
      : evidence.names.utf8(evidence.given[record] != 0 ? evidence.given[record] : evidence.surname[record])
    guard name.count > 0 else { return 0 }
    return UInt32(name[0]) << 8 | UInt32(name.count > 1 ? name[1] : 0) | 0x10000
  }

  /// Number of values on many names.
  var sharedCount: Int { names.count { $0 >= Self.manyNames } }

  /// Whether the value stands on so many names that it tells nobody apart.
  @inline(__always) func isShared(_ value: UInt32) -> Bool { names[Int(value)] >= Self.manyNames }
}
