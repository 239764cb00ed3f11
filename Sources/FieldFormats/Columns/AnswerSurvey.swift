import Tables

/// Counts how many cells of a column are answers, yes or no.
struct AnswerSurvey: Sendable {
  private var answers = 0
  private var others = 0

  mutating func look(at cell: Span<UInt8>) {
    if cell.isEmpty { return }
    if BooleanFormat.isAnswer(cell) { answers += 1 } else { others += 1 }
  }

  /// Whether less than 98 of 100 cells are answers.
  var areUnsure: Bool { others > 0 && answers < 49 * others }
}
