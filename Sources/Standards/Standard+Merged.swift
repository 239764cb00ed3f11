import RuleKit

extension Standard {
  /// A standard from what its files say, laid over one another and found without error.
  init(_ root: LocatedNode, files: [File], catalogue: FieldCatalogue) {
    let name = root["standard"]?.string ?? ""
    self.name = name
    version = root["version"]?.json.integer ?? 1
    let plain = root["title"]?.string
    title = Localized(
      en: root["title"]?["en"]?.string ?? plain ?? name, ru: root["title"]?["ru"]?.string ?? plain ?? name)
    region = root["region"]?.string ?? "RU"
    let declared = (root["formats"]?.json.object ?? [:]).compactMapValues(\.object)
    formats = (root["formats"]?.entries ?? []).map { entry in
      (entry.key, Self.spec(entry.value.json.object ?? [:], nil, declared: [:]))
    }
    fields = (root["fields"]?.entries ?? []).map { entry in
      let definition = catalogue.definition(of: entry.key)
      return (entry.key, Self.spec(entry.value.json.object ?? [:], definition, declared: declared))
    }
    conditions = (root["conditions"]?.elements ?? []).map { node in
      var condition = node.json.object ?? [:]
      for part in ["when", "then"] {
        let tests = condition[part]?.object ?? [:]
        let named = tests.map { (catalogue.fullName(of: $0.key) ?? $0.key, $0.value) }
        condition[part] = .object(Dictionary(named, uniquingKeysWith: { first, _ in first }))
      }
      return .object(condition)
    }
    rules = (root["rules"]?.entries ?? []).filter { $0.value.json.bool != false }.map { entry in
      RuleUse(
        id: entry.key, settings: .object(entry.value.json.object ?? [:]), location: entry.location,
        node: entry.value)
    }
    failOn = Self.failLevel(root["fail_on"])
    var quarantine = Quarantine()
    quarantine.severity = root["quarantine"]?["severity"]?.string.flatMap { Severity(name: $0) }
    quarantine.codes = Self.texts(root["quarantine"]?["codes"]) ?? []
    self.quarantine = quarantine
    columns = Self.texts(root["columns"])
    suppressions = Self.suppressions(root["suppress"])
    var policies: [String: SurvivorshipPolicy] = [:]
    for entry in root["survivorship"]?.entries ?? [] {
      policies[entry.key] = entry.value.string.flatMap { SurvivorshipPolicy(rawValue: $0) }
    }
    defaultPolicy = policies.removeValue(forKey: "default") ?? .mostComplete
    self.policies = policies
    self.files = files
    self.catalogue = catalogue
  }

  /// What is not said of a field, its named format says, then its definition.
  private static func spec(
    _ own: [String: JSONValue], _ definition: FieldDefinition?, declared: [String: [String: JSONValue]]
  ) -> FieldSpec {
    let named = own["format"]?.string
    var options = own
    var format = named ?? definition?.format
    if let named, let shared = declared[named] {
      options = shared.merging(own) { _, own in own }
      format = shared["format"]?.string
    }
    // A list of values makes an enumeration; bounds make a number or a date of what was plain text.
    if options["enum"] != nil {
      format = "enum"
    } else if format ?? "text" == "text", let range = options["range"]?.object {
      format = range.values.contains { $0.number == nil } ? "date" : "number"
    }
    if format == "enum", options["values"] == nil, options["enum"] == nil, let values = definition?.values,
      !values.isEmpty
    {
      options["values"] = .array(values.map { .string($0) })
    }
    return FieldSpec(format: format, required: options["required"]?.bool ?? false, options: options)
  }

  private static func failLevel(_ node: LocatedNode?) -> FailLevel {
    var level = FailLevel()
    level.severity = node?["severity"]?.string.flatMap { Severity(name: $0) } ?? level.severity
    level.maxPercent = node?["max_percent"]?.json.number ?? level.maxPercent
    level.maxCount = node?["max_count"]?.json.integer
    return level
  }

  private static func texts(_ node: LocatedNode?) -> [String]? {
    guard let node else { return nil }
    return node.string.map { [$0] } ?? node.elements?.compactMap(\.string)
  }
}
