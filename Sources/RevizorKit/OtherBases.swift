import BaseFormats
import Foundation
import Pipeline
import RuleKit
import Standards
import Tables

/// Reads bases that the run's clients are held against: only their clients count.
struct OtherBases {
  let knowledge: Knowledge
  let request: RunRequest

  /// The clients table of each base.
  /// - Parameters:
  ///   - paths: the bases.
  ///   - isList: whether a base may be a bare list of phones or addresses, without a header.
  /// - Returns: a recognised table a base.
  /// - Throws: why a base cannot be read.
  func clients(of paths: [String], isList: Bool) throws(KitError) -> [SourceTable] {
    var sources: [SourceTable] = []
    for (index, path) in paths.enumerated() {
      var base: Base
      let digest: String
      do throws(SourceError) {
        base = try BaseReader.read(path, options: ReadOptions())
        digest = try BaseReader.sha256(of: path)
      } catch {
        throw .source(error)
      }
      base.tables = base.tables.map { table in
        knowledge.recognition.restoringFirstRow(of: table) ?? (isList ? Self.withHeader(table) : table)
      }
      do throws(ShapeError) {
        let shape = try BaseShape(knowledge.recognition).shape(base)
        sources.append(
          SourceTable(
            base: index, path: path, format: base.format, sha256: digest, notes: base.notes,
            table: base.tables[shape.clients], role: .clients,
            columns: shape.matches.map { .init(field: $0.field, how: $0.how.rawValue) }))
      } catch {
        throw .shape(error)
      }
    }
    return sources
  }

  /// What a column of a bare list holds, by its first value: a few lines are too few to tell by.
  private static func field(of value: String) -> String? {
    if value.contains("@") { return "email" }
    let digits = value.filter(\.isNumber)
    guard digits.count >= 6 else { return nil }
    // Ten or twelve bare digits are an ИНН; ten that begin with 9 are rather a mobile number without its country.
    let isBare = digits.count == value.count
    return isBare && (digits.count == 12 || digits.count == 10 && !digits.hasPrefix("9")) ? "inn" : "phone"
  }

  /// A table whose first line is a value, not a header: a header names no number and no address.
  private static func withHeader(_ table: Table) -> Table {
    let isBare = table.columns.contains { column in
      column.name.contains("@") || column.name.filter(\.isNumber).count >= 6
    }
    guard isBare else { return table }
    let first = table.origin.numbers.first.map { $0 - 1 } ?? 1
    var result = table
    for (index, column) in table.columns.enumerated() {
      var cells = TextColumn()
      cells.append(column.name)
      cells.append(contentsOf: column.cells)
      result.columns[index] = Column(
        name: field(of: column.name) ?? "column \(index + 1)", cells: cells, kind: column.kind)
    }
    result.origin.numbers = [first] + table.origin.numbers
    result.rowCount = table.rowCount + 1
    return result
  }
}
