public import RuleKit

/// A standard: what fields a base must have, which rules judge it, what becomes of what they find.
public struct Standard: Sendable {
  /// One rule and its settings.
  public struct RuleUse: Sendable {
    /// The rule's id.
    public var id: String
    /// Its settings, an object.
    public var settings: JSONValue
    /// Where the rule stands; of several files, the last that speaks of it.
    public var location: FileLocation
    let node: LocatedNode

    /// The file that says a setting; nil: none does.
    public func file(of setting: String) -> String? {
      node.entries?.first { $0.key == setting }?.location.file
    }
  }

  /// When `check` fails.
  public struct FailLevel: Sendable, Equatable {
    /// The least severity that counts.
    public var severity = Severity.error
    /// The greatest share of rows, in percent, that may have such findings.
    public var maxPercent = 0.0
    /// The greatest number of such findings; nil: no limit of its own.
    public var maxCount: Int?

    /// Any error fails.
    public init() {}
  }

  /// Which rows are set aside instead of being written among the clients.
  public struct Quarantine: Sendable, Equatable {
    /// Rows with a finding of this severity or graver; nil: severity alone sets nothing aside.
    public var severity: Severity?
    /// Rows with a finding of one of these codes.
    public var codes: [String] = []

    /// Nothing is set aside.
    public init() {}
  }

  /// One file it was read from.
  public struct File: Sendable, Equatable {
    /// Its path.
    public var path: String
    /// Its text.
    public var text: String
  }

  /// Kebab name: `ru-b2b`.
  public let name: String
  /// Its version.
  public let version: Int
  /// Its name for people.
  public let title: Localized
  /// Home of phones, dates and postal codes, ISO 3166-1 alpha-2.
  public let region: String
  /// The fields, in the order of the output.
  public let fields: [(name: String, spec: FieldSpec)]
  /// The formats it declares, each as the specification of a field that has it.
  public let formats: [(name: String, spec: FieldSpec)]
  /// Requirements that depend on other fields, as rules get them: objects of `when` and `then`.
  public let conditions: [JSONValue]
  /// The rules, in the order of the standard.
  public let rules: [RuleUse]
  /// When `check` fails.
  public let failOn: FailLevel
  /// Which rows are set aside.
  public let quarantine: Quarantine
  /// Names of the fields to write, in order; nil: those of `fields`, then all others.
  public let columns: [String]?
  /// Findings that somebody answers for.
  public let suppressions: [Suppression]
  /// The files it was read from, parents first, lists it looks values up in among them.
  public let files: [File]

  let policies: [String: SurvivorshipPolicy]
  let defaultPolicy: SurvivorshipPolicy
  let catalogue: FieldCatalogue

  /// All files it was read from, concatenated parents first: what the journal takes the SHA-256 of.
  public var text: String { files.map(\.text).joined() }

  /// The fields by name, as rules get them.
  public var fieldSpecs: [String: FieldSpec] {
    Dictionary(fields.map { ($0.name, $0.spec) }, uniquingKeysWith: { first, _ in first })
  }

  /// What the standard says of a field; `phone_2` is answered by `phone`.
  public func spec(of field: String) -> FieldSpec? {
    let base = FieldName.split(field).base
    return (fields.first { $0.name == field } ?? fields.first { $0.name == base })?.spec
  }

  /// Which of several values of a field survives a merge.
  ///
  /// What the standard says of the field, else what the catalogue says, else the standard's default.
  public func policy(of field: String) -> SurvivorshipPolicy {
    let base = FieldName.split(field).base
    return policies[field] ?? policies[base] ?? catalogue.definition(of: field)?.survivorship ?? defaultPolicy
  }
}
