import BaseFormats
import Pipeline
import RuleKit
import Tables

/// Reads a written file back and holds it against what was to be written, cell for cell.
enum OutputProof {
  /// - Throws: `RunError.promise` naming the table that would come back otherwise; never a cell.
  /// - Complexity: O(bytes).
  static func check(_ tables: [OutputTable], at path: String, named name: String, format: OutputFormat)
    throws(RunError)
  {
    let base: Base
    do throws(SourceError) {
      var options = ReadOptions()
      if case .csv(let delimiter, _, let encoding) = format {
        options.delimiter = Character(Unicode.Scalar(delimiter))
        options.encoding = encoding.name
      }
      base = try BaseReader.read(path, options: options)
    } catch {
      // A base of no rows and no columns is read as an empty one.
      if tables.allSatisfy({ $0.rowCount == 0 }) { return }
      throw broken(name, "clients")
    }
    for table in tables where table.rowCount > 0 {
      let wanted: String? =
        switch format {
        case .csv: nil
        case .xlsx: table.title
        case .sqlite: table.name
        }
      let found = base.tables.first { wanted == nil || $0.name == wanted } ?? base.tables.first
      guard let found, found.rowCount == table.rowCount, found.columns.count == table.columns.count,
        zip(found.columns, table.columns).allSatisfy({ $0.cells == $1.cells })
      else { throw broken(name, table.name) }
    }
  }

  private static func broken(_ path: String, _ table: String) -> RunError {
    .promise(
      Localized(
        en:
          "\(path): the table '\(table)' would not be read back as it was written; nothing was put in place; "
          + "please report it",
        ru:
          "\(path): таблица «\(table)» прочиталась бы не так, как записана; ничего не записано; пожалуйста, "
          + "сообщите об этом"))
  }
}
