import RuleKit
import Tables

extension RunState {
  /// Sets rows aside that the standard does not want in the output.
  mutating func quarantine() {
    guard let rule = options.quarantine else { return }
    var codesByRow: [Int: [String]] = [:]
    for item in found.items where item.row >= 0 {
      let code = log.names[item.code]
      guard rule.severity.map({ item.severity >= $0 }) ?? false || rule.codes.contains(code) else { continue }
      let reason = item.field.map { "\(log.names[$0]): \(code)" } ?? code
      let row = Int(item.row)
      if !(codesByRow[row]?.contains(reason) ?? false) { codesByRow[row, default: []].append(reason) }
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
    let standing = found.moved(now)
    move(to: frame.gathering(kept), rowIDs: kept.map { rowIDs[$0] }, keys: kept.map { keys[$0] }, now)
    keepLogged(standing)
  }
}
