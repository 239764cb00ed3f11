import Tables

/// The tables of an export as they grow, by name.
struct AccessTables {
  /// Tables in the order of the schema, those it does not know behind in order of appearance.
  var all: [AccessTableBuilder] = []
  private var schema = AccessSchema()
  private var indices: [String: Int] = [:]
  private let limits: ReadLimits

  init(_ limits: ReadLimits) { self.limits = limits }

  /// Makes the tables that a schema declares; it also types the columns of those that come.
  mutating func declare(_ schema: AccessSchema) {
    self.schema = schema
    for info in schema.tables { _ = index(of: info.rawName) }
  }

  /// The table of that escaped name; one never seen is made.
  mutating func index(of rawName: String) -> Int {
    if let index = indices[rawName] { return index }
    all.append(AccessTableBuilder(rawName: rawName, schema: schema.tables.first { $0.rawName == rawName }))
    indices[rawName] = all.count - 1
    return all.count - 1
  }

  /// Ends a row of a table; gives the limit that it would pass.
  mutating func endRow(_ table: Int) -> SourceError.Damage? {
    let width = all[table].columnCount
    guard width <= limits.columns else { return .tooManyColumns(limit: limits.columns) }
    guard width == 0 || all[table].rowCount < limits.cells / width else {
      return .tooManyCells(limit: limits.cells)
    }
    all[table].endRow()
    return nil
  }
}
