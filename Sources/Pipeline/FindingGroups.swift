import Foundation
import RuleKit
import Tables

/// Findings by rule, code and field, then by the shape of the value.
struct FindingGroups {
  private let summarizer: Summarizer
  private let outcome: RunOutcome

  init(_ summarizer: Summarizer, _ outcome: RunOutcome) {
    self.summarizer = summarizer
    self.outcome = outcome
  }

  private struct Key: Hashable {
    var rule: UInt16
    var code: UInt16
    var field: UInt16?
  }

  private struct Group {
    var severity = Severity.info
    var first = 0
    var count = 0
    /// The different arguments of its findings.
    var arguments: Set<String> = []
    var shapes: [String: RunSummary.Shape] = [:]
  }

  /// The groups, the gravest and most frequent first.
  func groups() -> [RunSummary.FindingGroup] {
    let log = outcome.log
    var places: [Key: Int] = [:]
    var keys: [Key] = []
    var groups: [Group] = []
    for (index, finding) in log.findings.enumerated() {
      let key = Key(rule: finding.rule, code: finding.code, field: finding.field)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        keys.append(key)
        groups.append(Group(first: index))
      }
      groups[place].count += 1
      if let arguments = log.arguments[index] { groups[place].arguments.insert(arguments) }
      groups[place].severity = max(groups[place].severity, finding.severity)
      let value = log.values[index]
      let shape = value.map(ValueShape.of) ?? ""
      var entry = groups[place].shapes[shape] ?? .init(shape: shape, count: 0, addresses: [], values: [])
      entry.count += 1
      if entry.addresses.count < summarizer.samples, finding.rowID >= 0 {
        let field = finding.field.map { log.names[$0] }
        entry.places.append(outcome.assembly.place(ofFinding: Int(finding.rowID), field: field))
        entry.addresses.append(outcome.assembly.address(of: Int(finding.rowID)))
        if let value { entry.values.append(value) }
      }
      groups[place].shapes[shape] = entry
    }
    let rows = max(outcome.assembly.clientRows.count, 1)
    return zip(keys, groups).map { key, group in summary(key, group, rows: rows) }.sorted {
      ($1.severity.rawValue, $1.count, $0.rule, $0.code, $0.field ?? "")
        < ($0.severity.rawValue, $0.count, $1.rule, $1.code, $1.field ?? "")
    }
  }

  private func summary(_ key: Key, _ group: Group, rows: Int) -> RunSummary.FindingGroup {
    let names = outcome.log.names
    let (rule, code) = (names[key.rule], names[key.code])
    let shapes = group.shapes.values.sorted { ($1.count, $0.shape) < ($0.count, $1.shape) }
    let listed = Array(shapes.prefix(summarizer.shapes))
    var summary = RunSummary.FindingGroup(
      rule: rule, code: code, field: key.field.map { names[$0] }, severity: group.severity,
      message: summarizer.message(rule, code, Self.arguments(of: group.arguments)),
      count: group.count, share: Double(group.count) / Double(rows), shapes: listed,
      otherShapes: group.count - listed.map(\.count).reduce(0, +))
    summary.isOfTable = outcome.log.findings[group.first].rowID < 0
    return summary
  }

  /// What the findings of a group say together: of numbers the least and the greatest, of texts the first by letters.
  /// - Complexity: O(different arguments).
  private static func arguments(of given: Set<String>) -> [String: String] {
    var texts: [String: String] = [:]
    var numbers: [String: ClosedRange<Int>] = [:]
    for (name, value) in given.lazy.flatMap({ arguments($0) }) {
      texts[name] = min(texts[name] ?? value, value)
      guard let number = Int(value) else { continue }
      let known = numbers[name] ?? number...number
      numbers[name] = min(known.lowerBound, number)...max(known.upperBound, number)
    }
    for (name, range) in numbers where range.lowerBound < range.upperBound {
      texts[name] = "\(range.lowerBound)–\(range.upperBound)"
    }
    return texts
  }

  /// A finding's arguments as texts.
  static func arguments(_ json: String?) -> [String: String] {
    guard let json, let value = try? JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)) else {
      return [:]
    }
    return (value.object ?? [:]).compactMapValues { value in
      value.string ?? value.integer.map(String.init) ?? value.number.map { String($0) }
    }
  }
}
