import Tables

/// One table of a base, with what its columns are and what its cells look like.
struct TableLook {
  let table: Table
  let matches: [ColumnMatch]
  let contents: [ColumnContent]

  /// The column of money: called so, and numbers; the sum rather than the price.
  var amountColumn: Int? {
    let numeric = table.columns.indices.filter { contents[$0].share(.number) >= ColumnContent.enough }
    for stem in TableWords.amounts {
      if let column = numeric.first(where: { TableWords.names(table.columns[$0].name, [stem]) }) {
        return column
      }
    }
    return matches.first { $0.baseField == "purchases_total" && numeric.contains($0.column) }?.column
  }

  /// The column of the date: called so, or the first one of dates.
  var dateColumn: Int? {
    let others = matches.filter { ["birth_date", "updated_at"].contains($0.baseField) }.map(\.column)
    let dated = table.columns.indices.filter {
      contents[$0].share(.date) >= ColumnContent.enough && !others.contains($0)
    }
    let called = dated.filter { TableWords.names(table.columns[$0].name, ["дата", "date"]) }
    return called.first { HeaderText(table.columns[$0].name).words.count == 1 }
      ?? called.first {
        TableWords.names(table.columns[$0].name, TableWords.orders + TableWords.interactions)
      }
      ?? called.first ?? dated.first
  }
}
