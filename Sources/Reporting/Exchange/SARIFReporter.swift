public import Pipeline
import RuleKit
import Tables

/// Findings as SARIF 2.1.0 (OASIS, 2020), which code hosts and editors show.
///
/// One result a rule, code, field and shape of value, with how often it occurs and a sample of places: the limits that
/// GitHub sets (25,000 results and rules a run, 1,000 places a result, 10 MB packed; docs.github.com, «SARIF support
/// for code scanning») are far away however large the base. Rules are declared in full, each code by itself.
/// `region.startLine` is the line of a text file, the row of a sheet, the number of a record.
public struct SARIFReporter: Reporter {
  public static let name = "sarif"
  public static let fileExtension = "sarif"

  /// Places of a result that hosts show at most.
  static let mostPlaces = 100

  public init() {}

  public func render(_ summary: RunSummary, options: ReportOptions) -> String {
    let words = GroupWords(summary, options)
    let rules = SARIFRules(summary, options.language)
    let results = summary.findings.flatMap { Self.results(of: $0, rules, words) }
    var properties: [(String, OrderedJSON)] = [
      ("standard", .string(summary.standard)), ("rowsRead", .integer(summary.rowsRead)),
      ("lastLine", .string(words.lastLine)), ("now", .string(summary.now)),
    ]
    if let file = options.sideFile { properties.append(("allFindings", .string(file))) }
    let driver = OrderedJSON.object([
      ("name", .string("Revizor")), ("version", .string(summary.version.isEmpty ? "0" : summary.version)),
      ("language", .string(options.language.rawValue)), ("rules", .array(rules.declarations)),
    ])
    let run = OrderedJSON.object([
      ("tool", .object([("driver", driver)])),
      ("automationDetails", .object([("id", .string("revizor/\(options.command.rawValue)/"))])),
      ("invocations", .array([.object([("executionSuccessful", .bool(true))])])),
      ("columnKind", .string("unicodeCodePoints")), ("results", .array(results)),
      ("properties", .object(properties)),
    ])
    return OrderedJSON.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ]).text + "\n"
  }

  private static func results(
    of group: RunSummary.FindingGroup, _ rules: SARIFRules, _ words: GroupWords
  ) -> [OrderedJSON] {
    var results = group.shapes.map { shape in
      result(
        group, rules, shape: shape.shape, count: shape.count, places: Array(shape.places.prefix(mostPlaces)),
        text: "\(words.statement(of: group)): \(words.shape(shape)), "
          + "\(words.numbers.count(shape.count, .finding))")
    }
    if group.otherShapes > 0 {
      // A result must stand somewhere: it stands where the group first was seen.
      let first = group.shapes.lazy.compactMap(\.places.first).first.map { [$0] } ?? []
      results.append(
        result(
          group, rules, shape: "…", count: group.otherShapes, places: first,
          text: "\(words.statement(of: group)): \(words.rest(group.otherShapes))"))
    }
    return results
  }

  private static func result(
    _ group: RunSummary.FindingGroup, _ rules: SARIFRules, shape: String, count: Int, places: [FindingPlace],
    text: String
  ) -> OrderedJSON {
    let id = SARIFRules.id(group.rule, group.code)
    var members: [(String, OrderedJSON)] = [("ruleId", .string(id))]
    if let index = rules.index(of: id) { members.append(("ruleIndex", .integer(index))) }
    members += [
      ("level", .string(SARIFRules.level(group.severity))), ("message", .object([("text", .string(text))])),
      ("locations", .array(places.map(location))), ("occurrenceCount", .integer(max(count, 1))),
      ("partialFingerprints", .object([("revizorFinding/v1", .string(Fingerprint.of(group, shape: shape)))])),
      ("properties", .object([("field", .optional(group.field)), ("shape", .string(shape))])),
    ]
    return .object(members)
  }

  private static func location(_ place: FindingPlace) -> OrderedJSON {
    .object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .string(RelativePath.uri(place.path)))])),
          ("region", .object([("startLine", .integer(max(1, Int(place.number))))])),
        ])
      ), ("logicalLocations", .array([.object([("fullyQualifiedName", .string(line(place.address)))])])),
    ])
  }
}

/// The rules as SARIF declares them: each code of each rule is one.
struct SARIFRules {
  private var indices: [String: Int] = [:]
  private(set) var declarations: [OrderedJSON] = []

  init(_ summary: RunSummary, _ language: Language) {
    for rule in summary.rules {
      for code in rule.codes {
        let id = Self.id(rule.id, code.code)
        indices[id] = declarations.count
        let help = "\(rule.rationale[language]) (revizor rules explain \(rule.id))"
        declarations.append(
          .object([
            ("id", .string(id)), ("name", .string(Self.pascal(code.code))),
            ("shortDescription", .object([("text", .string(Self.plain(code.message[language])))])),
            ("fullDescription", .object([("text", .string(rule.title[language]))])),
            ("help", .object([("text", .string(help))])),
            ("defaultConfiguration", .object([("level", .string(Self.level(code.severity)))])),
            ("properties", .object([("tags", .array([.string("data-quality"), .string(rule.id)]))])),
          ]))
      }
    }
  }

  func index(of id: String) -> Int? { indices[id] }

  static func id(_ rule: String, _ code: String) -> String { "\(rule)/\(code)" }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A message's template without its arguments: `{number}` becomes `…`.
  private static func plain(_ template: String) -> String {
    template.replacing(/\{[a-z_]+\}/, with: "…")
  }

  private static func pascal(_ code: String) -> String {
    code.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
