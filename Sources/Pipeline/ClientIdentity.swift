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
    let order = frame.fields.indices.sorted { frame.fields[$0] < frame.fields[$1] }
      .filter { frame.fields[$0] != "client_id" && frame.fields[$0] != "source" }
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
        for place in order {
          let column = frame.columns[place]
          guard !column.isNull(row) else { continue }
          hash.update(frame.fields[place])
          hash.update(column.utf8(at: row))
          hash.endPart()
        }
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
