import BaseFormats
import Pipeline
import RuleKit
import Standards

/// The workbook in which a person decides what the data do not say: a pair of clients a row, side by side.
struct ReviewBook {
  let outcome: RunOutcome
  let catalogue: FieldCatalogue
  let language: Language
  /// The pairs shown.
  let pairs: [ReviewPair]

  init(_ outcome: RunOutcome, _ catalogue: FieldCatalogue, _ language: Language) {
    self.outcome = outcome
    self.catalogue = catalogue
    self.language = language
    pairs = outcome.reviewPairs()
  }

  /// The sheet to fill in, and the one that tells how.
  /// - Complexity: O(pairs × fields).
  func sheets() -> [FormSheet] {
    let fields = fields()
    var sheet = FormSheet(
      ReviewWords.sheet[language], columns: columns(fields.shown, hasOther: !fields.other.isEmpty),
      frozenColumns: 2,
      prompt: language == .ru
        ? "Объединить — один клиент. Не дубль — два клиента. Позже — спросить ещё раз."
        : "Merge: one client. Not a duplicate: two clients. Later: ask again.",
      refusal: language == .ru ? "Выберите из списка" : "Choose from the list")
    var last = 0
    for pair in pairs {
      let cells = row(pair, fields.shown, other: fields.other, sheet.columns.map(\.header))
      sheet.rows.append((cells, pair.group != last))
      last = pair.group
    }
    return [sheet, guide()]
  }

  /// Fields that get columns, so many at most: names, and those that weighed most in judging the pairs.
  ///
  /// Of the others only what differs is told, so that a pair is seen at a glance.
  private func fields() -> (shown: [String], other: [String]) {
    let filled = outcome.reviewFields.filter { field in
      pairs.contains { outcome.value(field, of: $0.a) != nil || outcome.value(field, of: $0.b) != nil }
    }
    var weights: [String: Double] = [:]
    for level in pairs.lazy.flatMap(\.evidence) {
      weights[FieldName.split(level.field).base, default: 0] += abs(level.bits)
    }
    let fullNamesTell = pairs.allSatisfy { isNamedInFull($0.a) && isNamedInFull($0.b) }
    func weight(_ field: String) -> Double {
      let base = FieldName.split(field).base
      // The parts of a name say again what the full name says.
      if Self.nameParts.contains(base) { return fullNamesTell ? 0 : .infinity }
      return base.hasSuffix("_name") ? .infinity : weights[base] ?? 0
    }
    let ranked = filled.enumerated().filter { weight($0.element) > 0 }
      .sorted { (weight($1.element), $0.offset) < (weight($0.element), $1.offset) }
    let shown = Set(ranked.prefix(Self.mostShown).map(\.element))
    return (filled.filter(shown.contains), filled.filter { !shown.contains($0) })
  }

  /// Fields that get columns of their own: more would not fit a screen.
  private static let mostShown = 6

  private static let nameParts = ["last_name", "first_name", "middle_name"]

  /// Whether a side has a full name, or no name at all.
  private func isNamedInFull(_ side: ReviewPair.Side) -> Bool {
    outcome.value("person_full_name", of: side) != nil
      || Self.nameParts.allSatisfy { outcome.value($0, of: side) == nil }
  }

  /// Characters in the widest column of values; longer ones are broken into lines.
  private static let widest = 20

