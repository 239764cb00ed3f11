import GRDB
import Tables

/// Reads a SQLite base: its ordinary tables in rowid order, and their foreign keys as links.
enum SQLiteReader {
  static func read(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    let file = try SQLiteFile(path)
    do {
      return try file.queue.inDatabase { database in
        let schema = try SQLiteSchema(database)
        var base = Base(path: path, format: "sqlite", tables: [], links: schema.links)
        for table in schema.tables where options.table == nil || options.table == table.name {
          var rows = try SQLiteRows(table, database)
          try rows.readAll()
          base.tables.append(rows.table(path: path))
          base.notes += rows.notes
        }
        return base
      }
    } catch let error as DatabaseError {
      throw SQLiteFile.failure(path, error)
    } catch {
      throw SourceError(path, .unreadable(String(describing: type(of: error))))
    }
  }
}
