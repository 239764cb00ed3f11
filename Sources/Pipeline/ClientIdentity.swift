import Tables

/// Keys of rows that depend on what a row holds and never on where it stands.
///
/// A row that already carries a client id of ours keeps it. Else a source key (`external_id`) that only this row
/// has makes the id, so that it survives edits of the record; else the whole content does. Rows of equal content
/// are numbered: which is which does not matter, they are equal.
enum ClientIdentity {
  /// What each row is known by from run to run: its content, without numbers that systems give.
  ///
  /// `external_id` is no part of it: in many a list it is the number of the line.
  /// - Complexity: O(bytes).
  static func recordKeys(of frame: Frame) -> [RecordKey] {
    let order = contentOrder(of: frame).filter { frame.fields[$0] != "external_id" }
    return (0..<frame.rowCount).map { content($0, of: frame, order) }
  }

  /// One id a row, all different unless two rows carried the same.
  /// - Parameters:
  ///   - frame: the rows.
  ///   - records: what `recordKeys` gives for them.
  /// - Returns: the ids, in the order of the rows.
  /// - Complexity: O(bytes of ids).
  static func keys(of frame: Frame, records: [RecordKey]) -> [String] {
    let given = frame["client_id"]
    let external = frame["external_id"]
    var uses: [String: Int] = [:]
    if let external {
      for row in 0..<frame.rowCount { if let key = external[row] { uses[key, default: 0] += 1 } }
    }
    let order = contentOrder(of: frame)
    var seen: [String: Int] = [:]
    return (0..<frame.rowCount).map { row in
      if let id = given?[row] { return id }
      let id: String
      if let key = external?[row] {
        if uses[key] == 1 {
          let hash = SHA256()
          hash.update("external_id")
          hash.update(key)
          id = self.id(of: RecordKey(digest: hash.finish()))
        } else {
          id = self.id(of: content(row, of: frame, order))
        }
      } else {
        id = self.id(of: records[row])
      }
      let number = seen[id, default: 0]
      seen[id] = number + 1
      return number > 0 ? again(id, number) : id
    }
  }

  /// Another id made of an id that is taken.
  static func again(_ id: String, _ number: Int) -> String {
    let hash = SHA256()
    hash.update(id)
    hash.update(String(number))
    return self.id(of: RecordKey(digest: hash.finish()))
  }

  /// Keys that put rows in an order of content: rows that carry a client id come first, those of one client id
  /// by what else they hold.
  /// - Complexity: O(rows + bytes of the rows that share an id).
  static func sortKeys(of frame: Frame, ids: [String]) -> [String] {
    guard let given = frame["client_id"] else { return ids.map { "1" + $0 } }
    var uses: [String: Int] = [:]
    for id in ids { uses[id, default: 0] += 1 }
    let order = contentOrder(of: frame)
    return ids.enumerated().map { row, id in
      guard !given.isNull(row) else { return "1" + id }
      guard uses[id, default: 1] > 1 else { return "0" + id }
      return "0\(id) \(self.id(of: content(row, of: frame, order)))"
    }
  }

  /// Whether an id has the form of those made here, so that its row has been through a run before.
  static func isOwn(_ id: borrowing Span<UInt8>) -> Bool {
    guard id.count == 14, id[0] == UInt8(ascii: "C"), id[1] == UInt8(ascii: "-") else { return false }
    for index in 2..<14 {
      switch id[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      default: return false
      }
    }
    return true
  }

  /// Columns that make a row's content, by name.
  private static func contentOrder(of frame: Frame) -> [Int] {
    frame.fields.indices.sorted { frame.fields[$0] < frame.fields[$1] }
      .filter { frame.fields[$0] != "client_id" && frame.fields[$0] != "source" }
  }

  private static func content(_ row: Int, of frame: Frame, _ order: [Int]) -> RecordKey {
    let hash = SHA256()
    for place in order where !frame.columns[place].isNull(row) {
      let column = frame.columns[place]
      hash.update(frame.fields[place])
      hash.update(column.utf8(at: row))
      hash.endPart()
    }
    return RecordKey(digest: hash.finish())
  }

  private static func id(of key: RecordKey) -> String { "C-\(key)" }
}
