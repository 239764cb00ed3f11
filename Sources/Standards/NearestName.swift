/// Did-you-mean: the known name nearest to a misspelt one.
public enum NearestName {
  /// The known name at the least edit distance, if it is near enough: 2 edits, or a third of the length.
  ///
  /// Letter case does not count. Of equally near names the one that begins and ends most alike is taken, then the
  /// first one of `known`.
  /// - Complexity: O(names × length²).
  public static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    let reach = max(2, wanted.count / 3)
    var best: (name: String, distance: Int, alike: Int)?
    for candidate in known {
      let letters = Array(candidate.lowercased())
      // A name that must be rewritten whole is not near, however short it is.
      let limit = min(reach, max(wanted.count, letters.count) - 1)
      guard abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      guard distance <= limit else { continue }
      let alike =
        zip(wanted, letters).prefix { $0 == $1 }.count
        + zip(wanted.reversed(), letters.reversed()).prefix { $0 == $1 }.count
      if let best, (best.distance, -best.alike) <= (distance, -alike) { continue }
      best = (candidate, distance, alike)
    }
    return best?.name
  }

  /// Least number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
  ///
  /// Source: Damerau (1964), in its restricted form (no letter is edited twice).
  /// - Complexity: O(product of lengths).
  public static func distance(_ left: String, _ right: String) -> Int {
    distance(Array(left), Array(right))
  }

  static func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      current.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var least = min(replaced, previous[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          least = min(least, beforePrevious[column - 2] + 1)
        }
        current.append(least)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
