import FieldFormats
import RuleKit
import Tables

/// Checks of one field against another of the same row.
enum CrossFieldChecks {
  /// Holds КПП against ИНН, where both are right by themselves: a wrong one has its own finding.
  static func apply(
    to batch: Batch, inn: any FieldFormat, kpp: any FieldFormat, into results: inout Results
  ) {
    guard let numbers = batch.column("inn"), let codes = batch.column("kpp") else { return }
    for row in 0..<batch.rowCount where !numbers.isNull(row) && !codes.isNull(row) {
      let number = numbers.utf8(at: row)
      let code = codes.utf8(at: row)
      guard code.count == 9, inn.isClean(number), kpp.isClean(code) else { continue }
      if number.count == 12 {
        results.flag(row: row, "kpp", CrossCodes.kppOfPerson.id)
      } else if number[0] != code[0] || number[1] != code[1], !(code[0] == 0x39 && code[1] == 0x39) {
        results.flag(row: row, "kpp", CrossCodes.kppRegion.id)
      }
    }
  }
}
