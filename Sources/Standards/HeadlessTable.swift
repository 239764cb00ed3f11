public import Tables

extension HeaderRecognition {
  /// The table with its first row given back, where what stands as headers is a client like the others.
  ///
  /// A file without headers loses its first client to them. Headers are taken for data when none of them is a name of
  /// anything, and at least one looks as surely as the cells beneath it: an address of e-mail, a phone, a number with
  /// check digits, a company, a person.
  /// - Returns: the table under the headers `column 1`, `column 2` and so on; nil: it has headers.
  /// - Complexity: O(columns × synonyms), and O(bytes of the table) where a row is given back.
  public func restoringFirstRow(of table: Table) -> Table? {
    let headers = table.columns.map(\.name)
    guard headers.count > 1, Set(headers).count > 1, !headers.allSatisfy(CellEvidence.isNoName) else {
      return nil
    }
    let telling: CellShape = [
      .email, .phone, .inn, .ogrn, .ogrnip, .bik, .corrAccount, .account, .organisation, .surePerson, .date,
    ]
    let shapes = headers.map { CellShape(of: $0).intersection(telling) }
    guard shapes.contains(where: { !$0.isEmpty }) else { return nil }
    guard headers.allSatisfy({ isUnknown($0) }) else { return nil }
    let contents = contents(of: table)
    let agreeing = headers.indices.filter { !shapes[$0].isEmpty && contents[$0].share(shapes[$0]) >= 0.5 }
    // Of a table without other rows the header alone must tell, twice over.
    guard table.rowCount > 0 ? !agreeing.isEmpty : shapes.count(where: { !$0.isEmpty }) > 1 else {
      return nil
    }
    var restored = table
    var numbers: ContiguousArray<Int64> = [max(1, (table.origin.numbers.first ?? 2) - 1)]
    numbers.append(contentsOf: table.origin.numbers)
    restored.origin.numbers = numbers
    restored.rowCount = numbers.count
    for index in restored.columns.indices {
      var cells = TextColumn([headers[index].isEmpty ? nil : headers[index]])
      cells.append(contentsOf: table.columns[index].cells)
      restored.columns[index] = Column(
        name: "column \(index + 1)", cells: cells, kind: table.columns[index].kind)
    }
    return restored
  }
}
