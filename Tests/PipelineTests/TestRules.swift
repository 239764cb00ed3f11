import Pipeline
import RuleKit
import Tables

/// A rule made of a closure.
struct TestRule: AppliedRule {
  let about: RuleManifest
  private let body: @Sendable (_ rows: TestRows, _ results: inout Results) -> Void

  init(
    _ id: String, phase: Phase = .record, subject: Subject = .rows, writes: [String] = [],
    codes: [CodeDescription] = [],
    _ body: @escaping @Sendable (_ rows: TestRows, _ results: inout Results) -> Void
  ) {
    about =
      RuleDescription(
        id: id, title: Localized(en: id, ru: id), rationale: Localized(en: "", ru: ""), phase: phase,
        subject: subject,
        reads: ["*"], writes: writes, codes: codes, examples: []
      ).manifest
    self.body = body
  }

  func apply(fields: [String], columns: [TextColumn], rows: Range<Int>) throws(RunError) -> Results {
    var results = Results(codes: about.codes)
    body(TestRows(fields: fields, columns: columns, rows: rows), &results)
    return results
  }
}

/// The rows a rule is given, numbered from 0.
struct TestRows {
  let fields: [String]
  let columns: [TextColumn]
  let rows: Range<Int>

  var indices: Range<Int> { 0..<rows.count }

  func text(_ field: String, _ row: Int) -> String? {
    fields.firstIndex(of: field).flatMap { columns[$0][rows.lowerBound + row] }
  }
}

extension TestRule {
  /// Writes a field in capitals.
  static func capitals(_ field: String, safety: Safety = .safe) -> TestRule {
    TestRule(
      "capitals", writes: [field],
      codes: [.init("capitals", .info, repair: .safe, en: "in capitals", ru: "прописными")]
    ) { rows, results in
      for row in rows.indices {
        guard let text = rows.text(field, row), text != text.uppercased() else { continue }
        results.edit(row: row, field, "capitals", to: text.uppercased(), safety: safety)
      }
    }
  }

  /// Clients with a common value in one of the fields are the same; equal names are to be looked at.
  static func equal(_ fields: [String]) -> TestRule {
    TestRule("equal", phase: .base, writes: ["client_id"]) { rows, results in
      var first: [String: Int] = [:]
      for row in rows.indices {
        for field in fields {
          guard let text = rows.text(field, row) else { continue }
          if let other = first[text], other != row {
            results.link(
              other, row, probability: 0.999, .same,
              evidence: #"{"\#(field)":{"level":"exact","en":"equal","ru":"равны","bits":12.5}}"#)
          } else {
            first[text] = row
          }
        }
      }
    }
  }

  /// Every two clients with a common value in one of the fields are the same.
  static func pairs(_ fields: [String]) -> TestRule {
    TestRule("pairs", phase: .base) { rows, results in
      let values = rows.indices.map { row in Set(fields.compactMap { rows.text($0, row) }) }
      for a in rows.indices {
        for b in rows.indices where a < b && !values[a].isDisjoint(with: values[b]) {
          results.link(a, b, probability: 0.999, .same)
        }
      }
    }
  }

  /// Pairs of equal names are to be looked at.
  static let namesakes = TestRule("namesakes", phase: .base) { rows, results in
    var first: [String: Int] = [:]
    for row in rows.indices {
      guard let text = rows.text("name", row) else { continue }
      if let other = first[text] {
        results.link(other, row, probability: 0.85, .review)
      } else {
        first[text] = row
      }
    }
  }

  /// A field must be filled.
  static func filled(_ field: String, _ severity: Severity = .error) -> TestRule {
    TestRule(
      "filled", codes: [.init("missing", severity, en: "'{field}' is missing", ru: "нет поля «{field}»")]
    ) {
      rows, results in
      for row in rows.indices where rows.text(field, row) == nil {
        results.flag(row: row, field, "missing", arguments: #"{"field":"\#(field)"}"#)
      }
    }
  }

  /// A phone is digits.
  static let phones = TestRule(
    "phones", codes: [.init("not-a-phone", .error, en: "is no phone", ru: "не телефон")]
  ) {
    rows, results in
    for row in rows.indices {
      for field in rows.fields where FieldName.split(field).base == "phone" {
        guard let text = rows.text(field, row), !text.allSatisfy(\.isNumber) else { continue }
        results.flag(row: row, field, "not-a-phone")
      }
    }
  }

  /// A client without a phone is dead.
  static let judge = TestRule(
    "judge", subject: .clients, writes: ["client_status"],
    codes: [.init("judged", .info, en: "judged", ru: "оценён")]
  ) { rows, results in
    for row in rows.indices {
      let status = rows.text("phone", row) == nil ? "dead" : "active"
      if rows.text("client_status", row) != status {
        results.edit(row: row, "client_status", "judged", to: status)
      }
    }
  }

  /// Never content with what it wrote.
  static let restless = TestRule("restless", writes: ["name"]) { rows, results in
    for row in rows.indices {
      results.edit(row: row, "name", "longer", to: (rows.text("name", row) ?? "") + "!")
    }
  }
}

extension RunOptions {
  /// Options of most tests: phones are united, sums summed, all rows may merge.
  static var test: RunOptions {
    var options = RunOptions()
    options.maxMerge = 1
    options.policy = { field in
      switch FieldName.split(field).base {
      case "phone", "email": "union"
      case "balance", "purchases_total", "purchases_count": "sum"
      case "average_check": "computed"
      case "comment": "concatenate"
      case "last_purchase_date": "latest"
      case "first_purchase_date": "earliest"
      default: "most_complete"
      }
    }
    return options
  }
}
