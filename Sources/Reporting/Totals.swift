import Pipeline
import RuleKit

/// Sums over a summary that several reporters show.
struct Totals: Sendable {
  let rows: Int
  let kept: Int
  let merged: Int
  let quarantined: Int
  let changes: Int
  let lossyChanges: Int
  let findings: Int
  private let bySeverity: [Severity: Int]

  init(_ summary: RunSummary) {
    rows = summary.sources.reduce(0) { $0 + $1.rows }
    kept = summary.sources.reduce(0) { $0 + $1.kept }
    merged = summary.sources.reduce(0) { $0 + $1.merged }
    quarantined = summary.sources.reduce(0) { $0 + $1.quarantined }
    changes = summary.changes.reduce(0) { $0 + $1.count }
    lossyChanges = summary.changes.reduce(0) { $0 + ($1.safety == .lossy ? $1.count : 0) }
    findings = summary.findings.reduce(0) { $0 + $1.count }
    var counts: [Severity: Int] = [:]
    for group in summary.findings { counts[group.severity, default: 0] += group.count }
    bySeverity = counts
  }

  /// Findings of a severity.
  func findings(_ severity: Severity) -> Int { bySeverity[severity] ?? 0 }

  /// Whether every row read has a fate: read = kept + merged + quarantined.
  var isConserved: Bool { kept + merged + quarantined == rows }

  /// Severities that occur, the gravest first, with their counts.
  var severities: [(severity: Severity, count: Int)] {
    Severity.allCases.reversed().map { ($0, findings($0)) }.filter { $0.1 > 0 }
  }
}

extension RunSummary.Source {
  /// The file, and the table where the file holds more than the one that bears its name.
  var place: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return table.isEmpty || table == file || table == stem ? file : "\(file) › \(table)"
  }
}

extension RunSummary {
  /// Masked samples of a group, those that a mask makes equal said once.
  func samples(of group: ChangeGroup, _ mask: Mask, atMost limit: Int) -> [(
    address: String, before: String?, after: String?
  )] {
    var result: [(address: String, before: String?, after: String?)] = []
    for sample in group.samples where result.count < limit {
      let before = mask(sample.before, field: group.field)
      let after = mask(sample.after, field: group.field)
      if !result.contains(where: { $0.before == before && $0.after == after }) {
        result.append((sample.address, before, after))
      }
    }
    return result
  }

  /// Label of a field for people; without a label its name, without `extra.` the source's own header.
  func label(of field: String, _ language: Language) -> String {
    let label = fields.first { $0.name == field }?.label[language] ?? ""
    guard label.isEmpty else { return label }
    return field.hasPrefix("extra.") ? String(field.dropFirst(6)) : field
  }

  /// The most frequent reasons of a status, and what is beyond them under one name.
  func reasons(of status: String, _ words: Wording) -> [(reason: String, count: Int)] {
    let all = reasons.filter { $0.status == status }.map { (reason: $0.reason, count: $0.count) }
    guard all.count > 8 else { return all }
    let rest = all.dropFirst(7)
    let name = words.say("other reasons: \(rest.count)", "прочие причины: \(rest.count)")
    return all.prefix(7) + [(reason: name, count: rest.reduce(0) { $0 + $1.count })]
  }
}
