/// Fifths of a set of values, the least first.
///
/// A value's fifth is that of the middle of its equals, so equals always share a fifth and their order does not
/// matter.
struct Quintiles {
  /// Least values of the fifths 1 to 4; above all values where a fifth is empty.
  private var least = [Int](repeating: Int.max, count: 4)

  /// - Complexity: O(values log values).
  init(_ values: [Int]) {
    let sorted = values.sorted()
    var index = 0
    while index < sorted.count {
      let first = index
      while index < sorted.count, sorted[index] == sorted[first] { index += 1 }
      let fifth = 5 * (first + index) / (2 * sorted.count)
      for place in 0..<fifth where least[place] == Int.max { least[place] = sorted[first] }
    }
  }

  /// The fifth of one of the values: 0 to 4.
  func score(of value: Int) -> Int {
    if value >= least[1] { return value >= least[3] ? 4 : value >= least[2] ? 3 : 2 }
    return value >= least[0] ? 1 : 0
  }
}
