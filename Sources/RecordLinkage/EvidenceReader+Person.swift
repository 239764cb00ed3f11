import Tables

/// Who a person is.
extension EvidenceReader {
  mutating func readPerson(_ row: Int) {
    var generation: UInt8 = 0
    let givenColumn = first(.givenName, row) { $0.words($1) }
    var given = withoutGeneration(keys.key, &generation, givenColumn, row)
    _ = first(.middleName, row) { $0.words($1) }
    var middle = keys.key
    let surnameColumn = first(.surname, row) { $0.words($1) }
    var surname = withoutGeneration(keys.key, &generation, surnameColumn, row)
    if given.isEmpty || surname.isEmpty || middle.isEmpty,
      let column = first(.fullName, row, { $0.words($1) })
    {
      let full = withoutGeneration(keys.key, &generation, column, row)
      if given.isEmpty, surname.isEmpty {
        let cell = columns[column].utf8(at: row)
        var comma = false
        for index in cell.indices where cell[index] == 0x2C { comma = true }
        let parts = NameParts(full.span, surnameFirst: comma)
        given = parts.given.map { Array(full[$0]) } ?? []
        middle = parts.middle.map { Array(full[$0]) } ?? middle
        surname = parts.surname.map { Array(full[$0]) } ?? []
      } else if middle.isEmpty {
        for word in NameParts.words(of: full.span) {
          let part = full[word]
          if part.elementsEqual(given) || part.elementsEqual(surname) { continue }
          if !middle.isEmpty { middle.append(0x20) }
          middle.append(contentsOf: part)
        }
      }
    }
    evidence.given.append(evidence.names.id(of: given))
    evidence.middle.append(evidence.names.id(of: middle))
    evidence.surname.append(evidence.names.id(of: surname))
    evidence.generation.append(generation)
    _ = first(.gender, row) { $0.gender($1) }
    evidence.gender.append(evidence.codes.id(of: keys.key))
    _ = first(.birthDate, row) { $0.date($1) }
    evidence.birth.append(evidence.dates.id(of: keys.key))
  }

  /// The key without a last word that tells which of several namesakes is meant.
  private func withoutGeneration(_ key: [UInt8], _ generation: inout UInt8, _ column: Int?, _ row: Int)
    -> [UInt8]
  {
    guard let column, key.contains(0x20) else { return key }
    let words = NameParts.words(of: key.span)
    guard let last = words.last else { return key }
    let id = generations.find(key.span.extracting(last))
    let roman = Self.romanNumber(columns[column].utf8(at: row))
    guard id != 0 || roman > 0 else { return key }
    generation = id == 0 ? roman : id <= 4 ? 1 : 2
    return Array(key[..<(last.lowerBound - 1)])
  }

  /// A Roman number at the end of a name: I counts as a senior (2), II as 3, and so on; 0 for none.
  private static func romanNumber(_ cell: Span<UInt8>) -> UInt8 {
    var from = cell.count
    while from > 0, cell[from - 1] == 0x49 || cell[from - 1] == 0x56 { from -= 1 }
    guard from > 0, from < cell.count, cell[from - 1] == 0x20, cell.count - from <= 4 else { return 0 }
    return UInt8(cell.count - from) + 1
  }
}
