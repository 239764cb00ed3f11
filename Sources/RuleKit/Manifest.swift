/// When a rule runs and what it sees.
public enum Phase: String, Sendable, Codable {
  /// A batch of rows, without other rows, several batches at once.
  case record
  /// Whole columns, once.
  case base
}

/// Which rows a rule judges.
public enum Subject: String, Sendable, Codable {
  /// The rows as they came from the sources.
  case rows
  /// The clients: what is left after duplicates were merged.
  case clients
}

/// How grave a finding is.
public enum Severity: Int8, Sendable, Comparable, CaseIterable {
  case info = 0, warning = 1, error = 2

  public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// Its name in standards, journals and reports.
  public var name: String {
    switch self {
    case .info: "info"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// The severity of that name.
  public init?(name: some StringProtocol) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}

extension Severity: Codable {
  public init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    guard let severity = Severity(name: name) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "severity is error, warning or info"))
    }
    self = severity
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

/// What a code's repair does to the value.
public enum Repair: String, Sendable, Codable {
  /// Nothing of the meaning is lost; applied by itself.
  case safe
  /// Something is lost or guessed; applied only with `--lossy`.
  case lossy
  /// The code has no repair.
  case absent
}

/// One thing a rule can say: its code, its message, its usual severity, its repair.
public struct CodeDescription: Sendable, Codable {
  /// Kebab form, unique within the rule, never changes.
  public var code: String
  /// Template; `{name}` stands for an argument.
  public var message: Localized
  /// The severity unless the standard says otherwise.
  public var severity: Severity
  /// Whether and how it is repaired.
  public var repair: Repair

  /// A code.
  public init(_ code: String, _ severity: Severity, repair: Repair = .absent, en: String, ru: String) {
    self.code = code
    self.message = Localized(en: en, ru: ru)
    self.severity = severity
    self.repair = repair
  }
}

/// One setting of a rule, from which the manifest's JSON Schema is made.
public struct SettingDescription: Sendable {
  /// Key in the standard.
  public var name: String
  /// JSON Schema of its value: `["type": "string"]`.
  public var schema: [String: JSONValue]
  /// What it does.
  public var summary: Localized
  /// What holds when it is not given.
  public var fallback: JSONValue

  /// A setting.
  public init(
    _ name: String, _ schema: [String: JSONValue], default fallback: JSONValue = .null, en: String, ru: String
  ) {
    self.name = name
    self.schema = schema
    self.summary = Localized(en: en, ru: ru)
    self.fallback = fallback
  }
}

/// One rule as its plugin's manifest tells of it.
public struct RuleManifest: Sendable, Codable {
  /// Kebab form of what the rule asks; never changes.
  public var id: String
  /// What the rule asks, in a line.
  public var title: Localized
  /// Why it asks.
  public var rationale: Localized
  /// When it runs.
  public var phase: Phase
  /// Whether it judges rows or merged clients.
  public var subject: Subject
  /// Fields it reads; `*` for any.
  public var reads: [String]
  /// Fields it may write; `*` for any, none when it only finds.
  public var writes: [String]
  /// JSON Schema of its settings.
  public var settings: JSONValue
  /// What it can say.
  public var codes: [CodeDescription]
  /// Examples, which document and test it.
  public var examples: [Example]
  /// Roles of linked tables that it wants (`orders`, `contacts`, `interactions`, `records`); nil: none.
  public var linked: [String]?
}

/// What a plugin says of itself.
public struct PluginManifest: Sendable, Codable {
  /// Name of the plugin, that of its library without `lib` and `.so`.
  public var name: String
  /// Its version.
  public var version: String
  /// Its rules.
  public var rules: [RuleManifest]

  /// A manifest.
  public init(name: String, version: String, rules: [RuleManifest]) {
    self.name = name
    self.version = version
    self.rules = rules
  }
}
