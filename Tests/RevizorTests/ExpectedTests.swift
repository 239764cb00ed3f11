import Foundation
import Testing

/// What comes of each sample, byte for byte; `scripts/expected.sh` writes it anew when it changes on purpose.
@Suite struct ExpectedTests {
  @Test(arguments: Sample.allCases)
  func cleanedTablesAreTheExpectedOnes(_ sample: Sample) throws {
    let folder = sample.folder + "/expected"
    let expected = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    try #require(!expected.isEmpty, "\(sample) has no expected folder; scripts/expected.sh makes it")
    let workspace = try Workspace()
    try mustRun(sample.clean(to: workspace("clean.csv")))
    let made = try workspace.names.filter { $0.hasSuffix(".csv") }
    #expect(made == expected)
    for name in made where expected.contains(name) {
      let (new, old) = (try text(of: workspace(name)), try text(of: folder + "/" + name))
      if new != old { Issue.record("\(sample)/\(name): \(difference(old, new))") }
    }
  }

  /// The first line that differs.
  private func difference(_ old: String, _ new: String) -> String {
    let (before, after) = (lines(old), lines(new))
    let line =
      zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(before.count, after.count)
    func shown(_ lines: [Substring]) -> Substring { line < lines.count ? lines[line] : "(nothing)" }
    return "line \(line + 1) was\n\(shown(before))\nand is\n\(shown(after))"
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }
}
