import BaseFormats
import Pipeline
import RuleKit
import Tables

/// What an output encoding cannot hold: the cells get what will be written, and every loss is a finding.
///
/// So that the file reads back as the tables are, they are changed before it is written; the journal keeps the values.
struct EncodingLoss {
  let encoding: OutputEncoding

  /// Puts question marks for what the encoding lacks.
  /// - Complexity: O(bytes of the tables).
  func apply(to tables: inout [OutputTable], log outcome: inout RunOutcome) {
    guard encoding != .utf8 else { return }
    for table in tables.indices {
      for column in tables[table].columns.indices {
        let cells = tables[table].columns[column].cells
        var rows: [Int] = []
        var values = TextColumn()
        for row in 0..<cells.count {
          guard let written = encoding.replacement(of: cells.utf8(at: row)) else { continue }
          rows.append(row)
          values.append(written)
          // Rows of other tables than the clients' are told of once a column.
          outcome.log.find(
            row: table == 0 ? Int32(outcome.keepers[row]) : -1, field: tables[table].columns[column].name,
            rule: "write", code: "encoding-lacks", severity: .warning, value: table == 0 ? cells[row] : nil)
        }
        if !rows.isEmpty { tables[table].columns[column].cells = cells.replacing(rows: rows, with: values) }
      }
    }
  }
}

extension Revizor {
  /// The encoding of written text files.
  ///
  /// The one asked for; else the one named for text files, when no base is one; else UTF-8.
  /// - Throws: `KitError.usage` for a name that is none, or an output that is no text.
  func outputEncoding(_ request: RunRequest, _ plan: OutputPlan) throws(KitError) -> OutputEncoding {
    let isText = plan.shape == .textFiles || plan.shape == .folder
    if let asked = request.outputEncoding {
      guard isText else {
        throw .usage(["--output-encoding: \(plan.path) is no text file; end the name in .csv"])
      }
      guard let encoding = OutputEncoding.named(asked) else {
        throw .usage([
          "--output-encoding: '\(asked)' is no encoding of single bytes; try utf-8 or windows-1251"
        ])
      }
      return encoding
    }
    guard isText, let named = request.reading.encoding else { return .utf8 }
    let hasText = request.bases.contains { path in
      do throws(SourceError) { return try BaseReader.kind(of: path) == .text } catch { return true }
    }
    return hasText ? .utf8 : OutputEncoding.named(named) ?? .utf8
  }
}
