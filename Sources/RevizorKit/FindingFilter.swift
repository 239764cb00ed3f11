import Pipeline
import RuleKit
import Standards

/// Which findings of a run count: those asked for, without those that the standard suppresses.
struct FindingFilter {
  let rules: Set<String>
  let fields: Set<String>
  let suppressions: [Standard.Suppression]
  let now: String

  /// - Throws: names that nobody knows, with the nearest known one.
  init(_ request: CheckRequest, _ preparation: Preparation) throws(KitError) {
    rules = Set(request.rules)
    fields = Set(request.fields)
    suppressions = preparation.standard.suppressions
    now = preparation.request.now
    var errors: [String] = []
    let known = preparation.rules.map(\.about.id)
    for rule in request.rules where !known.contains(rule) {
      let near = NearestName.nearest(to: rule, among: known).map { "did you mean '\($0)'?" }
      errors.append(
        "--rule: the standard has no rule '\(rule)'; \(near ?? "it has \(known.joined(separator: ", "))")")
    }
    let catalogue = preparation.knowledge.catalogue
    for field in request.fields where catalogue.definition(of: field) == nil && !ExtraField.isExtra(field) {
      let near = NearestName.nearest(to: field, among: catalogue.fields.map(\.name)).map {
        "did you mean '\($0)'?"
      }
      errors.append("--field: no field '\(field)'; \(near ?? "name a canonical field, or extra.<header>")")
    }
    guard errors.isEmpty else { throw .usage(errors) }
  }

  /// Takes out of a run's log what does not count.
  /// - Returns: how many were not asked for, how many are suppressed, and for each suppression how many it covers.
  /// - Complexity: O(findings × suppressions).
  func apply(to outcome: inout RunOutcome) -> (filtered: Int, suppressed: Int, covered: [Int]) {
    let log = outcome.log
    var covered = [Int](repeating: 0, count: suppressions.count)
    var filtered = 0
    var suppressed = 0
    guard !rules.isEmpty || !fields.isEmpty || !suppressions.isEmpty else { return (0, 0, covered) }
    outcome.log.keepFindings { index in
      let found = log.findings[index]
      let (rule, field) = (log.names[found.rule], found.field.map { log.names[$0] })
      guard rules.isEmpty || rules.contains(rule), fields.isEmpty || isWanted(field) else {
        filtered += 1
        return false
      }
      let code = log.names[found.code]
      var isKept = true
      for (place, suppression) in suppressions.enumerated()
      where suppression.covers(rule: rule, code: code, field: field) {
        covered[place] += 1
        if suppression.until >= now { isKept = false }
      }
      if !isKept { suppressed += 1 }
      return isKept
    }
    return (filtered, suppressed, covered)
  }

  private func isWanted(_ field: String?) -> Bool {
    guard let field else { return false }
    return fields.contains(field) || fields.contains(FieldName.split(field).base)
  }

  /// What is to be said of suppressions that hold no more, or hold nothing.
  func notes(_ covered: [Int]) -> [Localized] {
    zip(suppressions, covered).compactMap { suppression, count in
      let place = "\(suppression.location.file):\(suppression.location.line)"
      let what = [suppression.rule, suppression.code, suppression.field].compactMap { $0 }.joined(
        separator: " · ")
      if suppression.until < now, count > 0 {
        return Localized(
          en: "\(place): the suppression of \(what) (\(suppression.owner)) ended on \(suppression.until): "
            + "its findings count again (\(count))",
          ru: "\(place): подавление \(what) (\(suppression.owner)) кончилось \(suppression.until): "
            + "замечания снова в счёте (\(count))")
      }
      guard count == 0 else { return nil }
      return Localized(
        en:
          "\(place): the suppression of \(what) (\(suppression.owner)) covers nothing any more: take it out",
        ru: "\(place): подавление \(what) (\(suppression.owner)) больше ничего не покрывает: уберите его")
    }
  }
}
