/// What a standard says of one field.
public struct FieldSpec: Sendable, Codable, Equatable {
  /// Name of the field's format; nil: plain text.
  public var format: String?
  /// Whether a record cannot do without it.
  public var required: Bool
  /// All keys beneath the field in the standard, those above included.
  public var options: [String: JSONValue]

  /// A specification.
  public init(format: String? = nil, required: Bool = false, options: [String: JSONValue] = [:]) {
    self.format = format
    self.required = required
    self.options = options
  }
}

/// What a run tells every rule.
public struct RuleContext: Sendable, Codable {
  /// Today, ISO 8601 (`2026-11-22`); fixed by `--now`.
  public var now: String
  /// Home of phones, dates and postal codes, ISO 3166-1 alpha-2.
  public var region: String
  /// Language of messages.
  public var language: Language
  /// Threads a rule of phase `base` may use.
  public var jobs: Int
  /// Folder of the dictionaries (`Rules/dictionaries`).
  public var dictionaries: String
  /// The standard's fields by canonical name.
  public var fields: [String: FieldSpec]
  /// Requirements of the standard that depend on other fields: objects of `when` and `then`.
  public var conditions: [JSONValue]

  /// A context.
  public init(
    now: String, region: String = "RU", language: Language = .en, jobs: Int = 1, dictionaries: String = "",
    fields: [String: FieldSpec] = [:], conditions: [JSONValue] = []
  ) {
    self.now = now
    self.region = region
    self.language = language
    self.jobs = jobs
    self.dictionaries = dictionaries
    self.fields = fields
    self.conditions = conditions
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    now = try container.decode(String.self, forKey: .now)
    region = try container.decode(String.self, forKey: .region)
    language = try container.decode(Language.self, forKey: .language)
    jobs = try container.decode(Int.self, forKey: .jobs)
    dictionaries = try container.decode(String.self, forKey: .dictionaries)
    fields = try container.decode([String: FieldSpec].self, forKey: .fields)
    // A host that knows no conditions hands over none.
    conditions = try container.decodeIfPresent([JSONValue].self, forKey: .conditions) ?? []
  }

  /// What the standard says of a field; `phone_2` falls back to `phone`.
  public func spec(of field: String) -> FieldSpec? {
    if let spec = fields[field] { return spec }
    let (base, ordinal) = FieldName.split(field)
    return ordinal > 1 ? fields[base] : nil
  }
}

/// Names of fields that may repeat: `phone`, `phone_2`, `phone_3`.
public enum FieldName {
  /// `phone_2` → (`phone`, 2); a name without an ordinal has ordinal 1.
  public static func split(_ field: String) -> (base: String, ordinal: Int) {
    guard let mark = field.lastIndex(of: "_"), let ordinal = Int(field[field.index(after: mark)...]),
      ordinal > 1
    else { return (field, 1) }
    return (String(field[..<mark]), ordinal)
  }

  /// (`phone`, 2) → `phone_2`; ordinal 1 is the bare name.
  public static func numbered(_ base: String, _ ordinal: Int) -> String {
    ordinal == 1 ? base : "\(base)_\(ordinal)"
  }
}
