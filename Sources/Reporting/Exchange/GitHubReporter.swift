public import Pipeline
import RuleKit
import Tables

/// Findings as workflow commands, which GitHub shows beside the lines of a pull request.
///
/// Form and escapes: docs.github.com, «Workflow commands for GitHub Actions»; GitHub shows ten of each severity a step,
/// so kinds of findings are said, the gravest first, and the last of ten says how many kinds are left.
public struct GitHubReporter: Reporter {
  public static let name = "github"
  public static let fileExtension = "txt"

  /// Annotations of one severity that GitHub shows of a step.
  static let mostShown = 10

  public init() {}

  public func render(_ summary: RunSummary, options: ReportOptions) -> String {
    let words = GroupWords(summary, options)
    var lines: [String] = []
    for severity in Severity.allCases.reversed() {
      let groups = summary.findings.filter { $0.severity == severity }
      let shown = groups.count > Self.mostShown ? groups.prefix(Self.mostShown - 1) : groups[...]
      lines += shown.map { Self.command($0, words) }
      let rest = groups.dropFirst(shown.count)
      if !rest.isEmpty {
        let text = words.words.say(
          "\(rest.count) more kinds of findings. \(words.rest(rest.reduce(0) { $0 + $1.count }))",
          "Ещё видов замечаний: \(rest.count). \(words.rest(rest.reduce(0) { $0 + $1.count }))")
        lines.append("::\(Self.word(severity)) title=Revizor::\(Self.escaped(text))")
      }
    }
    lines.append("::notice title=Revizor::\(Self.escaped(words.verdict))")
    return (lines + [words.lastLine, ""]).joined(separator: "\n")
  }

  private static func command(_ group: RunSummary.FindingGroup, _ words: GroupWords) -> String {
    var properties: [String] = []
    if let place = group.shapes.lazy.compactMap(\.places.first).first {
      properties.append("file=\(property(RelativePath.of(place.path)))")
      if place.unit == .line { properties.append("line=\(place.number)") }
    }
    properties.append("title=\(property("\(group.rule): \(words.name(of: group))"))")
    let shapes = group.shapes.map {
      "\(words.shape($0)) × \(words.numbers.count($0.count)): \(words.places(of: $0, atMost: 3))"
    }
    let text = (["\(words.statement(of: group)) — \(words.count(of: group))"] + shapes).joined(
      separator: "\n")
    return "::\(word(group.severity)) \(properties.joined(separator: ","))::\(escaped(text))"
  }

  private static func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
