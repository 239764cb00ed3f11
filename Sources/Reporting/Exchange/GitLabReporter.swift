public import Pipeline
import RuleKit

/// Findings as GitLab's code quality report: an array of issues, each with a fingerprint that tells it from others.
///
/// Keys: docs.gitlab.com, «Code Quality», «Code Quality report format». One issue a rule, code, field and shape of
/// value; a merge request shows those whose fingerprint its target has not.
public struct GitLabReporter: Reporter {
  public static let name = "gitlab"
  public static let fileExtension = "json"

  public init() {}

  public func render(_ summary: RunSummary, options: ReportOptions) -> String {
    let words = GroupWords(summary, options)
    let path = summary.sources.first?.path ?? ""
    var issues: [OrderedJSON] = []
    for group in summary.findings {
      for shape in group.shapes {
        let text =
          "\(words.statement(of: group)): \(words.shape(shape)), \(words.numbers.count(shape.count, .finding))"
        issues.append(Self.issue(group, shape.shape, shape.places.first, text, path))
      }
      guard group.otherShapes > 0 else { continue }
      let text = "\(words.statement(of: group)): \(words.rest(group.otherShapes))"
      issues.append(Self.issue(group, "…", group.shapes.lazy.compactMap(\.places.first).first, text, path))
    }
    return OrderedJSON.array(issues).text + "\n"
  }

  private static func issue(
    _ group: RunSummary.FindingGroup, _ shape: String, _ place: FindingPlace?, _ text: String, _ path: String
  ) -> OrderedJSON {
    let path = RelativePath.of(place?.path ?? path)
    return .object([
      ("description", .string(text)), ("check_name", .string("\(group.rule)/\(group.code)")),
      ("fingerprint", .string(Fingerprint.of(group, shape: shape, path: path))),
      ("severity", .string(severity(group.severity))),
      (
        "location",
        .object([
          ("path", .string(path)),
          ("lines", .object([("begin", .integer(max(1, Int(place?.number ?? 1))))])),
        ])
      ),
    ])
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
