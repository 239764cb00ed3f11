import RuleKit
import Tables

extension RunState {
  /// Sets rows aside that the standard does not want in the output.
  mutating func quarantine() {
    guard let rule = options.quarantine else { return }
    var codesByRow: [Int: [String]] = [:]
    for finding in found where finding.row >= 0 {
      guard rule.severity.map({ finding.severity >= $0 }) ?? false || rule.codes.contains(finding.code) else {
        continue
      }
      let reason = finding.field.map { "\($0): \(finding.code)" } ?? finding.code
      if !(codesByRow[finding.row]?.contains(reason) ?? false) { codesByRow[finding.row, default: []].append(reason) }
    }
    guard !codesByRow.isEmpty else { return }
    logFound()
    for (row, codes) in codesByRow { reasons[rowIDs[row]] = codes.joined(separator: "; ") }
    let kept = (0..<frame.rowCount).filter { codesByRow[$0] == nil }
    var now = [Int32](repeating: -1, count: frame.rowCount)
    for (new, old) in kept.enumerated() { now[old] = Int32(new) }
    links = links.compactMap { link in
      guard now[link.rowA] >= 0, now[link.rowB] >= 0 else { return nil }
      var link = link
      link.rowA = Int(now[link.rowA])
      link.rowB = Int(now[link.rowB])
      return link
    }
    let standing = found.compactMap { finding -> RoundFinding? in
      guard finding.row >= 0, now[finding.row] >= 0 else { return finding.row < 0 ? finding : nil }
      var finding = finding
      finding.row = Int(now[finding.row])
      return finding
    }
    move(to: frame.gathering(kept), rowIDs: kept.map { rowIDs[$0] }, keys: kept.map { keys[$0] }, now)
    keepLogged(standing)
  }
}
