import GRDB
import Tables

/// Reads a SQLite base: its ordinary tables in rowid order, and their foreign keys as links.
///
/// Views and virtual tables run what a stranger wrote, so they are read only when they are named.
enum SQLiteReader {
  static func read(_ path: String, options: ReadOptions) throws(SourceError) -> Base {
    let file: SQLiteFile
    do {
      file = try SQLiteFile(path)
    } catch {
      throw extent(path, error)
    }
    let size = try FileInput(path).size
    let limits = options.limits.scaled(toFile: size)
    do {
      return try file.queue.inDatabase { database in
        let schema = try SQLiteSchema(database, named: options.table)
        var base = Base(path: path, format: "sqlite", tables: [], links: schema.links)
        var meter = CellMeter(limits)
        for (index, table) in schema.tables.enumerated() {
          guard options.table == nil || options.table == table.name else { continue }
          do {
            var rows = try SQLiteRows(table, database)
            try rows.readAll(&meter, fileSize: size)
            base.tables.append(rows.table(path: path))
            base.notes += rows.notes
          } catch let stop as SQLiteRows.Stop {
            let others = schema.tables[index...].dropFirst()
            throw failure(path, stop, before: base, others: Array(others), database)
          }
          options.progress?(index + 1, schema.tables.count)
        }
        return base
      }
    } catch let error as SourceError {
      throw error
    } catch let error as DatabaseError {
      throw extent(path, SQLiteFile.failure(path, error))
    } catch {
      throw SourceError(path, .unreadable(String(describing: type(of: error))))
    }
  }

  /// The error of a base whose schema cannot be read in the usual way: it says how much of the rest can.
  private static func extent(_ path: String, _ error: SourceError) -> SourceError {
    guard case .damaged(.sqlite(let code), _, _) = error.reason,
      let file = try? SQLiteFile(path, toMeasure: true)
    else { return error }
    let found = try? file.queue.inDatabase { database in
      let tables = try SQLiteSchema(database).tables
      return tables.map { SQLiteRows.readable($0, database) }
    }
    guard let found, !found.isEmpty else { return error }
    let rows = found.reduce(0) { $0 + $1.rows }
    let whole = found.count { $0.isWhole }
    let damage = SourceError.Damage.sqliteRows(code, rows: rows, whole: whole, tables: found.count)
    return SourceError(path, .damaged(damage, part: nil, line: nil))
  }

  /// The error of a base that cannot be read to its end: it says how much can.
  private static func failure(
    _ path: String, _ stop: SQLiteRows.Stop, before base: Base, others: [SQLiteSchema.TableInfo],
    _ database: Database
  ) -> SourceError {
    guard case .sqlite(let code) = stop.cause else {
      return SourceError(path, .damaged(stop.cause, part: stop.table, line: nil))
    }
    var whole = base.tables.count
    var rows = base.tables.reduce(stop.rows) { $0 + $1.rowCount }
    for table in others {
      let found = SQLiteRows.readable(table, database)
      rows += found.rows
      whole += found.isWhole ? 1 : 0
    }
    let tables = base.tables.count + 1 + others.count
    return SourceError(
      path,
      .damaged(.sqliteRows(code, rows: rows, whole: whole, tables: tables), part: stop.table, line: nil))
  }
}
