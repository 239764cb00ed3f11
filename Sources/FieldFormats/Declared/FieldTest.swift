import Tables

/// What a condition asks of one field: a value, several, or `{required, empty, values, pattern, length, range, lookup}`.
public struct FieldTest: Sendable, Decodable {
  /// What a look at a cell came to.
  public enum Outcome: Sendable {
    /// It is as asked.
    case holds
    /// It must be filled and is not.
    case missing
    /// It must be empty and is not.
    case extra
    /// It is filled with something else.
    case broken
  }

  private enum CodingKeys: String, CodingKey, CaseIterable { case required, filled, empty, values }

  /// Keys of the long form.
  public static let keys =
    CodingKeys.allCases.map(\.rawValue) + ["pattern", "length", "range", "lookup"]

  private var required = false
  private var empty = false
  private var values: [String] = []
  private var table: WordTable?
  private var keys: FieldKeys?
  private var constraints: Constraints?

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      required = true
    } else if let value = try? container.decode(FieldKeys.Word.self) {
      values = [value.text]
    } else if let several = try? container.decode([FieldKeys.Word].self) {
      values = several.map(\.text)
    } else {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      required =
        try (container.decodeIfPresent(Bool.self, forKey: .required) ?? false)
        || (container.decodeIfPresent(Bool.self, forKey: .filled) ?? false)
      empty = try container.decodeIfPresent(Bool.self, forKey: .empty) ?? false
      let values = try container.decodeIfPresent(FieldKeys.Spellings.self, forKey: .values)
      self.values = values?.list ?? []
      keys = try FieldKeys(constraintsFrom: decoder)
    }
    if !values.isEmpty { table = WordTable(values.map { (word: $0, number: 1) }) }
  }

  /// The test ready to be used on a day.
  /// - Throws: `ConstraintError` when a pattern or a list cannot be.
  public func prepared(now: String) throws(ConstraintError) -> FieldTest {
    var test = self
    if let keys { test.constraints = try Constraints(keys, now: now) }
    if test.values.isEmpty, !required, !empty, test.constraints == nil {
      throw ConstraintError(
        "a condition asks nothing", remedy: "name a value, or one of \(Self.keys.joined(separator: ", "))")
    }
    return test
  }

  /// What is to be said of a cell; a blank one is empty.
  /// - Complexity: O(bytes); allocates nothing.
  public func outcome(of cell: Span<UInt8>) -> Outcome {
    if cell.isBlank { return required ? .missing : .holds }
    if empty { return .extra }
    if let table, table.find(cell) == nil { return .broken }
    if let constraints, !constraints.hold(cell) { return .broken }
    return .holds
  }

  /// Whether the cell starts a requirement: filled and as asked, or empty where that is asked.
  public func starts(_ cell: Span<UInt8>) -> Bool {
    if cell.isBlank { return empty }
    if case .holds = outcome(of: cell) { return true }
    return false
  }

  /// What is asked, for people: `length 12`, «одно из: ИП, КФХ».
  func words(russian: Bool) -> String {
    var words: [String] = []
    if empty { words.append(russian ? "пусто" : "empty") }
    if values.count == 1 { words.append(values[0]) }
    if values.count > 1 {
      words.append("\(russian ? "одно из:" : "one of") \(values.joined(separator: ", "))")
    }
    words += constraints?.words(russian: russian) ?? []
    if words.isEmpty, required { words.append(russian ? "заполнено" : "filled") }
    return words.joined(separator: ", ")
  }
}

/// Where some fields are so, others must be so: `{when: {org_legal_form: ИП}, then: {inn: {length: 12}}}`.
public struct FieldCondition: Sendable, Decodable {
  /// What starts it; all of them must hold.
  public private(set) var when: [(field: String, test: FieldTest)]
  /// What it asks for then.
  public private(set) var then: [(field: String, test: FieldTest)]
  /// How grave it is when it is broken.
  public let severity: FormatSeverity?

  private enum CodingKeys: String, CodingKey, CaseIterable { case when, then, severity }

  /// Its keys.
  public static let keys = CodingKeys.allCases.map(\.rawValue)

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    func tests(_ key: CodingKeys) throws -> [(field: String, test: FieldTest)] {
      try container.decode([String: FieldTest].self, forKey: key).sorted { $0.key < $1.key }
        .map { (field: $0.key, test: $0.value) }
    }
    when = try tests(.when)
    then = try tests(.then)
    severity = try container.decodeIfPresent(String.self, forKey: .severity).flatMap {
      FormatSeverity(rawValue: $0)
    }
  }

  /// The condition ready to be used on a day.
  /// - Throws: `ConstraintError` when a test cannot be.
  public func prepared(now: String) throws(ConstraintError) -> FieldCondition {
    var condition = self
    for index in when.indices { condition.when[index].test = try when[index].test.prepared(now: now) }
    for index in then.indices { condition.then[index].test = try then[index].test.prepared(now: now) }
    return condition
  }

  /// Arguments of the message for one of its requirements, a JSON object.
  public func arguments(for requirement: FieldTest) -> String {
    func text(_ russian: Bool) -> String {
      when.map { "\($0.field) = \($0.test.words(russian: russian))" }.joined(
        separator: russian ? " и " : " and ")
    }
    let members = [
      ("then", requirement.words(russian: false)), ("then_ru", requirement.words(russian: true)),
      ("when", text(false)), ("when_ru", text(true)),
    ]
    return "{\(members.map { "\"\($0.0)\":\"\(Constraints.escaped($0.1))\"" }.joined(separator: ","))}"
  }
}
