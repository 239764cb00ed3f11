/// A rule: settings in, findings, edits and links out.
///
/// A rule is an immutable value; one of phase `record` is applied from several threads at once.
public protocol Rule: Sendable {
  /// What stands beneath the rule's id in a standard. Absent keys keep the defaults of `init()`.
  associatedtype Settings: Decodable & Sendable

  /// Its documentation, its codes, its examples.
  static var about: RuleDescription { get }

  /// Makes the rule.
  /// - Throws: `SettingsError` naming the setting, what is wrong with it and what to do.
  init(_ settings: Settings, context: RuleContext) throws(SettingsError)

  /// Looks at a batch and says what it found.
  /// - Throws: `RuleFailure` when the machine fails the rule; what is wrong with data is a finding.
  func apply(to batch: Batch, into results: inout Results) throws(RuleFailure)
}

/// A rule's documentation, from which its manifest is made.
public struct RuleDescription: Sendable {
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
  /// Fields it may write; `*` for any.
  public var writes: [String]
  /// Roles of linked tables whose rows it wants with each client: `orders`, `contacts`, `interactions`, and
  /// `records`, the rows merged into a client.
  ///
  /// Only of phase `base` and subject `clients`.
  public var linked: [String]
  /// Its settings.
  public var settings: [SettingDescription]
  /// What it can say.
  public var codes: [CodeDescription]
  /// Examples: documentation and tests.
  public var examples: [Example]

  /// A description.
  public init(
    id: String, title: Localized, rationale: Localized, phase: Phase, subject: Subject = .rows,
    reads: [String], writes: [String] = [], linked: [String] = [], settings: [SettingDescription] = [],
    codes: [CodeDescription],
    examples: [Example]
  ) {
    self.id = id
    self.title = title
    self.rationale = rationale
    self.phase = phase
    self.subject = subject
    self.reads = reads
    self.writes = writes
    self.linked = linked
    self.settings = settings
    self.codes = codes
    self.examples = examples
  }

  /// The rule's part of the manifest.
  public var manifest: RuleManifest {
    var properties: [String: JSONValue] = [:]
    for setting in settings {
      var schema = setting.schema
      schema["description"] = .string(setting.summary.en)
      schema["x-description-ru"] = .string(setting.summary.ru)
      if setting.fallback != .null { schema["default"] = setting.fallback }
      properties[setting.name] = .object(schema)
    }
    return RuleManifest(
      id: id, title: title, rationale: rationale, phase: phase, subject: subject, reads: reads,
      writes: writes,
      settings: .object([
        "type": .string("object"), "additionalProperties": .bool(false), "properties": .object(properties),
      ]), codes: codes, examples: examples, linked: linked.isEmpty ? nil : linked)
  }
}

/// A setting that cannot be.
public struct SettingsError: Error, Equatable {
  /// Key of the setting; empty for the settings as a whole.
  public var setting: String
  /// What is wrong: `is empty`.
  public var problem: String
  /// What to do.
  public var remedy: String

  /// An error at a setting.
  public init(_ setting: String, _ problem: String, remedy: String) {
    self.setting = setting
    self.problem = problem
    self.remedy = remedy
  }

  /// One line, the remedy after the semicolon.
  public var line: String { "\(setting.isEmpty ? "settings" : "'\(setting)'") \(problem); \(remedy)" }
}

/// A failure of the machine while a rule ran.
public struct RuleFailure: Error, Equatable {
  /// What failed, lower case, no cell values.
  public var problem: String

  /// A failure.
  public init(_ problem: String) { self.problem = problem }
}