  private func columns(_ fields: [String], hasOther: Bool) -> [FormSheet.Column] {
    let choices = Decision.Choice.allCases.map { $0.word[language] }
    var columns: [FormSheet.Column] = [
      .init(ReviewWords.decision[language], width: 14, choices: choices),
      .init(ReviewWords.group[language], width: 7),
      .init(ReviewWords.probability[language], width: 10),
      .init(ReviewWords.why[language], width: 36, wraps: true),
    ]
    var used: Set<String> = []
    for field in fields {
      var label = label(of: field)
      // Two columns of one name would be told apart by nobody.
      if !used.insert(label).inserted { label = field }
      let longest =
        pairs.prefix(200).flatMap { [outcome.value(field, of: $0.a), outcome.value(field, of: $0.b)] }
        .map { $0?.count ?? 0 }.max() ?? 0
      // Both sides are as wide as each other, so that the eye finds its place.
      let width = Double(min(max(longest, min(label.count, 10) + 3) + 1, Self.widest))
      for number in 1...2 {
        columns.append(.init("\(label) · \(number)", width: width, wraps: longest >= Self.widest))
      }
    }
    if hasOther {
      for number in 1...2 {
        columns.append(.init("\(ReviewWords.other[language]) · \(number)", width: 28, wraps: true))
      }
    }
    for number in 1...2 {
      columns.append(
        .init("\(ReviewWords.place[language]) · \(number)", width: 22, wraps: true, isPale: true))
    }
    columns.append(.init(ReviewWords.id[language], width: 27, isPale: true, isHidden: true))
    columns.append(.init(ReviewWords.mark[language], width: 12, isPale: true, isHidden: true))
    return columns
  }

  private func label(of field: String) -> String {
    let (base, ordinal) = FieldName.split(field)
    if ordinal > 1, catalogue.definition(of: field) == nil, catalogue.definition(of: base) != nil {
      return "\(catalogue.label(of: base)[language]) \(ordinal)"
    }
    guard !ExtraField.isExtra(field) else { return String(field.dropFirst(ExtraField.prefix.count)) }
    return catalogue.label(of: field)[language]
  }

  private func row(
    _ pair: ReviewPair, _ fields: [String], other: [String], _ headers: [String]
  ) -> [FormSheet.Cell] {
    let percent = String(Double(Int((pair.probability * 1000).rounded())) / 10)
    var cells: [FormSheet.Cell] = [
      .init(pair.choice?.word[language]), .init(String(pair.group)), .init(percent), .init(why(pair)),
    ]
    for field in fields {
      cells += Self.cells(outcome.value(field, of: pair.a), outcome.value(field, of: pair.b))
    }
    if !other.isEmpty {
      let differing = other.filter { outcome.value($0, of: pair.a) != outcome.value($0, of: pair.b) }
      func told(_ side: ReviewPair.Side) -> String? {
        let lines = differing.compactMap { field in
          outcome.value(field, of: side).map { "\(label(of: field)): \($0)" }
        }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
      }
      cells += Self.cells(told(pair.a), told(pair.b))
    }
    for side in [pair.a, pair.b] {
      let place = outcome.address(of: side)
      cells.append(.init(side.isOurs ? "\(ReviewWords.ours[language]): \(place)" : place))
    }
    let values = (4..<cells.count).map { (header: headers[$0], text: cells[$0].text) }
    cells.append(.init(pair.id))
    cells.append(.init(ReviewWords.mark(id: pair.id, values: values)))
    return cells
  }

  /// Two values beside each other, coloured where they differ.
  private static func cells(_ a: String?, _ b: String?) -> [FormSheet.Cell] {
    let tone: FormSheet.Tone = a == b ? .plain : a == nil || b == nil ? .alone : .differs
    return [.init(a, tone: a == nil ? .plain : tone), .init(b, tone: b == nil ? .plain : tone)]
  }

  /// What speaks for the pair and against it, a line each.
  private func why(_ pair: ReviewPair) -> String {
    pair.evidence.prefix(6).map { level in
      let bits = (level.bits * 10).rounded() / 10
      let isKnown = catalogue.definition(of: level.field) != nil || ExtraField.isExtra(level.field)
      let field = isKnown ? label(of: level.field) : level.field
      return "\(bits >= 0 ? "+" : "−")\(abs(bits)) \(field): \(level.label[language])"
    }.joined(separator: "\n")
  }

  private func guide() -> FormSheet {
    let lines = ReviewWords.guide(pairs: pairs.count, language)
    var sheet = FormSheet(ReviewWords.guide[language], columns: [.init(lines[0], width: 100, wraps: true)])
    for line in lines.dropFirst() { sheet.rows.append(([.init(line)], false)) }
    return sheet
  }
}
