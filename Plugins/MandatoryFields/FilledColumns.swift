import RuleKit
import Tables

/// Flags columns that too few of the clients have anything in.
///
/// A base in which every tenth client has an e-mail address has no e-mail addresses: that is a matter of the column,
/// told once, not of its rows.
struct FilledColumns: Rule {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// For each field the least share of clients that must have it, in percent.
    var fields: [String: Double]

    private enum CodingKeys: String, CodingKey { case fields }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      let given = try container.decode([String: JSONValue].self, forKey: .fields)
      fields = [:]
      for (field, value) in given {
        guard let share = Self.share(value) else {
          throw DecodingError.dataCorruptedError(
            forKey: .fields, in: container,
            debugDescription: "the share of '\(field)' is not between 0 and 100, as in 80 or 80%")
        }
        fields[field] = share
      }
    }

    private static func share(_ value: JSONValue) -> Double? {
      var number = value.number
      if let text = value.string, text.hasSuffix("%") {
        number = Double(text.dropLast().filter { !$0.isWhitespace })
      }
      guard let number, (0...100).contains(number) else { return nil }
      return number
    }
  }

  static let about = RuleDescription(
    id: "filled-columns",
    title: Localized(en: "Columns are filled often enough", ru: "Столбцы заполнены достаточно часто"),
    rationale: Localized(
      en: "What few clients have cannot be built on: no mailing by a column that is nine tenths empty.",
      ru:
        "На том, что есть у немногих, ничего не построишь: по столбцу, пустому на девять десятых, нет рассылки."
    ),
    phase: .base, subject: .clients, reads: ["*"],
    settings: [
      SettingDescription(
        "fields",
        [
          "type": .string("object"),
          "additionalProperties": .object(["type": .array([.string("number"), .string("string")])]),
        ],
        default: .object([:]),
        en: "for each field the least share of clients that must have it: phone: 90%",
        ru: "для каждого поля — наименьшая доля клиентов, у которых оно есть: phone: 90%")
    ],
    codes: [
      CodeDescription(
        "column-sparse", .warning,
        en: "filled for {share} % of the clients where at least {least} % are asked for",
        ru: "заполнено у {share} % клиентов, а нужно не меньше {least} %"),
      CodeDescription(
        "missing-column", .warning, en: "the table has no column for what is asked for: {fields}",
        ru: "в таблице нет столбца для нужного: {fields}"),
    ],
    examples: [
      Example(
        """
        org_name | phone_mobile | email
        Ромашка  | +79161234568 | ana@example.org
        Лютик    | +79161234569 |
        Василёк  |              | -
        """,
        settings: .object([
          "fields": .object(["phone": .integer(66), "email": .string("66%"), "inn": .integer(1)])
        ]), flagsTable: ["column-sparse", "missing-column"],
        title: Localized(
          en: "two of three is enough for 66 %, one is not; dashes fill nothing",
          ru: "двух из трёх хватает для 66 %, одного нет; прочерк — не значение"))
    ])

  private let shares: [(field: String, least: Double, holdsWords: Bool)]

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    shares = settings.fields.sorted { $0.key < $1.key }.map { field, least in
      let format = context.spec(of: field)?.format ?? ""
      return (field, least, !EmptyWords.formatsWithout.contains(format))
    }
  }

  func apply(to batch: Batch, into results: inout Results) {
    guard batch.rowCount > 0 else { return }
    for (field, least, holdsWords) in shares {
      let columns = FieldFamily.columns(of: field, among: batch.fields).map { batch.columns[$0] }
      guard !columns.isEmpty else {
        results.flagTable("missing-column", field: field, arguments: arguments([field]))
        continue
      }
      var filled = 0
      rows: for row in 0..<batch.rowCount {
        for cells in columns where !EmptyWords.isNothing(cells, row, words: holdsWords) {
          filled += 1
          continue rows
        }
      }
      let share = Double(filled) * 100 / Double(batch.rowCount)
      guard share < least else { continue }
      results.flagTable("column-sparse", field: field, arguments: Self.shares(share, least))
    }
  }

  private static func shares(_ share: Double, _ least: Double) -> String {
    func short(_ number: Double) -> String {
      // Never up: 89.96 of 90 must not read as 90.
      let tenths = Int(number * 10)
      return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
    return FindingArguments.json(["share": short(share), "least": short(least)])
  }
}
