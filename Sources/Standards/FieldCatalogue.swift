public import RuleKit

/// One canonical field of a client base.
public struct FieldDefinition: Sendable, Equatable {
  /// Canonical name: `phone`.
  public var name: String
  /// What it belongs to: `client`, `organization`, `person`, `contact_point`, …; `derived` for what rules make.
  public var entity: String
  /// Name of its usual format: `phone`.
  public var format: String
  /// Values of an enumeration; empty for anything else, and for an open enumeration.
  public var values: [String]
  /// Its name for people.
  public var label: Localized
  /// Which value survives a merge; nil: it is made anew.
  public var survivorship: SurvivorshipPolicy?

  /// Whether rules make it, rather than people.
  public var isDerived: Bool { entity == "derived" }

  /// Whether a client may have several, named `phone`, `phone_2` and so on.
  public var canRepeat: Bool { entity == "contact_point" && survivorship == .union }
}

/// The canonical fields, in the order of `Rules/dictionaries/fields.tsv`.
public struct FieldCatalogue: Sendable {
  /// The fields, in file order.
  public let fields: [FieldDefinition]
  private let positions: [String: Int]

  /// A catalogue of these fields; of equal names the first is kept.
  public init(_ fields: [FieldDefinition]) {
    self.fields = fields
    positions = Dictionary(fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads `fields.tsv`.
  /// - Throws: `DictionaryError` at the first line that is wrong.
  public static func load(path: String) throws(DictionaryError) -> FieldCatalogue {
    let header = ["field", "entity", "format", "label_en", "label_ru", "survivorship"]
    let file = try DictionaryFile(path: path, header: header)
    var fields: [FieldDefinition] = []
    for (line, cells) in file.rows {
      let place = FileLocation(file: path, line: line)
      let policy = SurvivorshipPolicy(rawValue: String(cells[5]))
      guard policy != nil || cells[5] == "–" else {
        throw DictionaryError(
          place, "unknown survivorship policy '\(cells[5])'", remedy: "write one of the known policies, or –")
      }
      let name = String(cells[0])
      guard !fields.contains(where: { $0.name == name }) else {
        throw DictionaryError(place, "the field '\(name)' stands twice", remedy: "take one of them away")
      }
      let format = cells[2].split(separator: ":", maxSplits: 1)
      fields.append(
        FieldDefinition(
          name: name, entity: String(cells[1]), format: format.first.map(String.init) ?? "text",
          values: format.count > 1 ? format[1].split(separator: "|").map(String.init) : [],
          label: Localized(en: String(cells[3]), ru: String(cells[4])), survivorship: policy))
    }
    return FieldCatalogue(fields)
  }

  /// The field of that name, nil for `extra.*` and unknown names; `phone_2` is answered by `phone`.
  public func definition(of name: String) -> FieldDefinition? {
    if let position = positions[name] { return fields[position] }
    let (base, ordinal) = FieldName.split(name)
    guard ordinal > 1, let position = positions[base], fields[position].canRepeat else { return nil }
    return fields[position]
  }

  /// The field that a name stands for where the owner goes without saying: `legal_form` is `org_legal_form`.
  ///
  /// A canonical name and `extra.<header>` are themselves; nil: no field, or several, end in it.
  public func fullName(of name: String) -> String? {
    if definition(of: name) != nil || ExtraField.isExtra(name) { return name }
    let found = fields.filter { $0.name.hasSuffix("_" + name) }
    return found.count == 1 ? found[0].name : nil
  }

  /// Place of a field in the catalogue's order; nil for `extra.*` and unknown names.
  public func position(of name: String) -> Int? {
    positions[name] ?? definition(of: name).flatMap { positions[$0.name] }
  }

  /// The field's name for people: «Телефон 2» for `phone_2`, the bare header for `extra.<header>`.
  public func label(of name: String) -> Localized {
    guard let definition = definition(of: name) else {
      let header = name.hasPrefix(ExtraField.prefix) ? String(name.dropFirst(ExtraField.prefix.count)) : name
      return Localized(en: header, ru: header)
    }
    guard name != definition.name else { return definition.label }
    let ordinal = FieldName.split(name).ordinal
    return Localized(en: "\(definition.label.en) \(ordinal)", ru: "\(definition.label.ru) \(ordinal)")
  }
}

/// Names of columns that no canonical field stands for: `extra.<header>`.
public enum ExtraField {
  /// What such names begin with.
  public static let prefix = "extra."

  /// Whether a name is one of those.
  public static func isExtra(_ name: String) -> Bool { name.hasPrefix(prefix) && name.count > prefix.count }
}
