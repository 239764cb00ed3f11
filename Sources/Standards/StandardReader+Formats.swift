import FieldFormats
import Foundation
import RuleKit

/// The declarative part of a standard: formats of its own, constraints beneath fields, conditions.
extension StandardReader {
  // MARK: Formats

  mutating func format(_ entry: LocatedNode.Entry) {
    if builtIn.contains(entry.key) {
      refuse(
        entry.location, "'\(entry.key)' is a built-in format", remedy: "give the standard's own another name")
    }
    if let title = entry.value["title"] { self.title(title) }
    keys(of: entry, others: ["title"], formats: builtIn, usual: nil)
  }

  /// Judges the keys beneath a field or a named format.
  /// - Parameters:
  ///   - entry: the field or format.
  ///   - others: keys that may stand there besides those of every field.
  ///   - formats: names that `format` may have.
  ///   - usual: the format when none is named.
  mutating func keys(
    of entry: LocatedNode.Entry, others: [String], formats: Set<String>, usual: String?
  ) {
    let entries = members(entry.value, entry.key)
    for option in entries {
      guard FieldKeys.names.contains(option.key) || others.contains(option.key) else {
        let known = FieldKeys.names + others
        let near = NearestName.nearest(to: option.key, among: known)
        errors.append(
          StandardError(
            option.location, "unknown option '\(option.key)'", nearest: near,
            remedy: "known are \(known.sorted().joined(separator: ", "))"))
        continue
      }
      judge(option, formats: formats)
    }
    let named = entry.value["format"]?.string ?? usual
    if let range = entry.value["range"], let named { fits(range, format: named) }
    if let list = entry.value["enum"], let named, !["enum", "text", "legal-form"].contains(named) {
      refuse(
        list.location, "'enum' does not go with the format '\(named)'",
        remedy: "leave the format out, or list the values in a file under 'lookup'")
    }
  }

  private mutating func judge(_ option: LocatedNode.Entry, formats: Set<String>) {
    let value = option.value
    switch option.key {
    case "format":
      guard let name = text(value, "format"), !formats.contains(name) else { return }
      unknown("format", name, value.location, formats.sorted())
    case "region": region(value)
    case "values": texts(value, "values")
    case "severity": severity(value)
    case "order": word(value, "order", ["dmy", "mdy"])
    case "date_system": word(value, "date_system", ["1900", "1904"])
    case "required", "title", "unique": break
    default: constraint(option)
    }
  }

  private mutating func word(_ node: LocatedNode, _ key: String, _ known: [String]) {
    let word = node.string ?? node.json.integer.map(String.init)
    guard let word else { return mistyped(node, key, known.joined(separator: " or ")) }
    if !known.contains(word) { unknown(key, word, node.location, known) }
  }

  /// Bounds of one kind say nothing of values of the other.
  private mutating func fits(_ range: LocatedNode, format: String) {
    guard let bounds = try? Self.decoded(ValueRange.self, range.json) else { return }
    let dates = ["date", "datetime"]
    let numbers = ["integer", "number", "money", "percent"]
    if bounds.kind == .date ? numbers.contains(format) : dates.contains(format) {
      let wanted = bounds.kind == .date ? "numbers" : "dates"
      refuse(
        range.location, "'range' does not go with the format '\(format)'",
        remedy: "its bounds must be \(wanted)")
    }
  }

  // MARK: Constraints

  /// Judges a key by reading it as the rule will read it.
  private mutating func constraint(_ option: LocatedNode.Entry) {
    let value = option.value
    let keys: [String: [String]] = [
      "length": ValueLength.keys, "range": ValueRange.keys, "lookup": LookupFile.keys,
    ]
    if let known = keys[option.key], let entries = value.entries {
      let before = errors.count
      knownKeys(entries, known, of: option.key)
      if errors.count > before { return }
    }
    do {
      let read = try Self.decoded(FieldKeys.self, .object([option.key: value.json]))
      // A pattern is made and a list is read: what cannot be used is known now.
      _ = try Constraints(read, now: "")
    } catch let error as ConstraintError {
      refuse(value.location, error.problem, remedy: error.remedy)
    } catch {
      mistyped(value, option.key, "what `revizor rules explain format-standards` says of it")
    }
  }

  private static func decoded<Value: Decodable>(_ type: Value.Type, _ json: JSONValue) throws -> Value {
    try JSONDecoder().decode(type, from: try JSONEncoder().encode(json))
  }

  // MARK: Conditions

  mutating func conditions(_ node: LocatedNode) {
    guard let elements = node.elements else {
      if !node.isNull { mistyped(node, "conditions", "a list of {when: …, then: …}") }
      return
    }
    for element in elements {
      let entries = members(element, "conditions")
      knownKeys(entries, FieldCondition.keys, of: "a condition")
      for key in ["when", "then"] where element[key]?.entries?.isEmpty != false {
        refuse(
          element.location, "the condition has no '\(key)'",
          remedy: "write {when: {field: value}, then: {field: …}}")
      }
      for entry in entries {
        if entry.key == "severity" { severity(entry.value) }
        guard entry.key == "when" || entry.key == "then" else { continue }
        for test in entry.value.entries ?? [] { self.test(test) }
      }
    }
  }

  private mutating func test(_ entry: LocatedNode.Entry) {
    if catalogue.fullName(of: entry.key) == nil { knownField(entry.key, entry.location, extras: true) }
    if let entries = entry.value.entries {
      let before = errors.count
      knownKeys(entries, FieldTest.keys, of: "a condition's field")
      for option in entries {
        switch option.key {
        case "required", "filled", "empty": flag(option.value, option.key)
        case "pattern", "length", "range", "lookup": constraint(option)
        default: break
        }
      }
      if errors.count > before { return }
    }
    do {
      _ = try Self.decoded(FieldTest.self, entry.value.json).prepared(now: "")
    } catch let error as ConstraintError {
      refuse(entry.location, error.problem, remedy: error.remedy)
    } catch {
      mistyped(
        entry.value, entry.key,
        "a value, a list of values, or a mapping of \(FieldTest.keys.joined(separator: ", "))")
    }
  }

  private mutating func refuse(_ place: FileLocation, _ problem: String, remedy: String) {
    errors.append(StandardError(place, problem, remedy: remedy))
  }
}
