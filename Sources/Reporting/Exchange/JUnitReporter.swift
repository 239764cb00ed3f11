public import Pipeline
import RuleKit

/// Findings as test results, which CI servers show by themselves: a suite a rule, a case a code (and field).
///
/// The form is that of the JUnit task of Apache Ant as Jenkins reads it (`testsuites/testsuite/testcase`, with
/// `failure`). A case fails where the findings are as grave as the standard's `fail_on` asks; lesser ones are said in
/// `system-out`. A code that found nothing is a case that passed.
public struct JUnitReporter: Reporter {
  public static let name = "junit"
  public static let fileExtension = "xml"

  public init() {}

  public func render(_ summary: RunSummary, options: ReportOptions) -> String {
    let words = GroupWords(summary, options)
    let suites = Self.rules(of: summary).map { Suite($0, words) }
    let (tests, failures) = (suites.map(\.cases.count).reduce(0, +), suites.map(\.failures).reduce(0, +))
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<testsuites name="revizor" tests="\#(tests)" failures="\#(failures)" errors="0">"#,
    ]
    for (place, suite) in suites.enumerated() {
      lines.append(
        #"  <testsuite name="\#(xmlText(suite.rule))" id="\#(place)" tests="\#(suite.cases.count)" "#
          + #"failures="\#(suite.failures)" errors="0" skipped="0">"#)
      lines += suite.cases.flatMap(\.lines)
      if place == suites.count - 1 { lines.append("    <system-out>\(xmlText(words.lastLine))</system-out>") }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>", ""]).joined(separator: "\n")
  }

  /// The rules that judged, and those that only findings name.
  private static func rules(of summary: RunSummary) -> [String] {
    summary.findings.map(\.rule).reduce(into: summary.rules.map(\.id)) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  private struct Case {
    var lines: [String]
    var isFailed: Bool
  }

  private struct Suite {
    var rule: String
    var cases: [Case] = []
    var failures: Int { cases.count { $0.isFailed } }

    init(_ rule: String, _ words: GroupWords) {
      self.rule = rule
      let groups = words.summary.findings.filter { $0.rule == rule }
      let codes = words.summary.rules.first { $0.id == rule }?.codes.map(\.code) ?? []
      for code in codes where !groups.contains(where: { $0.code == code }) {
        cases.append(
          Case(
            lines: [#"    <testcase classname="\#(xmlText(rule))" name="\#(xmlText(code))"/>"#],
            isFailed: false))
      }
      cases += groups.map { Self.testCase($0, words) }
    }

    private static func testCase(_ group: RunSummary.FindingGroup, _ words: GroupWords) -> Case {
      let isFailed = group.severity >= words.summary.judgement?.severity ?? .error
      let head =
        #"    <testcase classname="\#(xmlText(group.rule))" name="\#(xmlText(words.name(of: group)))">"#
      let statement = "\(words.statement(of: group)) (\(words.count(of: group)))"
      var text: [String] = group.shapes.map { shape in
        "\(words.numbers.count(shape.count))  \(words.shape(shape))  \(words.places(of: shape))"
      }
      let listed = group.shapes.reduce(0) { $0 + $1.addresses.count }
      if group.count > listed { text.append(words.rest(group.count - listed)) }
      let body = xmlText(text.joined(separator: "\n")).replacing("&#10;", with: "\n")
      let content =
        isFailed
        ? #"      <failure type="\#(group.severity.name)" message="\#(xmlText(statement))">\#(body)</failure>"#
        : "      <system-out>\(xmlText(statement))\n\(body)</system-out>"
      return Case(lines: [head, content, "    </testcase>"], isFailed: isFailed)
    }
  }
}
