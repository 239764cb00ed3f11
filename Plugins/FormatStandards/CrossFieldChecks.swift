import FieldFormats
import RuleKit
import Tables

/// Checks of one field against another of the same row.
enum CrossFieldChecks {
  static func apply(to batch: Batch, skip: Set<String>, into results: inout Results) {
    guard let inn = batch.column("inn"), !skip.contains("inn") else { return }
    let kpp = batch.column("kpp")
    for row in 0..<batch.rowCount where !inn.isNull(row) {
      let number = inn.utf8(at: row)
      guard let kpp, !kpp.isNull(row) else { continue }
      let code = kpp.utf8(at: row)
      if number.count == 12, code.count == 9 {
        results.flag(row: row, "kpp", CrossCodes.kppOfPerson.id)
      } else if number.count == 10, code.count == 9, number[0] != code[0] || number[1] != code[1],
        !(code[0] == 0x39 && code[1] == 0x39)
      {
        results.flag(row: row, "kpp", CrossCodes.kppRegion.id)
      }
    }
  }
}
