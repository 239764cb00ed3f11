import Tables

/// The lists a base was put together from: files, or what a column that names the source of data says.
///
/// A cell may name several, parted by semicolons: a merged record was in each of them.
struct SourceLists {
  /// Column that names the lists; nil when there is no such column, or only one list.
  private let named: Int?
  /// Column of addresses (`clients.xlsx › Клиенты › row 17`): one a row that a record was made of.
  private let addresses: Int?

  /// More different values than that are no lists.
  private static let most = 50

  /// Looks at the columns that may name lists: files go before what a column says.
  /// - Complexity: O(bytes of these columns).
  init(_ candidates: [Int], fields: [String], columns: [TextView]) {
    let ordered = candidates.sorted {
      (Self.rank(fields[$0]), fields[$0]) < (Self.rank(fields[$1]), fields[$1])
    }
    named = ordered.first { Self.areFew(in: columns[$0]) }
    addresses = ordered.first { fields[$0] == Self.own }
  }

  /// The field that holds addresses.
  private static let own = "source"

  private static func rank(_ field: String) -> Int { field == own ? 0 : 1 }

  /// Whether a column names two lists or a few more.
  private static func areFew(in column: TextView) -> Bool {
    var known: Set<UInt64> = []
    for row in 0..<column.count where !column.isNull(row) {
      let cell = column.utf8(at: row)
      forEachList(cell) { known.insert(Hash64.bytes(cell.extracting($0))) }
      if known.count > most { return false }
    }
    return known.count > 1
  }

  /// Adds the lists of a row, and what they say of the merges that made the record.
  ///
  /// A record of `k` rows out of `n` lists is `k − 1` matches, `n − 1` of them between lists.
  func read(_ row: Int, _ columns: [TextView], into evidence: inout Evidence, _ keys: inout MatchKeys) {
    defer { evidence.source.close() }
    guard let named, !columns[named].isNull(row) else { return }
    let cell = columns[named].utf8(at: row)
    var rows = 0
    Self.forEachList(cell) {
      rows += 1
      keys.words(cell.extracting($0))
      evidence.source.add(evidence.codes.id(of: keys.key))
    }
    let lists = evidence.source.openCount
    guard lists > 0 else { return }
    if let addresses, addresses != named, !columns[addresses].isNull(row) {
      var count = 0
      Self.forEachList(columns[addresses].utf8(at: row)) { _ in count += 1 }
      rows = max(rows, count)
    }
    evidence.mergedBetweenLists += lists - 1
    evidence.mergedWithinLists += max(rows - lists, 0)
  }

  /// Calls for each list named in a cell: an address without its last part, or the text, spaces around left out.
  private static func forEachList(_ cell: Span<UInt8>, _ body: (Range<Int>) -> Void) {
    var from = 0
    while from < cell.count {
      var to = from
      while to < cell.count, cell[to] != 0x3B, cell[to] != 0x0A { to += 1 }
      var (start, end) = (from, to)
      // U+203A parts an address.
      var mark = to - 3
      while mark >= from {
        if cell[mark] == 0xE2, cell[mark + 1] == 0x80, cell[mark + 2] == 0xBA {
          end = mark
          break
        }
        mark -= 1
      }
      while start < end, cell[start] == 0x20 { start += 1 }
      while end > start, cell[end - 1] == 0x20 { end -= 1 }
      if start < end { body(start..<end) }
      from = to + 1
    }
  }
}
