import FieldFormats
import RuleKit
import Tables

/// Whether what stands for a client's name is one, by the formats of names.
struct Names {
  private let columns: [(cells: TextView, format: any FieldFormat)]

  /// Finds the columns of names.
  init(of batch: Batch, person: any FieldFormat, part: any FieldFormat, firm: any FieldFormat) {
    columns = batch.fields.indices.compactMap { index in
      switch batch.fields[index] {
      case "org_name": (batch.columns[index], firm)
      case "person_full_name": (batch.columns[index], person)
      case "last_name", "first_name": (batch.columns[index], part)
      default: nil
      }
    }
  }

  /// Whether the row names somebody in words that stand for nobody («тест», «клиент»), and no one else.
  /// - Complexity: O(bytes of the names).
  func isPlaceholder(_ row: Int, _ outcome: inout FormatOutcome) -> Bool {
    var isFilled = false
    for (cells, format) in columns where !cells.isNull(row) {
      let text = cells.utf8(at: row)
      guard !text.isBlank else { continue }
      guard format.standardise(text, into: &outcome) == .told else { return false }
      switch outcome.reading.status {
      case .placeholder: isFilled = true
      case .missing: break
      case .ok, .fixed, .suspicious, .invalid, .ambiguous: return false
      }
    }
    return isFilled
  }
}
