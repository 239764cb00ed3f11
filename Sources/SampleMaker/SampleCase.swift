/// One case of the samples: its files, what is true of their rows, and what people read of it.
struct SampleCase {
  /// Name of its folder.
  var name: String
  var files: [(name: String, bytes: [UInt8])]
  var truth: [TruthRow]
  var judge: Judge
  /// What the case is, one sentence.
  var about: String
  /// What is counted besides the dirt.
  var facts: [(what: String, count: Int)]

  /// The truth table: RFC 4180, a line a row.
  /// - Complexity: O(rows).
  var truthCSV: String {
    var text = "file,table,unit,number,client,status,dirt\n"
    for row in truth {
      let client = row.client.map(String.init) ?? ""
      let status = row.isClientRow ? row.client.map(judge.status) ?? "" : ""
      var tags: [Dirt] = []
      for tag in row.dirt where !tags.contains(tag) { tags.append(tag) }
      let dirt = tags.map(\.rawValue).joined(separator: " ")
      text += "\(row.file),\(row.table),\(row.unit),\(row.number),\(client),\(status),\(dirt)\n"
    }
    return text
  }

  /// How many rows carry each kind of dirt.
  func count(_ dirt: Dirt) -> Int { truth.count { $0.dirt.contains(dirt) } }

  /// The facts, and the true clients by status.
  var counts: [(what: String, count: Int)] {
    let clients = Set(truth.compactMap { $0.isClientRow ? $0.client : nil })
    return facts + [("true clients", clients.count)]
      + ["active", "dormant", "dead", "unknown"].map { status in
        (status, clients.count { judge.status(of: $0) == status })
      }
  }
}
