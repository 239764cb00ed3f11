import FieldFormats
import RuleKit

/// Judges one file of a standard: every key, name and type, each error at its line.
///
/// Only what stands in the file itself is judged here; what its parents say is judged with them.
struct StandardReader {
  static let keys = [
    "standard", "version", "extends", "title", "region", "formats", "fields", "conditions", "rules",
    "fail_on",
    "survivorship", "quarantine", "columns", "suppress",
  ]

  let catalogue: FieldCatalogue
  /// Formats that are there whatever the standard says.
  let builtIn: Set<String>
  /// Formats that this file or its parents declare.
  private(set) var declared: Set<String>
  var errors: [StandardError] = []

  /// A reader; `declared` names the formats of the file's parents.
  init(catalogue: FieldCatalogue, formats: Set<String>, declared: Set<String> = []) {
    self.catalogue = catalogue
    builtIn = formats.union(catalogue.fields.map(\.format)).union(FormatCatalogue.names)
    self.declared = declared
  }

  mutating func judge(_ root: LocatedNode) {
    guard let entries = root.entries else {
      return refuse(root, "a standard is a mapping, not \(root.kind)", remedy: "begin with `standard: name`")
    }
    knownKeys(entries, Self.keys, of: "a standard")
    declared.formUnion((root["formats"]?.entries ?? []).map(\.key))
    for entry in entries { judge(entry) }
    if root["standard"] == nil {
      refuse(root, "the standard has no name", remedy: "write `standard: name` first")
    }
  }

  private mutating func judge(_ entry: LocatedNode.Entry) {
    let value = entry.value
    switch entry.key {
    case "standard": text(value, "standard")
    case "version": if value.json.integer == nil { mistyped(value, "version", "a whole number") }
    case "extends": texts(value, "extends")
    case "title": title(value)
    case "region": region(value)
    case "formats": members(value, "formats").forEach { format($0) }
    case "fields": members(value, "fields").forEach { field($0) }
    case "conditions": conditions(value)
    case "rules": members(value, "rules").forEach { rule($0) }
    case "fail_on": failOn(value)
    case "survivorship": members(value, "survivorship").forEach { policy($0) }
    case "quarantine": quarantine(value)
    case "suppress": suppressions(value)
    case "columns": texts(value, "columns").forEach { knownField($0.text, $0.location, extras: true) }
    default: break
    }
  }

  // MARK: Parts

  private mutating func field(_ entry: LocatedNode.Entry) {
    knownField(entry.key, entry.location, extras: true)
    for key in ["required", "unique"] { if let said = entry.value[key] { flag(said, key) } }
    let usual = catalogue.definition(of: entry.key)?.format
    keys(of: entry, others: ["required", "unique"], formats: builtIn.union(declared), usual: usual)
  }

  private mutating func rule(_ entry: LocatedNode.Entry) {
    let value = entry.value
    if value.entries == nil, !value.isNull, value.json.bool == nil {
      refuse(
        value, "settings of '\(entry.key)' are \(value.kind), not a mapping",
        remedy: "write {} for none, off to leave the rule out")
    }
  }

  private mutating func policy(_ entry: LocatedNode.Entry) {
    if entry.key != "default" { knownField(entry.key, entry.location, extras: true, others: ["default"]) }
    guard let name = text(entry.value, entry.key), SurvivorshipPolicy(rawValue: name) == nil else { return }
    unknown("survivorship policy", name, entry.value.location, SurvivorshipPolicy.allCases.map(\.rawValue))
  }

  private mutating func failOn(_ node: LocatedNode) {
    let entries = members(node, "fail_on")
    knownKeys(entries, ["severity", "max_percent", "max_count"], of: "fail_on")
    for entry in entries {
      switch entry.key {
      case "severity": severity(entry.value)
      case "max_percent":
        if !(entry.value.json.number.map { (0...100).contains($0) } ?? false) {
          mistyped(entry.value, "max_percent", "a number from 0 to 100")
        }
      case "max_count":
        if !(entry.value.json.integer.map { $0 >= 0 } ?? false) {
          mistyped(entry.value, "max_count", "a whole number from 0")
        }
      default: break
      }
    }
  }

