/// Findings that were accepted: the debt that a base may have without failing.
///
/// A text file made to stand in a repository: one line a finding, sorted, so that a diff shows what was accepted and
/// what was paid off. Lines: rule, code, field, record, value, traits of the record, count; `-` where there is none.
public struct Baseline: Sendable, Equatable {
  /// What is known of accepted findings with one key.
  struct Debt: Sendable, Equatable {
    /// How many: rows of equal content have equal keys.
    var count: Int
    /// Marks of the record, any of which it keeps when others of its cells are edited.
    var traits: [String]
  }

  /// What the marks are made with, unless a secret is given; told in the file.
  public internal(set) var salt: String
  var debts: [FindingKey: Debt] = [:]

  /// Nothing is accepted.
  public init(salt: String) { self.salt = salt }

  /// Number of accepted findings.
  public var count: Int { debts.values.reduce(0) { $0 + $1.count } }

  /// Everything that a run found, accepted.
  /// - Parameters:
  ///   - outcome: the run.
  ///   - salt: what the marks are made with.
  ///   - secret: taken instead of the salt where there is one; it does not stand in the file.
  /// - Complexity: O(findings + rows).
  public init(accepting outcome: RunOutcome, salt: String, secret: String?) {
    self.salt = salt
    let keys = FindingKeys(outcome, key: secret ?? salt)
    for index in outcome.log.findings.indices {
      debts[keys.key(at: index), default: Debt(count: 0, traits: keys.traits(at: index))].count += 1
    }
  }

  // MARK: The file

  private static let heading = "# revizor baseline 1"

  /// The file's text.
  /// - Complexity: O(n log n) of the findings.
  public var text: String {
    var lines = [
      Self.heading,
      "# accepted findings: rule, code, field, record, value, traits, count; written by --update-baseline",
      "salt\t\(salt)",
    ]
    for (key, debt) in debts.sorted(by: { $0.key < $1.key }) {
      let parts = [
        key.rule, key.code, key.field, key.record, key.value, debt.traits.joined(separator: ","),
        String(debt.count),
      ]
      lines.append(parts.map { $0.isEmpty ? "-" : $0 }.joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line of a baseline file that cannot be read.
  public struct Misread: Error, Equatable {
    /// 1-based line.
    public var line: Int
  }

  /// Reads a file's text.
  /// - Throws: the first line that is none of a baseline.
  public init(text: String) throws(Misread) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? $0.dropLast() : $0
    }
    guard lines.first.map(String.init) == Self.heading else { throw Misread(line: 1) }
    salt = ""
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0 == "-" ? "" : String($0)
      }
      if parts.count == 2, parts[0] == "salt" {
        salt = parts[1]
      } else if parts.count == 7, let count = Int(parts[6]), count > 0 {
        let key = FindingKey(
          rule: parts[0], code: parts[1], field: parts[2], record: parts[3], value: parts[4])
        // A merge of two branches may leave a line twice; the debt is what the larger says.
        let known = debts[key]?.count ?? 0
        debts[key] = Debt(
          count: max(known, count), traits: parts[5].split(separator: ",").map(String.init))
      } else {
        throw Misread(line: index + 1)
      }
    }
    if salt.isEmpty { throw Misread(line: lines.count) }
  }
}
