import FieldFormats
import RuleKit
import Tables

/// One thing that two fields of a row may say against each other.
///
/// Both must be canonical by their own formats; what is wrong by itself has its own finding.
struct CrossRule: Sendable {
  /// What it says, and how grave that is.
  let code: CodeDescription
  /// The field that is flagged.
  let field: String
  /// The field it is held against.
  let given: String
  /// Whether it is the flagged field's being blank that may be wrong.
  let asksBlank: Bool
  /// Whether the two contradict: the flagged cell, the other cell, what is known of the world.
  let contradicts: @Sendable (Span<UInt8>, Span<UInt8>, CrossFacts) -> Bool
  /// A drawing with rows that it flags and rows that it must not flag.
  let drawing: String

  /// A rule for a filled cell.
  init(
    _ code: String, _ severity: Severity, _ field: String, against given: String, en: String, ru: String,
    example: String, _ contradicts: @escaping @Sendable (Span<UInt8>, Span<UInt8>, CrossFacts) -> Bool
  ) {
    self.code = CodeDescription(code, severity, en: en, ru: ru)
    self.field = field
    self.given = given
    asksBlank = false
    self.contradicts = contradicts
    drawing = example
  }

  /// A rule for a blank cell that the other field asks to be filled.
  init(
    blank code: String, _ severity: Severity, _ field: String, against given: String, en: String, ru: String,
    example: String, _ asks: @escaping @Sendable (Span<UInt8>, CrossFacts) -> Bool
  ) {
    self.code = CodeDescription(code, severity, en: en, ru: ru)
    self.field = field
    self.given = given
    asksBlank = true
    contradicts = { _, given, facts in asks(given, facts) }
    drawing = example
  }

  /// Says so of every row of a batch where they contradict.
  /// - Complexity: O(rows); allocates nothing but findings.
  func apply(to cells: KnownCells, rowCount: Int, facts: CrossFacts, into results: inout Results) {
    guard let own = cells.place(of: field), let other = cells.place(of: given), cells.isThere(own),
      cells.isThere(other)
    else { return }
    let field = results.number(of: field)
    let number = results.number(of: code.code)
    for row in 0..<rowCount {
      guard cells.isCanonical(other, row), asksBlank ? cells.isBlank(own, row) : cells.isCanonical(own, row)
      else {
        continue
      }
      if contradicts(cells.cell(own, row), cells.cell(other, row), facts) {
        results.flag(row: row, field: field, code: number, severity: code.severity)
      }
    }
  }

  /// Its drawing as an example of the rule.
  var example: Example {
    let header = drawing.prefix { $0 != "\n" }.split(separator: "|").map { $0.filter { $0 != " " } }
    let fields = header.map { ($0, JSONValue.object(["format": .string(Self.formats[$0] ?? "text")])) }
    return Example(
      drawing, fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }), title: code.message)
  }

  private static let formats = [
    "inn": "inn", "kpp": "kpp", "ogrn": "ogrn", "ogrnip": "ogrnip", "org_legal_form": "legal-form",
    "bik": "bik",
    "bank_account": "bank-account", "corr_account": "corr-account", "birth_date": "date",
    "created_at": "datetime",
    "updated_at": "datetime", "first_purchase_date": "date", "last_purchase_date": "date",
    "last_contact_date": "date", "purchases_count": "integer", "purchases_total": "money",
    "average_check": "money", "phone": "phone", "phone_work": "phone", "first_name": "name-part",
    "middle_name": "name-part", "postal_code": "postal-code",
  ]
}

/// All checks of one field against another.
enum CrossRules {
  static let all =
    legalForms + registers + banks + dates + people + places + purchases

  /// Codes, each once.
  static let codes: [CodeDescription] = all.map(\.code).reduce(into: []) { codes, code in
    if !codes.contains(where: { $0.code == code.code }) { codes.append(code) }
  }
}

/// Digits of canonical numbers.
extension Span<UInt8> {
  /// Value of some digits.
  @inline(__always)
  func number(_ range: Range<Int>) -> Int {
    var value = 0
    for index in range { value = value * 10 + Int(self[index] &- 0x30) }
    return value
  }

  /// Whether all bytes are digits.
  var isDigits: Bool {
    for index in indices where self[index] &- 0x30 >= 10 { return false }
    return !isEmpty
  }

  /// Whether the text ends so.
  func ends(_ text: StaticString) -> Bool {
    let start = count - text.utf8CodeUnitCount
    return start >= 0 && extracting(start..<count).equals(text)
  }
}
