/// What a column's cells agree on; in a standard, the key `column` of a field.
public struct ColumnConventions: Sendable, Equatable, Codable {
  /// Whether the day or the month comes first; `mixed` where the cells contradict one another.
  public var dateOrder: DateOrder?
  /// Month and day that far too many dates share (`01-01`), as a form puts them in by itself.
  public var defaultDay: String?
  /// The decimal mark, `.` or `,`.
  public var decimalMark: String?
  /// Whether so few cells are answers that marks (`-`, `x`) and numbers are not taken for one.
  public var hasUnsureAnswers = false
  /// Other spellings of an enumeration's values and the most frequent spelling of each.
  public var variants: [String: String] = [:]
  /// What happened to the letters: `utf-8 as windows-1251`.
  public var misreading: String?
  /// The alphabet nine words in ten are written in: `cyrillic` or `latin`.
  public var script: String?

  private enum CodingKeys: String, CodingKey {
    case dateOrder = "order"
    case defaultDay = "default_day"
    case decimalMark = "decimal"
    case hasUnsureAnswers = "unsure"
    case misreading = "misread"
    case variants, script
  }

  /// Nothing known.
  public init() {}

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    dateOrder = try container.decodeIfPresent(String.self, forKey: .dateOrder).flatMap {
      DateOrder(rawValue: $0)
    }
    defaultDay = try container.decodeIfPresent(String.self, forKey: .defaultDay)
    decimalMark = try container.decodeIfPresent(String.self, forKey: .decimalMark)
    hasUnsureAnswers = try container.decodeIfPresent(Bool.self, forKey: .hasUnsureAnswers) ?? false
    variants = try container.decodeIfPresent([String: String].self, forKey: .variants) ?? [:]
    misreading = try container.decodeIfPresent(String.self, forKey: .misreading)
    script = try container.decodeIfPresent(String.self, forKey: .script)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(dateOrder?.rawValue, forKey: .dateOrder)
    try container.encodeIfPresent(defaultDay, forKey: .defaultDay)
    try container.encodeIfPresent(decimalMark, forKey: .decimalMark)
    if hasUnsureAnswers { try container.encode(true, forKey: .hasUnsureAnswers) }
    if !variants.isEmpty { try container.encode(variants, forKey: .variants) }
    try container.encodeIfPresent(misreading, forKey: .misreading)
    try container.encodeIfPresent(script, forKey: .script)
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { self == ColumnConventions() }

  /// What holds of both columns, when the same field comes from two tables.
  ///
  /// Where they contradict one another nothing is known; of dates it is known that both orders occur.
  public func joined(with other: ColumnConventions) -> ColumnConventions {
    var both = ColumnConventions()
    if let one = dateOrder, let two = other.dateOrder {
      both.dateOrder = one == two ? one : .mixed
    } else {
      both.dateOrder = dateOrder ?? other.dateOrder
    }
    both.defaultDay = defaultDay ?? other.defaultDay
    if let one = decimalMark, let two = other.decimalMark {
      both.decimalMark = one == two ? one : nil
    } else {
      both.decimalMark = decimalMark ?? other.decimalMark
    }
    both.hasUnsureAnswers = hasUnsureAnswers || other.hasUnsureAnswers
    both.variants = variants.merging(other.variants) { first, _ in first }
    both.misreading = misreading == other.misreading ? misreading : nil
    both.script = script == other.script ? script : nil
    return both
  }
}
