import Tables

/// Birth dates, numbers of documents and lists.
extension PairComparator {
  func birth(_ first: UInt32, _ second: UInt32) -> Int {
    guard first != 0, second != 0 else { return 0 }
    if first == second { return 1 }
    let (one, other) = (evidence.dates.utf8(first), evidence.dates.utf8(second))
    let year = one.extracting(0..<4).equals(other.extracting(0..<4))
    let (monthA, dayA) = (one.extracting(4..<6), one.extracting(6..<8))
    let (monthB, dayB) = (other.extracting(4..<6), other.extracting(6..<8))
    let (yearOnlyA, yearOnlyB) = (evidence.isYearOnly(one), evidence.isYearOnly(other))
    if yearOnlyA || yearOnlyB {
      if year { return yearOnlyA && yearOnlyB ? 1 : 4 }
      let close = EditDistance.between(one.extracting(0..<4), other.extracting(0..<4), limit: 1) <= 1
      if close { return Comparison.Birth.year }
      return Self.isPossible(one) && Self.isPossible(other) ? Comparison.Birth.different : 0
    }
    if year, monthA.equals(dayB), dayA.equals(monthB) { return 2 }
    let slips = EditDistance.between(one, other, limit: 2)
    if slips <= 1 { return 3 }
    let same = (year ? 1 : 0) + (monthA.equals(monthB) ? 1 : 0) + (dayA.equals(dayB) ? 1 : 0)
    if same == 2 || year && slips <= 2 { return 4 }
    // A day that no calendar has contradicts nothing.
    guard Self.isPossible(one), Self.isPossible(other) else { return 0 }
    return year || slips <= 2 ? Comparison.Birth.year : Comparison.Birth.different
  }

  private static func isPossible(_ date: Span<UInt8>) -> Bool {
    let month = Int(date[4] - 0x30) * 10 + Int(date[5] - 0x30)
    let day = Int(date[6] - 0x30) * 10 + Int(date[7] - 0x30)
    return (1...12).contains(month) && (1...31).contains(day)
  }

  /// The best level of any two documents of one kind: a passport is not compared with a tax number.
  func document(_ a: Int, _ b: Int) -> Int {
    var level = 0
    for mine in evidence.document.range(a) {
      for theirs in evidence.document.range(b) {
        if evidence.document[mine] == evidence.document[theirs] { return 1 }
        let (one, other) = (
          evidence.codes.utf8(evidence.document[mine]), evidence.codes.utf8(evidence.document[theirs])
        )
        guard one[0] == other[0] else { continue }
        let slips = EditDistance.between(one, other, limit: 2)
        let found = slips <= 1 ? 2 : slips == 2 && one.count >= 8 ? 3 : 4
        level = level == 0 ? found : min(level, found)
      }
    }
    return level
  }

  /// Whether two records come from one list (1) or from two (2).
  func source(_ a: Int, _ b: Int) -> Int {
    let (mine, theirs) = (evidence.source.range(a), evidence.source.range(b))
    guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
    for one in mine { for other in theirs where evidence.source[one] == evidence.source[other] { return 1 } }
    return 2
  }
}
