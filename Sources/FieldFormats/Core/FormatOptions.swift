/// Order of the day and the month in a column of dates.
public enum DateOrder: String, Sendable {
  case dmy, mdy
  /// Some dates of the column have the day first, others the month.
  case mixed
}

/// First day of a spreadsheet's serial dates.
public enum DateSystem: String, Sendable {
  /// 1900-01-01 is day 1, and 1900-02-29 is day 60 though it never was.
  case excel1900 = "1900"
  /// 1904-01-01 is day 0.
  case excel1904 = "1904"
}

/// What the run and the standard say of one field.
public struct FormatOptions: Sendable {
  /// Home of phones, dates and postal codes, ISO 3166-1 alpha-2.
  public var region: String
  /// Today, ISO 8601.
  public var now: String
  /// The column's order of day and month, when it is known.
  public var dateOrder: DateOrder?
  /// The file's date system; nil: serials of the 1900 system between 1954 and 2064 only.
  public var dateSystem: DateSystem?
  /// Whether a date is of birth: a two-digit year then never lies ahead.
  public var isBirthDate: Bool
  /// The column's decimal mark, `.` or `,`, when it is known.
  public var decimalMark: Character?
  /// ISO 4217 code of the base's money.
  public var currency: String
  /// Values of an enumeration; empty: any.
  public var values: [String]
  /// Other spellings of an enumeration's values, lower case.
  public var synonyms: [String: String]
  /// Area code of local phone numbers without one.
  public var areaCode: String?
  /// Whether a text keeps its line breaks.
  public var keepsLines: Bool
  /// Name of the field; the client's own name and firm tell of gender and legal form.
  public var field: String
  /// What the cells of the column agree on, besides `dateOrder` and `decimalMark`.
  public var conventions = ColumnConventions()

  /// Options; what is not given has its usual value.
  public init(
    region: String = "RU", now: String = "", dateOrder: DateOrder? = nil, dateSystem: DateSystem? = nil,
    isBirthDate: Bool = false, decimalMark: Character? = nil, currency: String = "RUB", values: [String] = [],
    synonyms: [String: String] = [:], areaCode: String? = nil, keepsLines: Bool = false,
    field: String = ""
  ) {
    self.region = region
    self.now = now
    self.dateOrder = dateOrder
    self.dateSystem = dateSystem
    self.isBirthDate = isBirthDate
    self.decimalMark = decimalMark
    self.currency = currency
    self.values = values
    self.synonyms = synonyms
    self.areaCode = areaCode
    self.keepsLines = keepsLines
    self.field = field
  }

  /// The options with what the column's cells agree on, where nothing was said before.
  public func with(_ found: ColumnConventions) -> FormatOptions {
    var options = self
    options.conventions = found
    options.dateOrder = dateOrder ?? found.dateOrder
    options.decimalMark = decimalMark ?? found.decimalMark?.first
    return options
  }
}
