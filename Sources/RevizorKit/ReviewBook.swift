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
      ReviewWords.sheet[language], columns: columns(fields), frozenColumns: 2,
      prompt: language == .ru
        ? "Объединить — один клиент. Не дубль — два клиента. Позже — спросить ещё раз."
        : "Merge: one client. Not a duplicate: two clients. Later: ask again.",
      refusal: language == .ru ? "Выберите из списка" : "Choose from the list")
    var last = 0
    for pair in pairs {
      sheet.rows.append((row(pair, fields, sheet.columns.map(\.header)), pair.group != last))
      last = pair.group
    }
    return [sheet, guide()]
  }

  /// Fields that have a value, those first by which the pairs were judged, those last that a run derives.
  private func fields() -> [String] {
    let filled = outcome.reviewFields.filter { field in
      pairs.contains { outcome.value(field, of: $0.a) != nil || outcome.value(field, of: $0.b) != nil }
    }
    let judged = Set(pairs.flatMap(\.evidence).map { FieldName.split($0.field).base })
    func rank(_ field: String) -> Int {
      let base = FieldName.split(field).base
      if judged.contains(base) || base.hasSuffix("_name") || base == "address" { return 0 }
      return catalogue.definition(of: base)?.isDerived == true ? 2 : 1
    }
    return (0...2).flatMap { wanted in filled.filter { rank($0) == wanted } }
  }

  private func columns(_ fields: [String]) -> [FormSheet.Column] {
    let choices = Decision.Choice.allCases.map { $0.word[language] }
    var columns: [FormSheet.Column] = [
      .init(ReviewWords.decision[language], width: 17, choices: choices),
      .init(ReviewWords.group[language], width: 8),
      .init(ReviewWords.probability[language], width: 10),
      .init(ReviewWords.why[language], width: 44, wraps: true),
    ]
    var used: Set<String> = []
    for field in fields {
      var label = label(of: field)
      // Two columns of one name would be told apart by nobody.
      if !used.insert(label).inserted { label = field }
      for (number, side) in [(1, \ReviewPair.a), (2, \ReviewPair.b)] {
        let longest =
          pairs.prefix(200).map { outcome.value(field, of: $0[keyPath: side])?.count ?? 0 }.max() ?? 0
        let width = Double(min(max(longest, min(label.count, 14) + 4) + 1, 32))
        columns.append(.init("\(label) · \(number)", width: width, wraps: longest > 31))
      }
    }
    for number in [1, 2] {
      columns.append(
        .init("\(ReviewWords.place[language]) · \(number)", width: 28, wraps: true, isPale: true))
    }
    columns.append(.init(ReviewWords.id[language], width: 27, isPale: true))
    columns.append(.init(ReviewWords.mark[language], width: 12, isPale: true))
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

  private func row(_ pair: ReviewPair, _ fields: [String], _ headers: [String]) -> [FormSheet.Cell] {
    let percent = String(Double(Int((pair.probability * 1000).rounded())) / 10)
    var cells: [FormSheet.Cell] = [
      .init(pair.choice?.word[language]), .init(String(pair.group)), .init(percent), .init(why(pair)),
    ]
    for field in fields {
      let (a, b) = (outcome.value(field, of: pair.a), outcome.value(field, of: pair.b))
      let tone: FormSheet.Tone = a == b ? .plain : a == nil || b == nil ? .alone : .differs
      cells.append(.init(a, tone: a == nil ? .plain : tone))
      cells.append(.init(b, tone: b == nil ? .plain : tone))
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
