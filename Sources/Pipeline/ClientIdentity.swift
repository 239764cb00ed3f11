import Tables

/// Keys of rows that depend on what a row holds and never on where it stands.
///
/// A row that already carries a client id of ours keeps it. Else a source key (`external_id`) that only this row
/// has makes the id, so that it survives edits of the record; else the whole content does. Rows of equal content
/// are numbered: which is which does not matter, they are equal.
enum ClientIdentity {
  /// Crockford's base 32: digits and letters without I, L, O, U.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// One id a row, all different unless two rows carried the same.
  /// - Complexity: O(bytes).
  static func keys(of frame: Frame) -> [String] {
    let order = contentOrder(of: frame)
    let given = frame["client_id"]
    let external = frame["external_id"]
    var uses: [String: Int] = [:]
    if let external {
      for row in 0..<frame.rowCount { if let key = external[row] { uses[key, default: 0] += 1 } }
    }
    var seen: [String: Int] = [:]
    return (0..<frame.rowCount).map { row in
      if let id = given?[row] { return id }
      let hash = SHA256()
      if let key = external?[row], uses[key] == 1 {
        hash.update("external_id")
        hash.update(key)
      } else {
        add(row, of: frame, order, to: hash)
      }
      let id = id(of: hash.finish())
      let number = seen[id, default: 0]
      seen[id] = number + 1
      guard number > 0 else { return id }
      let again = SHA256()
      again.update(id)
      again.update(String(number))
      return self.id(of: again.finish())
    }
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
      let hash = SHA256()
      add(row, of: frame, order, to: hash)
      return "0\(id) \(self.id(of: hash.finish()))"
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

  private static func add(_ row: Int, of frame: Frame, _ order: [Int], to hash: borrowing SHA256) {
    for place in order where !frame.columns[place].isNull(row) {
      let column = frame.columns[place]
      hash.update(frame.fields[place])
      hash.update(column.utf8(at: row))
      hash.endPart()
    }
  }

  /// `C-` and the first 60 bits in base 32.
  private static func id(of digest: [UInt8]) -> String {
    var bits = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var text: [Character] = ["C", "-"]
    for _ in 0..<12 {
      text.append(alphabet[Int(bits >> 59)])
      bits <<= 5
    }
    return String(text)
  }
}
