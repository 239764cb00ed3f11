/// What may stand beneath a field, or a named format, of a standard.
///
/// One list for all who read it: the standard that checks the keys, the rule that obeys them, the command line.
public struct FieldKeys: Sendable, Decodable {
  /// Name of the format.
  public var format: String?
  /// Home of phones, dates and postal codes.
  public var region: String?
  /// Values of an enumeration.
  public var values: [String]?
  /// Other spellings by value.
  public var synonyms: [String: Spellings]?
  /// Values of an enumeration, with their other spellings where there are any.
  public var `enum`: Enumeration?
  /// Order of day and month: `dmy`, `mdy`.
  public var order: String?
  /// First day of a spreadsheet's serial dates: `1900`, `1904`.
  public var dateSystem: Word?
  /// Whether a date is of birth.
  public var birth: Bool?
  /// Decimal mark.
  public var decimal: String?
  /// ISO 4217 code of money.
  public var currency: String?
  /// Area code of local phone numbers.
  public var areaCode: Word?
  /// Whether a text keeps its line breaks.
  public var multiline: Bool?
  /// What the whole value must look like.
  public var pattern: String?
  /// How many characters it may have.
  public var length: ValueLength?
  /// Between what it must lie.
  public var range: ValueRange?
  /// A file of allowed values.
  public var lookup: LookupFile?
  /// How grave a broken constraint is: `error`, `warning`, `info`.
  public var severity: String?
  /// What the cells of the column agree on; found by the run where the standard does not say it.
  public var column: ColumnConventions?

  /// The keys' names.
  public enum CodingKeys: String, CodingKey, CaseIterable {
    case format, region, values, synonyms, `enum`, order, birth, decimal, currency, multiline, pattern, length
    case range, lookup, severity, column
    case dateSystem = "date_system"
    case areaCode = "area_code"
  }

  /// Names of all keys.
  public static let names = CodingKeys.allCases.map(\.rawValue)

  /// A word that YAML may have read as a number.
  public struct Word: Sendable, Decodable {
    /// The word.
    public var text: String

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else if let truth = try? container.decode(Bool.self) {
        text = truth ? "true" : "false"
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// Other spellings of a value: one, several, or none.
  public struct Spellings: Sendable, Decodable {
    /// The spellings.
    public var list: [String]

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        list = []
      } else if let one = try? container.decode(Word.self) {
        list = [one.text]
      } else {
        list = try container.decode([Word].self).map(\.text)
      }
    }
  }

  /// `[active, closed]`, or `{active: [act, действующий], closed: }`.
  public struct Enumeration: Sendable, Decodable {
    /// The values, in the order of a list, else by the alphabet.
    public var values: [String]
    /// Other spellings by value.
    public var synonyms: [String: Spellings]

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([Word].self) {
        values = list.map(\.text)
        synonyms = [:]
      } else if let table = try? container.decode([String: Spellings].self) {
        values = table.keys.sorted()
        synonyms = table
      } else {
        throw Self.wrong
      }
      guard !values.isEmpty else { throw Self.wrong }
    }

    private static let wrong = ConstraintError(
      "'enum' cannot be this", remedy: "write [one, two], or {one: [another spelling], two: [its spelling]}")
  }
}

extension FieldKeys {
  /// The constraints alone; a condition's test knows no other keys.
  init(constraintsFrom decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    pattern = try container.decodeIfPresent(String.self, forKey: .pattern)
    length = try container.decodeIfPresent(ValueLength.self, forKey: .length)
    range = try container.decodeIfPresent(ValueRange.self, forKey: .range)
    lookup = try container.decodeIfPresent(LookupFile.self, forKey: .lookup)
  }
}

extension FormatOptions {
  /// Options of a field by the keys beneath it.
  /// - Parameters:
  ///   - keys: the keys; nil: none.
  ///   - field: canonical name of the field.
  ///   - region: home of the run.
  ///   - now: today, ISO 8601.
  public init(_ keys: FieldKeys?, field: String, region: String, now: String) {
    self.init(region: keys?.region ?? region, now: now, field: field)
    dateOrder = keys?.order.flatMap { DateOrder(rawValue: $0) }
    dateSystem = (keys?.dateSystem?.text).flatMap { DateSystem(rawValue: $0) }
    isBirthDate = field == "birth_date" || keys?.birth == true
    decimalMark = keys?.decimal?.first
    currency = keys?.currency ?? "RUB"
    areaCode = keys?.areaCode?.text
    keepsLines = keys?.multiline ?? (field == "comment" || field == "bank_details")
    values = keys?.enum?.values ?? keys?.values ?? []
    for (value, spellings) in (keys?.enum?.synonyms ?? [:]).merging(
      keys?.synonyms ?? [:], uniquingKeysWith: +)
    {
      for spelling in spellings.list { synonyms[spelling] = value }
    }
    if let column = keys?.column { self = with(column) }
  }
}

extension FieldKeys.Spellings {
  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.list += right.list
    return sum
  }
}
