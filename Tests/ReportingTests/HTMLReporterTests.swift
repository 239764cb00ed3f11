import Foundation
import Pipeline
import RuleKit
import Testing

@testable import Reporting

private let everyOption: [ReportOptions] = Language.allCases.flatMap { language in
  [ReportOptions.Command.check, .clean, .migrate].flatMap { command in
    [false, true].map { ReportOptions(language: language, reveal: $0, command: command) }
  }
}

private func page(_ summary: RunSummary, _ options: ReportOptions = ReportOptions(command: .clean)) -> String
{
  HTMLReporter().render(summary, options: options)
}

@Test(arguments: everyOption)
func pageIsWellFormed(options: ReportOptions) {
  for summary in [TestSummary.rich, TestSummary.small, RunSummary()] {
    let text = page(summary, options)
    #expect(unbalanced(in: text) == nil)
    #expect(!text.contains("{{"), "a tag of the template is left")
  }
}

@Test(arguments: everyOption)
func pageAsksNothingOfANetwork(options: ReportOptions) {
  let text = page(TestSummary.rich, options)
  for word in ["http", "//cdn", "<script", "<link", "@import", "url(", "src="] {
    #expect(!text.contains(word), "the page holds \(word)")
  }
}

@Test(arguments: everyOption.filter { !$0.reveal })
func noReporterShowsPersonalValues(options: ReportOptions) {
  for reporter in ReporterCatalogue.all {
    let text = reporter.init().render(TestSummary.rich, options: options)
    let shown = TestSummary.personal.filter { text.contains($0) }
    #expect(shown == [], "\(reporter.name) shows them")
  }
}

@Test func revealShowsThem() {
  // The others show shapes and places, never values.
  for reporter in [TextReporter.self, JSONReporter.self, HTMLReporter.self] as [any Reporter.Type] {
    let text = reporter.init().render(TestSummary.rich, options: ReportOptions(reveal: true, command: .clean))
    for value in ["500112342259", "Ivanov@Mail.ru", "8(916)123-45-15", "12.03.1985"] {
      #expect(text.contains(value), "\(reporter.name) hides \(value)")
    }
  }
}

@Test func sameSummarySameBytes() {
  let first = page(TestSummary.rich)
  for _ in 0..<5 { #expect(page(TestSummary.rich) == first) }
}

@Test func markupInValuesIsText() {
  var summary = TestSummary.small
  summary.sources[0].path = "<b>&\"quoted\"</b>.csv"
  summary.fields[0].headers = ["<script>alert(1)</script>"]
  summary.notes = [Localized(en: "a < b & c\u{0}", ru: "a < b")]
  let text = page(summary, ReportOptions(reveal: true, command: .clean))
  #expect(unbalanced(in: text) == nil)
  #expect(!text.contains("<script"))
  #expect(text.contains("‹U+0000›"))
}

@Test(arguments: [
  ("<!DOCTYPE html><p><b>x</b><br/></p>", true), ("<p><b>x</p></b>", false), ("<p>", false),
  ("<p>a & b</p>", false),
  ("<p a=\"x>\">&amp;</p>", true),
])
func checkerChecks(text: String, isWellFormed: Bool) {
  #expect((unbalanced(in: text) == nil) == isWellFormed)
}

/// What is wrong with the nesting of a page's elements or with its entities; nil: nothing.
private func unbalanced(in text: String) -> String? {
  var open: [Substring] = []
  for tag in text.matches(of: /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"]|"[^"<]*")*?)(\/?)>/) {
    let (_, closes, name, _, empty) = tag.output
    if closes.isEmpty {
      if empty.isEmpty { open.append(name) }
    } else if open.popLast() != name {
      return "</\(name)> closes another element"
    }
  }
  if let last = open.last { return "<\(last)> is not closed" }
  if text.firstMatch(of: /&(?!(?:amp|lt|gt|quot|#39|#[0-9]+);)/) != nil { return "a bare ampersand" }
  let tags = text.count { $0 == "<" }
  let known = text.matches(of: /<[\/a-zA-Z!]/).count
  return tags == known ? nil : "a bare <"
}

@Test func onlyWhatHoldsIsClaimed() {
  #expect(page(TestSummary.small).contains("Every row is accounted for."))
  #expect(page(TestSummary.small).contains("✓ agrees"))
  var broken = TestSummary.small
  broken.sources[0].kept = 2
  broken.money[0].after = "1500.49"
  let text = page(broken)
  #expect(!text.contains("accounted for") && text.contains("The rows do not add up."))
  #expect(text.contains("✗ differs") && !text.contains("✓ agrees"))
}

@Test func adviceFollowsFromCounts() {
  func titles(_ summary: RunSummary, _ command: ReportOptions.Command) -> [String] {
    let words = Wording(language: .en, command: command)
    return NextSteps(summary, words: words, numbers: Numbers(.en)).all.map {
      $0.title.replacing("\u{A0}", with: " ")
    }
  }
  #expect(titles(RunSummary(), .clean) == ["Nothing to correct"])
  #expect(
    titles(TestSummary.small, .clean)
      == ["Look at 1 row set aside", "Correct 1 error in “Phone”", "Archive 1 client"])
  #expect(
    titles(TestSummary.small, .check)
      == ["Correct 1 error in “Phone”", "Archive 1 client", "Let cleaning do its part"])
}
