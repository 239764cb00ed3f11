public import RuleKit

extension Standard {
  /// What is wrong with the rules it names and their settings, by the manifests of the plugins that are there.
  ///
  /// A setting is checked by its JSON Schema; what only the rule can judge, it judges when it is made.
  public func check(against manifests: [RuleManifest]) -> [StandardError] {
    var errors: [StandardError] = []
    for rule in rules {
      guard let manifest = manifests.first(where: { $0.id == rule.id }) else {
        let known = manifests.map(\.id)
        errors.append(
          StandardError(
            rule.location, "unknown rule '\(rule.id)'",
            nearest: NearestName.nearest(to: rule.id, among: known),
            remedy: "known are \(known.joined(separator: ", "))"))
        continue
      }
      guard rule.node.entries != nil else { continue }
      var check = SchemaCheck(rule: rule.id)
      check.judge(rule.node, by: manifest.settings, named: "")
      errors += check.errors
    }
    return errors + suppressions.compactMap { Self.check($0, against: manifests) }
  }

  private static func check(_ suppression: Suppression, against manifests: [RuleManifest]) -> StandardError? {
    let known = manifests.map(\.id)
    guard let manifest = manifests.first(where: { $0.id == suppression.rule }) else {
      return StandardError(
        suppression.location, "unknown rule '\(suppression.rule)'",
        nearest: NearestName.nearest(to: suppression.rule, among: known),
        remedy: "known are \(known.joined(separator: ", "))")
    }
    let codes = manifest.codes.map(\.code)
    guard let code = suppression.code, !codes.contains(code) else { return nil }
    return StandardError(
      suppression.location, "'\(suppression.rule)' has no code '\(code)'",
      nearest: NearestName.nearest(to: code, among: codes),
      remedy: "see `revizor rules explain \(suppression.rule)`")
  }
}

/// Judges located settings by a JSON Schema.
///
/// Known keywords (JSON Schema 2020-12): type, enum, items, properties, required, additionalProperties, minimum,
/// maximum, anyOf, oneOf; others say nothing here.
struct SchemaCheck {
  let rule: String
  private(set) var errors: [StandardError] = []

  init(rule: String) { self.rule = rule }

  mutating func judge(_ node: LocatedNode, by schema: JSONValue, named name: String) {
    guard let keywords = schema.object else { return }
    let subject = name.isEmpty ? "settings of '\(rule)'" : "'\(name)' of '\(rule)'"
    if let types = keywords["type"], !Self.fits(node.json, types) {
      refuse(node.location, "\(subject) is \(node.kind)", "it must be \(Self.wording(types))")
      return
    }
    if let values = keywords["enum"]?.array, !values.contains(node.json) {
      let known = values.compactMap(\.string)
      errors.append(
        StandardError(
          node.location, "\(subject) has an unknown value",
          nearest: node.string.flatMap { NearestName.nearest(to: $0, among: known) },
          remedy: "known are \(known.joined(separator: ", "))"))
    }
    if let number = node.json.number {
      if let least = keywords["minimum"]?.number, number < least {
        refuse(node.location, "\(subject) is too small", "the least is \(Self.text(least))")
      }
      if let greatest = keywords["maximum"]?.number, number > greatest {
        refuse(node.location, "\(subject) is too great", "the greatest is \(Self.text(greatest))")
      }
    }
    if let choices = (keywords["anyOf"] ?? keywords["oneOf"])?.array {
      judge(node, byAnyOf: choices, subject, name)
    }
    if let items = keywords["items"] {
      for element in node.elements ?? [] { judge(element, by: items, named: name) }
    }
    if let entries = node.entries { judge(entries, of: node, by: keywords, subject, name) }
  }

  private mutating func judge(
    _ entries: [LocatedNode.Entry], of node: LocatedNode, by keywords: [String: JSONValue], _ subject: String,
    _ name: String
  ) {
    let properties = keywords["properties"]?.object ?? [:]
    for entry in entries {
      let path = name.isEmpty ? entry.key : "\(name).\(entry.key)"
      if let schema = properties[entry.key] {
        judge(entry.value, by: schema, named: path)
      } else if keywords["additionalProperties"]?.bool == false {
        let known = properties.keys.sorted()
        errors.append(
          StandardError(
            entry.location, "'\(rule)' has no setting '\(path)'",
            nearest: NearestName.nearest(to: entry.key, among: known),
            remedy: known.isEmpty ? "it has no settings" : "known are \(known.joined(separator: ", "))"))
      } else if let schema = keywords["additionalProperties"] {
        judge(entry.value, by: schema, named: path)
      }
    }
    for wanted in keywords["required"]?.array?.compactMap(\.string) ?? [] where node[wanted] == nil {
      refuse(node.location, "\(subject) lacks '\(wanted)'", "it cannot do without")
    }
  }

  private mutating func judge(
    _ node: LocatedNode, byAnyOf choices: [JSONValue], _ subject: String, _ name: String
  ) {
    let fitting = choices.contains { choice in
      var trial = SchemaCheck(rule: rule)
      trial.judge(node, by: choice, named: name)
      return trial.errors.isEmpty
    }
    if !fitting {
      refuse(node.location, "\(subject) is none of what it may be", "see `revizor rules explain \(rule)`")
    }
  }

  private mutating func refuse(_ place: FileLocation, _ problem: String, _ remedy: String) {
    errors.append(StandardError(place, problem, remedy: remedy))
  }

  private static func fits(_ value: JSONValue, _ types: JSONValue) -> Bool {
    let names = types.string.map { [$0] } ?? types.array?.compactMap(\.string) ?? []
    return names.contains { name in
      switch (name, value) {
      case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object),
        ("number", .number), ("number", .integer), ("integer", .integer):
        true
      // A key with nothing beneath it is an object without members, as in `duplicates:`.
      case ("object", .null): true
      default: false
      }
    }
  }

  private static func wording(_ types: JSONValue) -> String {
    let names = types.string.map { [$0] } ?? types.array?.compactMap(\.string) ?? []
    let words = [
      "null": "nothing", "boolean": "true or false", "string": "a text", "array": "a list",
      "object": "a mapping",
      "number": "a number", "integer": "a whole number",
    ]
    return names.map { words[$0] ?? $0 }.joined(separator: ", or ")
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}