  private mutating func quarantine(_ node: LocatedNode) {
    let entries = members(node, "quarantine")
    knownKeys(entries, ["severity", "codes"], of: "quarantine")
    for entry in entries {
      if entry.key == "severity" { severity(entry.value) }
      if entry.key == "codes" { texts(entry.value, "codes") }
    }
  }

  mutating func title(_ node: LocatedNode) {
    if node.string != nil { return }
    let entries = members(node, "title")
    knownKeys(entries, ["en", "ru"], of: "title")
    for entry in entries { text(entry.value, entry.key) }
  }

  mutating func region(_ node: LocatedNode) {
    let isCode = node.string.map { $0.utf8.count == 2 && $0.utf8.allSatisfy { (65...90).contains($0) } }
    if isCode != true {
      mistyped(node, "region", "a country code of two capitals (in quotes: YAML reads NO as false)")
    }
  }

  // MARK: Types

  mutating func refuse(_ node: LocatedNode, _ problem: String, remedy: String) {
    errors.append(StandardError(node.location, problem, remedy: remedy))
  }

  mutating func mistyped(_ node: LocatedNode, _ key: String, _ wanted: String) {
    refuse(node, "'\(key)' is \(node.kind) that does not fit", remedy: "it must be \(wanted)")
  }

  mutating func flag(_ node: LocatedNode, _ key: String) {
    if node.json.bool == nil { mistyped(node, key, "true or false") }
  }

  @discardableResult
  mutating func text(_ node: LocatedNode, _ key: String) -> String? {
    if node.string == nil { mistyped(node, key, "a text; put it in quotes if it looks like something else") }
    return node.string
  }

  mutating func severity(_ node: LocatedNode) {
    guard let name = text(node, "severity"), Severity(name: name) == nil else { return }
    unknown("severity", name, node.location, Severity.allCases.reversed().map(\.name))
  }

  /// The texts of a list; one text alone is a list of one.
  @discardableResult
  mutating func texts(_ node: LocatedNode, _ key: String) -> [(text: String, location: FileLocation)] {
    if let text = node.string { return [(text, node.location)] }
    guard let elements = node.elements else {
      mistyped(node, key, "a list of texts")
      return []
    }
    return elements.compactMap { element in text(element, key).map { ($0, element.location) } }
  }

  mutating func members(_ node: LocatedNode, _ key: String) -> [LocatedNode.Entry] {
    if let entries = node.entries { return entries }
    if !node.isNull { mistyped(node, key, "a mapping") }
    return []
  }

  // MARK: Names

  mutating func unknown(_ what: String, _ name: String, _ place: FileLocation, _ known: [String]) {
    let near = NearestName.nearest(to: name, among: known)
    let remedy = known.count <= 64 ? "known are \(known.joined(separator: ", "))" : ""
    errors.append(StandardError(place, "unknown \(what) '\(name)'", nearest: near, remedy: remedy))
  }

  mutating func knownKeys(_ entries: [LocatedNode.Entry], _ known: [String], of what: String) {
    for entry in entries where !known.contains(entry.key) {
      unknown("key of \(what)", entry.key, entry.location, known)
    }
  }

  mutating func knownField(_ name: String, _ place: FileLocation, extras: Bool, others: [String] = []) {
    if catalogue.definition(of: name) != nil || extras && ExtraField.isExtra(name) { return }
    let near = NearestName.nearest(to: name, among: catalogue.fields.map(\.name) + others)
    errors.append(
      StandardError(
        place, "unknown field '\(name)'", nearest: near,
        remedy: "name a canonical field, or extra.<header> for a column of your own"))
  }
}
