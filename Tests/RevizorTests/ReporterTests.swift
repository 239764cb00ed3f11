import Foundation
import Testing

/// What `check` writes for programs: by the documents of those who read it.
@Suite struct ReporterTests {
  private static let sample = Sample.oldCRM

  private static func report(_ reporter: String, _ more: [String] = []) throws -> Run.Result {
    let result = try revizor(
      ["check"] + sample.bases + ["--now", Sample.now, "--lang", "en", "--reporter", reporter] + more)
    #expect(result.code == 1, "\(result.err)")
    return result
  }

  private static func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static func findings() throws -> [[String: Any]] {
    try report("jsonl").outLines.dropLast().map { try object(String($0)) }
  }

  @Test func jsonLinesHoldEveryFinding() throws {
    let lines = try Self.report("jsonl").outLines
    let end = try Self.object(String(try #require(lines.last)))
    #expect(end["findings"] as? Int == lines.count - 1)
    let counted = try Self.object(try Self.report("json").out)
    #expect((counted["totals"] as? [String: Any])?["findings"] as? Int == lines.count - 1)
    for line in lines.dropLast() {
      let finding = try Self.object(String(line))
      for key in ["rule", "code", "severity", "message"] { #expect(finding[key] is String) }
    }
  }

  /// SARIF 2.1.0 §3: what must be there, of which type, and that every reference leads somewhere.
  @Test func sarifIsWhole() throws {
    let log = try Self.object(try Self.report("sarif").out)
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids.count == rules.count && Set(ids).count == ids.count)
    for rule in rules {
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect((rule[key] as? [String: Any])?["text"] is String)
      }
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(!results.isEmpty && results.count < 25_000)
    var prints: Set<String> = []
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
      #expect(["error", "warning", "note"].contains(result["level"] as? String ?? ""))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let marks = try #require(result["partialFingerprints"] as? [String: String])
      prints.formUnion(marks.values)
      let places = try #require(result["locations"] as? [[String: Any]])
      #expect(places.count <= 1_000)
      for place in places {
        let physical = try #require(place["physicalLocation"] as? [String: Any])
        let uri = try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
        #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !uri.hasPrefix("/"))
        #expect(((physical["region"] as? [String: Any])?["startLine"] as? Int ?? 0) > 0)
      }
    }
    #expect(prints.count == results.count, "fingerprints tell results from one another")
    let counted = results.compactMap { $0["occurrenceCount"] as? Int }.reduce(0, +)
    #expect(try Self.findings().count == counted, "every finding is counted in a result")
  }

  @Test func junitCountsItsCases() throws {
    let text = try Self.report("junit").out
    let document = XMLWords(text)
    #expect(document.isWellFormed)
    #expect(document.attribute("testsuites", "tests") == document.count("testcase"))
    #expect(document.attribute("testsuites", "failures") == document.count("failure"))
    #expect(document.count("failure") > 0)
    #expect(document.count("testcase") > document.count("failure"), "what was not found has passed")
  }

  /// docs.github.com: `::error file=…,line=…,title=…::message`, ten of each severity.
  @Test func gitHubGetsCommands() throws {
    let lines = try Self.report("github").outLines
    #expect(lines.last?.hasPrefix("read ") == true)
    for line in lines.dropLast() {
      #expect(
        line.wholeMatch(of: /::(error|warning|notice) ([a-z]+=[^,:]*)(,[a-z]+=[^,:]*)*::.+/) != nil, "\(line)"
      )
    }
    #expect(lines.count { $0.hasPrefix("::error") } <= 10)
    #expect(lines.count { $0.hasPrefix("::warning") } <= 10)
  }

  /// docs.gitlab.com: description, check_name, fingerprint, severity, location.path, location.lines.begin.
  @Test func gitLabGetsIssues() throws {
    let issues = try #require(
      try JSONSerialization.jsonObject(with: Data(try Self.report("gitlab").out.utf8)) as? [[String: Any]])
    #expect(!issues.isEmpty)
    for issue in issues {
      for key in ["description", "check_name", "fingerprint"] { #expect(issue[key] is String) }
      #expect(["info", "minor", "major", "critical", "blocker"].contains(issue["severity"] as? String ?? ""))
      let location = try #require(issue["location"] as? [String: Any])
      #expect((location["path"] as? String)?.hasPrefix("/") == false)
      #expect((location["lines"] as? [String: Int])?["begin"] ?? 0 > 0)
    }
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
  }

  @Test func markdownIsAComment() throws {
    let text = try Self.report("markdown").out
    #expect(text.count < 65_536)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(rows.count > 3)
    // A bar inside a cell would make another column.
    for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 7, "\(row)") }
    #expect(text.split(separator: "\n").last?.hasPrefix("read ") == true)
  }

  @Test(arguments: ["json", "junit", "sarif", "github", "gitlab", "markdown"])
  func nothingIsDroppedFromAFile(_ reporter: String) throws {
    let workspace = try Workspace()
    let file = workspace("report.out")
    _ = try Self.report(reporter, ["--report", file])
    let side = "report.out.findings.jsonl"
    #expect(try workspace.names == ["report.out", side])
    #expect(try text(of: workspace(side)).split(separator: "\n").count == (try Self.findings().count) + 1)
    if reporter != "gitlab" { #expect(try text(of: file).contains(side), "the report names it") }
  }

  /// Words differ between languages; rules, places, counts and marks do not.
  @Test(arguments: ["sarif", "gitlab", "json", "jsonl"])
  func languagesDifferInWordsOnly(_ reporter: String) throws {
    func skeleton(_ language: String) throws -> [String] {
      let result = try revizor(
        ["check"] + Self.sample.bases + ["--now", Sample.now, "--lang", language, "--reporter", reporter])
      return result.out.split(separator: "\n").map { line in
        let words = /"(text|description|message|en|ru|language|lastLine|label|detail|after|reason)": ?"[^"]*"/
        return String(line.replacing(words, with: ""))
      }
    }
    #expect(try skeleton("en") == skeleton("ru"))
  }
}

/// As much of an XML document as these tests ask for.
struct XMLWords {
  private let text: String

  init(_ text: String) { self.text = text }

  func count(_ name: String) -> Int {
    [" ", "/", ">"].reduce(0) { $0 + text.ranges(of: "<\(name)\($1)").count }
  }

  func attribute(_ element: String, _ name: String) -> Int? {
    guard let start = text.firstRange(of: "<\(element) "),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let tag = text[start.upperBound..<end]
    guard let value = tag.firstRange(of: "\(name)=\"") else { return nil }
    return Int(tag[value.upperBound...].prefix { $0 != "\"" })
  }

  /// Whether tags close in the order they opened.
  var isWellFormed: Bool {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([A-Za-z-]+)[^<>]*?(\/?)>/) {
      if match.3 == "/" { continue }
      if match.1 == "/" {
        guard open.popLast() == match.2 else { return false }
      } else {
        open.append(match.2)
      }
    }
    return open.isEmpty
  }
}
