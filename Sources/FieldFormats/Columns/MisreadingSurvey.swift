import Tables

/// Finds out whether a whole column was read in a wrong encoding, and which alphabet it is written in.
struct MisreadingSurvey: Sendable {
  /// Damaged cells that are looked into; the rest of a column of a million is like them.
  private static let most = 500
  private var repairs: [Misreading: Int] = [:]
  private var looked = 0
  /// Cells with letters beyond ASCII that nothing speaks against.
  private var sound = 0
  private var cyrillic = 0
  private var latin = 0

  mutating func look(at cell: Span<UInt8>) {
    var hasUpper = false
    var hasLatin = false
    for index in cell.indices {
      let byte = cell[index]
      if byte >= 0x80 { hasUpper = true } else if (byte | 0x20) &- 0x61 < 26 { hasLatin = true }
    }
    guard hasUpper else {
      if hasLatin { latin += 1 }
      return
    }
    if !hasLatin { cyrillic += 1 }
    guard looked < Self.most else { return }
    guard Mojibake.isSuspect(cell) else {
      sound += 1
      return
    }
    looked += 1
    if let repair = Mojibake.repair(String(copying: cell)) {
      repairs[repair.misreading, default: 0] += 1
    } else {
      sound += 1
    }
  }

  /// What happened to the column; nil: nothing that its cells agree on.
  var misreading: Misreading? {
    guard let (misreading, count) = repairs.max(by: { ($0.value, $1.key.name) < ($1.value, $0.key.name) }),
      count >= 3, count * 10 >= repairs.values.reduce(0, +) * 9, sound < count
    else { return nil }
    return misreading
  }

  /// The alphabet of nine cells in ten.
  var script: String? {
    let all = cyrillic + latin
    guard all >= 10 else { return nil }
    if cyrillic * 10 >= all * 9 { return "cyrillic" }
    return latin * 10 >= all * 9 ? "latin" : nil
  }
}
