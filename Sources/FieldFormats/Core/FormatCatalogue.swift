/// All formats by name.
public struct FormatCatalogue: Sendable {
  let dictionaries: Dictionaries

  /// A catalogue over the word lists.
  public init(dictionaries: Dictionaries) { self.dictionaries = dictionaries }

  /// Names of the formats, in the order of their tables.
  public static let names: [String] =
    ["text", "list", "enum", "id"] + identifierNames + [
      "phone", "email", "url", "handle", "date", "datetime", "money", "integer", "number", "percent",
      "boolean",
      "person-name", "name-part", "org-name", "legal-form", "address", "region", "city", "country",
    ]

  /// Names of the formats.
  public var names: [String] { Self.names }

  /// The format of that name, made for a field; nil: there is none.
  ///
  /// `enum:a|b` is an enumeration of those values.
  public func format(named name: String, options: FormatOptions = FormatOptions()) -> (any FieldFormat)? {
    if let known = ColumnKnowledge(options) {
      var options = options
      options.conventions.misreading = nil
      options.conventions.script = nil
      return format(named: name, options: options).map { ColumnFormat(base: $0, known: known) }
    }
    let words = dictionaries.missing
    switch name {
    case "text": return TextFormat(words: words, keepsLines: options.keepsLines)
    case "address": return AddressFormat(words: words, places: dictionaries.places)
    case "region":
      return RegionFormat(words: words, places: dictionaries.places, isHome: options.region == "RU")
    case "city": return CityFormat(words: words, places: dictionaries.places)
    case "country":
      return CountryFormat(
        words: words, places: dictionaries.places, inRussian: Country.writesRussian(options.region))
    case "org-name":
      // The full name keeps its form written out.
      if options.field == "org_full_name" { return TextFormat(name: name, words: words) }
      return OrganizationFormat(
        words: words, parser: OrganizationParser(forms: dictionaries.forms),
        names: NameParser(dictionary: dictionaries.names), tellsForm: options.field == "org_name")
    case "legal-form": return LegalFormFormat(words: words, forms: dictionaries.forms)
    case "person-name":
      return PersonNameFormat(
        words: words, parser: NameParser(dictionary: dictionaries.names), nicknames: dictionaries.nicknames,
        tellsGender: options.field == "person_full_name")
    case "name-part":
      return NamePartFormat(
        words: words, parser: NameParser(dictionary: dictionaries.names), nicknames: dictionaries.nicknames)
    case "list": return ListFormat(words: words)
    case "enum": return EnumFormat(words: words, options: options)
    case "id": return IDFormat(words: words)
    case "phone":
      return PhoneFormat(
        words: words,
        resolver: PhoneResolver(region: options.region, areaCode: options.areaCode),
        areas: dictionaries.phones)
    case "email": return EmailFormat(words: words, mail: dictionaries.mail)
    case "url": return URLFormat(words: words)
    case "handle": return HandleFormat(words: words)
    case "date": return DateFormat(keepsTime: false, words: words, options: options)
    case "datetime": return DateFormat(keepsTime: true, words: words, options: options)
    case "money": return MoneyFormat(words: words, options: options)
    case "integer": return NumberFormat(kind: .integer, words: words, options: options)
    case "number": return NumberFormat(kind: .number, words: words, options: options)
    case "percent": return NumberFormat(kind: .percent, words: words, options: options)
    case "boolean": return BooleanFormat(words: words, takesMarks: !options.conventions.hasUnsureAnswers)
    default:
      if let format = identifier(named: name, options: options) { return format }
      guard name.hasPrefix("enum:") else { return nil }
      var options = options
      options.values = name.dropFirst(5).split(separator: "|").map(String.init)
      return format(named: "enum", options: options)
    }
  }

  /// Every code any format can say, each once, hygiene's first.
  public static let codes: [FormatCode] = {
    let catalogue = FormatCatalogue(dictionaries: .none)
    var seen: Set<FormatCode> = []
    var all: [FormatCode] = []
    let lists = [TextCodes.all] + names.map { catalogue.format(named: $0)?.codes ?? [] }
    for code in (lists + [ConstraintCodes.all]).joined() where seen.insert(code).inserted { all.append(code) }
    return all
  }()
}
