import Tables

/// Which given names may be one person's: Саша and Александр, Bill and William.
///
/// A weak equivalence, for matching only: a form may belong to several names, and names that share a form are
/// not thereby the same.
package struct Nicknames: Sendable {
  private var store = ValueStore()
  private var fullNames: [UInt32: [UInt32]] = [:]
  private var firstNames = ValueStore()

  /// No nicknames.
  package init() {}

  /// Pairs of a form and its full name, as people write them.
  package init(_ pairs: some Sequence<(form: String, name: String)>) {
    var keys = MatchKeys()
    func id(_ text: String, _ store: inout ValueStore) -> UInt32 {
      keys.words(Array(text.utf8).span)
      return store.id(of: keys.key)
    }
    for (form, name) in pairs {
      let full = id(name, &store)
      let short = id(form, &store)
      guard full != 0, short != 0 else { continue }
      fullNames[short, default: []].append(full)
      if fullNames[full]?.contains(full) != true { fullNames[full, default: []].append(full) }
    }
  }

  /// Lines of a dictionary file: form, tab, full name; `#` begins a comment.
  package init(lines: some Sequence<some StringProtocol>) {
    self.init(
      lines.lazy.compactMap { line -> (form: String, name: String)? in
        let parts = line.split(separator: "\t")
        guard !line.hasPrefix("#"), parts.count >= 2 else { return nil }
        return (String(parts[0]), String(parts[1]))
      })
  }

  /// For each value of a store of names, the numbers of the full names it may stand for, sorted.
  func names(of values: ValueStore) -> [UInt32: [UInt32]] {
    guard !fullNames.isEmpty, values.count > 1 else { return [:] }
    var found: [UInt32: [UInt32]] = [:]
    for value in 1..<UInt32(values.count) {
      let here = store.find(values.utf8(value))
      if let names = fullNames[here] { found[value] = names.sorted() }
    }
    return found
  }

  /// Learns which words are first names, from lines of a dictionary file: the name stands before the first tab.
  package mutating func learn(firstNames lines: some Sequence<some StringProtocol>) {
    var keys = MatchKeys()
    for line in lines where !line.hasPrefix("#") {
      let name = line.prefix { $0 != "\t" }
      keys.words(Array(name.utf8).span)
      _ = firstNames.id(of: keys.key)
    }
  }

  /// Whether a column of full names looks like one of persons: one cell in four has a known first name in it.
  ///
  /// Without a dictionary every column does. Looks at the first thousand cells.
  func knowsNames(in column: TextView) -> Bool {
    guard firstNames.count > 1 else { return true }
    var keys = MatchKeys()
    var (told, known) = (0, 0)
    for row in 0..<column.count where !column.isNull(row) && told < 1000 {
      told += 1
      keys.words(column.utf8(at: row))
      let words = NameParts.words(of: keys.key.span)
      if words.count <= 4, words.contains(where: { firstNames.find(keys.key.span.extracting($0)) != 0 }) {
        known += 1
      }
    }
    return told < 20 || known * 4 >= told
  }

  /// For each value of a store of names whether it is a first name that people bear.
  func knownNames(of values: ValueStore) -> [Bool] {
    (0..<values.count).map { firstNames.count > 1 && firstNames.find(values.utf8(UInt32($0))) != 0 }
  }
}
