import Tables

/// Rows gathered into records: rows that say the same of themselves are one record.
///
/// Records stand in the order of their content's hash, so nothing that follows can depend on the order of rows.
struct RecordGroups: Sendable {
  /// For each record its rows, the plainest tie-break first: `sortedRows[ends[n - 1]..<ends[n]]`.
  private var sortedRows: [UInt32] = []
  private var ends: [UInt32] = []
  /// For each row the hash of all that belongs to the client.
  let clientHashes: [UInt64]
  private(set) var evidence: Evidence

  /// Number of records.
  var count: Int { ends.count }

  /// Rows of a record, the plainest tie-break first.
  func rows(_ record: Int) -> ArraySlice<UInt32> {
    sortedRows[(record == 0 ? 0 : Int(ends[record - 1]))..<Int(ends[record])]
  }

  /// The row that stands for a record.
  func firstRow(_ record: Int) -> Int { Int(sortedRows[record == 0 ? 0 : Int(ends[record - 1])]) }

  /// Groups the rows of a table.
  init(
    fields: [String], columns: [TextView], rowCount: Int, names: Nicknames = Nicknames(), jobs: Int = 1
  ) {
    let byRow = EvidenceReader.read(
      fields: fields, columns: columns, rowCount: rowCount, names: names, jobs: jobs)
    let names = fields.map { Hash64.bytes(Array($0.utf8).span) }
    let marks = fields.map(FieldRole.isMark)
    var (content, client, whole): ([UInt64], [UInt64], [UInt64]) = ([], [], [])
    for part in Parallel.chunks(
      rowCount, jobs: jobs, { Self.hashes($0, byRow, names: names, marks: marks, columns: columns) })
    {
      content += part.content
      client += part.client
      whole += part.whole
    }
    let order = Self.order(content, client, whole)
    var first: [UInt32] = []
    for row in order
    where byRow.informativeCount(Int(row)) > 0 || !byRow.text.allSatisfy({ $0[Int(row)] == 0 }) {
      if let last = first.last, content[Int(last)] == content[Int(row)] {
        ends[ends.count - 1] += 1
      } else {
        first.append(row)
        ends.append(UInt32(sortedRows.count) + 1)
      }
      sortedRows.append(row)
    }
    clientHashes = client
    evidence = byRow.gathering(first)
    for record in 0..<count where !evidence.source.isEmpty(record) && evidence.informativeCount(record) >= 2 {
      evidence.mergedWithinLists += rows(record).count - 1
    }
  }

  private struct Hashes: Sendable {
    var content: [UInt64] = []
    var client: [UInt64] = []
    var whole: [UInt64] = []
  }

  private static func hashes(
    _ rows: Range<Int>, _ evidence: Evidence, names: [UInt64], marks: [Bool], columns: [TextView]
  ) -> Hashes {
    var hashes = Hashes()
    hashes.content = rows.map { evidence.contentHash($0) }
    hashes.client = Array(repeating: 0, count: rows.count)
    hashes.whole = hashes.client
    for (index, column) in columns.enumerated() {
      for row in rows where !column.isNull(row) {
        // A sum: the order of the columns does not matter.
        let hash = Hash64.join(names[index], Hash64.bytes(column.utf8(at: row)))
        hashes.whole[row - rows.lowerBound] &+= hash
        if !marks[index] { hashes.client[row - rows.lowerBound] &+= hash }
      }
    }
    return hashes
  }

  /// Rows by content, then by what else they hold.
  private static func order(_ content: [UInt64], _ client: [UInt64], _ whole: [UInt64]) -> [UInt32] {
    var (keys, rows) = RadixSort.sorted(content, Array(0..<UInt32(content.count)))
    var from = 0
    while from < keys.count {
      var to = from + 1
      while to < keys.count, keys[to] == keys[from] { to += 1 }
      if to - from > 1 {
        rows[from..<to].sort {
          (client[Int($0)], whole[Int($0)], $0) < (client[Int($1)], whole[Int($1)], $1)
        }
      }
      from = to
    }
    keys = []
    return rows
  }
}
