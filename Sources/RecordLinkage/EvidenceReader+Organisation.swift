import Tables

/// What a firm is called, and the numbers that registers give.
extension EvidenceReader {
  mutating func readOrganisation(_ row: Int) {
    _ = first(.orgName, row) { $0.words($1) }
    var (form, name) = legalForms.split(keys.key)
    if form == .unknown, first(.legalForm, row, { $0.words($1) }) != nil {
      form = legalForms.split(keys.key).form
    }
    if form == .unknown, let column = first(.partyType, row, { $0.words($1) }) {
      let cell = columns[column].utf8(at: row)
      if cell.equals("sole_proprietor") { form = .soleProprietor }
      if cell.equals("organization") { form = .company }
    }
    if first(.city, row, { $0.words($1) }) != nil { name = Self.without(keys.key, name) }
    if name.count > 250 { name.removeLast(name.count - 250) }
    evidence.org.append(evidence.orgs.id(of: name))
    evidence.form.append(form)
  }

  /// A name without the words of the city it is in, which tell nothing more; whole when nothing else is left.
  private static func without(_ city: [UInt8], _ name: [UInt8]) -> [UInt8] {
    guard name.count > city.count, let start = name.firstRange(of: city) else { return name }
    let before = start.lowerBound == 0 || name[start.lowerBound - 1] == 0x20
    let after = start.upperBound == name.count || name[start.upperBound] == 0x20
    guard before, after else { return name }
    var rest = Array(name[..<start.lowerBound])
    if !rest.isEmpty { rest.removeLast() }
    if start.upperBound < name.count {
      rest += rest.isEmpty ? name[(start.upperBound + 1)...] : name[start.upperBound...]
    }
    return rest
  }

  mutating func readIdentifiers(_ row: Int) {
    _ = first(.inn, row) { $0.inn($1) }
    evidence.inn.append(evidence.codes.id(of: keys.key))
    _ = first(.kpp, row) { $0.kpp($1) }
    evidence.kpp.append(evidence.codes.id(of: keys.key))
    _ = first(.ogrn, row) { $0.ogrn($1) }
    evidence.ogrn.append(evidence.codes.id(of: keys.key))
    sources.read(row, columns, into: &evidence, &keys)
    // Columns in the order of their names, so that theirs does not matter.
    for (place, column) in documentColumns.enumerated() where !columns[column].isNull(row) {
      keys.code(columns[column].utf8(at: row))
      if keys.key.count > 3 {
        keys.set([UInt8(truncatingIfNeeded: place + 1)] + keys.key)
        evidence.document.add(evidence.codes.id(of: keys.key))
      }
    }
    evidence.document.close()
  }
}
