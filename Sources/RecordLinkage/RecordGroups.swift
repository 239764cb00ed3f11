import Tables

/// Rows gathered into records: rows that say the same of themselves are one record.
///
/// Records stand in the order of their content's hash, so nothing that follows can depend on the order of rows.
struct RecordGroups {
  /// For each record its rows, the plainest tie-break first.
  private(set) var rows: [[Int]] = []
  /// For each row the hash of all that belongs to the client.
  let clientHashes: [UInt64]
  private(set) var evidence: Evidence

  /// Groups the rows of a table.
  init(fields: [String], columns: [TextView], rowCount: Int) {
    var reader = EvidenceReader(fields: fields, columns: columns)
    let byRow = reader.read(rowCount: rowCount)
    var client = [UInt64](repeating: 0, count: rowCount)
    var whole = [UInt64](repeating: 0, count: rowCount)
    for (field, column) in zip(fields, columns) {
      let name = Hash64.bytes(Array(field.utf8).span)
      let isMark = FieldRole.isMark(field)
      for row in 0..<rowCount where !column.isNull(row) {
        // A sum: the order of the columns does not matter.
        let hash = Hash64.join(name, Hash64.bytes(column.utf8(at: row)))
        whole[row] = whole[row] &+ hash
        if !isMark { client[row] = client[row] &+ hash }
      }
    }
    let content = (0..<rowCount).map { byRow.contentHash($0) }
    let order = (0..<rowCount).sorted {
      (content[$0], client[$0], whole[$0], $0) < (content[$1], client[$1], whole[$1], $1)
    }
    var first: [UInt32] = []
    for row in order where byRow.informativeCount(row) > 0 || !byRow.text.allSatisfy({ $0[row] == 0 }) {
      if let last = first.last, content[Int(last)] == content[row] {
        rows[rows.count - 1].append(row)
      } else {
        first.append(UInt32(row))
        rows.append([row])
      }
    }
    clientHashes = client
    evidence = byRow.gathering(first)
  }
}
