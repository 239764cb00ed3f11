import RuleKit

/// Gives every column its own field: ordinals to what may repeat, `extra.<header>` to what comes too late.
struct FieldAssignment {
  let catalogue: FieldCatalogue

  func assign(_ candidates: [HeaderCandidate?], headers: [String]) -> [ColumnMatch] {
    var fields = [String?](repeating: nil, count: candidates.count)
    var taken: Set<String> = []
    for column in order(candidates) {
      guard let candidate = candidates[column] else { continue }
      if candidate.isExact {
        if taken.insert(candidate.field).inserted { fields[column] = candidate.field }
      } else if let definition = catalogue.definition(of: candidate.field) {
        var ordinal = 1
        while taken.contains(FieldName.numbered(definition.name, ordinal)), definition.canRepeat {
          ordinal += 1
        }
        let name = FieldName.numbered(definition.name, ordinal)
        // A second comment, or «Адрес 2» without a first one, has no canonical place.
        guard definition.canRepeat || candidate.ordinal == 1, taken.insert(name).inserted else { continue }
        fields[column] = name
      }
    }
    return candidates.indices.map { column in
      if let field = fields[column], let candidate = candidates[column] {
        return match(column, headers[column], field, candidate)
      }
      let name = extra(headers[column], column, &taken)
      return unmatched(column, headers[column], name, candidates[column])
    }
  }

  /// Exact names first, then the surest; of one field the lesser ordinal, then the column more to the left.
  private func order(_ candidates: [HeaderCandidate?]) -> [Int] {
    func rank(_ column: Int) -> (Int, Int, Double, Int) {
      guard let candidate = candidates[column] else { return (3, 0, 0, column) }
      let group = candidate.isExact ? (candidate.how == .mapping ? 0 : 1) : 2
      let canRepeat = catalogue.definition(of: candidate.field)?.canRepeat ?? false
      // What repeats is numbered by the table's own order, not by how sure we are of a header.
      let score = canRepeat && candidate.how != .content ? 1 : candidate.score
      return (group, candidate.ordinal, -score, column)
    }
    return candidates.indices.sorted { rank($0) < rank($1) }
  }

  private func extra(_ header: String, _ column: Int, _ taken: inout Set<String>) -> String {
    var stem = header.isEmpty ? "column \(column + 1)" : header
    if ExtraField.isExtra(stem) { stem = String(stem.dropFirst(ExtraField.prefix.count)) }
    var name = ExtraField.prefix + stem
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(ExtraField.prefix)\(stem) \(number)"
      number += 1
    }
    return name
  }

  // MARK: Words for people

  private func match(_ column: Int, _ header: String, _ field: String, _ candidate: HeaderCandidate)
    -> ColumnMatch
  {
    var reason: Localized =
      switch candidate.how {
      case .mapping: Localized(en: "named in the mapping", ru: "указано в файле соответствий")
      case .id where ExtraField.isExtra(field): Localized(en: "kept as it is", ru: "сохранено как есть")
      case .id: Localized(en: "the field's own name", ru: "собственное имя поля")
      case .synonym: Localized(en: "a known name of the field", ru: "известное название поля")
      case .group:
        Localized(
          en: "as «\(candidate.like)», with its owner named",
          ru: "как «\(candidate.like)» с указанием владельца")
      case .tokenSet: Localized(en: "nearly «\(candidate.like)»", ru: "почти «\(candidate.like)»")
      case .content: candidate.note ?? Localized(en: "the cells look like it", ru: "по содержимому ячеек")
      case .none: Localized(en: "not recognised", ru: "не распознано")
      }
    if candidate.how != .content, let note = candidate.note {
      reason = Localized(en: "\(reason.en); \(note.en)", ru: "\(reason.ru); \(note.ru)")
    }
    return ColumnMatch(
      column: column, header: header, field: field, how: candidate.how, score: candidate.score, reason: reason
    )
  }

  private func unmatched(_ column: Int, _ header: String, _ name: String, _ candidate: HeaderCandidate?)
    -> ColumnMatch
  {
    guard let candidate, let definition = catalogue.definition(of: candidate.field) else {
      let reason = Localized(en: "not recognised, kept as it is", ru: "не распознано, сохранено как есть")
      return ColumnMatch(column: column, header: header, field: name, how: .none, score: 0, reason: reason)
    }
    let reason = Localized(
      en: "another column is «\(definition.label.en)» already; kept as it is",
      ru: "полем «\(definition.label.ru)» уже служит другой столбец; сохранено как есть")
    return ColumnMatch(column: column, header: header, field: name, how: .none, score: 0, reason: reason)
  }
}
