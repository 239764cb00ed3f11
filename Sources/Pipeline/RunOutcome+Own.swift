import Standards
import Tables

/// What a run says of rows when it was held against other bases.
extension RunOutcome {
  /// What the comparison says of a client row; nil where there was none, and for rows that are no clients.
  public func ownVerdict(of row: Int) -> OwnVerdict? {
    guard isCompared else { return nil }
    if let verdict = aside.verdicts[row] { return verdict }
    return clientOfRow[row] >= 0 && assembly.sources[assembly.place(of: row).source].role == .clients
      ? .new : nil
  }

  /// The client that a row went into: of the output, or of the own base.
  public func clientID(of row: Int) -> String? {
    if let record = aside.ours[row] { return own?.ids[record] }
    let client = Int(clientOfRow[row])
    return client < 0 ? nil : clients["client_id"]?[client]
  }

  /// Address of a row; rows of the own base are numbered after those of all sources.
  public func address(of row: Int) -> String {
    row < assembly.rowCount
      ? assembly.address(of: row) : own?.assembly.address(of: row - assembly.rowCount) ?? ""
  }

  /// Address of the record of the own base that a row was found to be.
  public func ownAddress(of row: Int) -> String? {
    aside.ours[row].flatMap { own?.address(of: $0) }
  }

  /// Rows of the run's sources by what the comparison says of them.
  public var ownCounts: [OwnVerdict: Int] {
    var counts: [OwnVerdict: Int] = [:]
    for row in assembly.clientRows {
      if let verdict = ownVerdict(of: row) { counts[verdict, default: 0] += 1 }
    }
    return counts
  }

  /// A value as it was read, of a row of the sources or of the own base.
  func readValue(_ field: String, _ row: Int) -> String? {
    let (whole, row) = row < assembly.rowCount ? (assembly, row) : (own?.assembly, row - assembly.rowCount)
    guard let whole else { return nil }
    let place = whole.place(of: row)
    let source = whole.sources[place.source]
    guard let column = source.columns.firstIndex(where: { $0.field == field }) else { return nil }
    return source.table.columns[column].cells[place.row]
  }
}
