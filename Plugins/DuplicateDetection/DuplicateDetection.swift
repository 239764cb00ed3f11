import Foundation
import RecordLinkage
public import RuleKit
import Tables

/// Finds rows that are one client, by weighing what they have in common.
public struct DuplicateDetection: Rule {
  /// What stands beneath `duplicates` in a standard.
  public struct Settings: Decodable, Sendable {
    /// Share of right merges asked for: the cut is found so that, as far as the base can tell, no fewer are right.
    public var mergeAbove: Double
    /// Probability from which a pair is shown to a person.
    public var reviewAbove: Double
    /// Records in the greatest block whose pairs are all compared.
    public var maxBlock: Int
    /// Different records in the greatest group that is merged.
    public var maxGroup: Int

    private enum CodingKeys: String, CodingKey {
      case mergeAbove = "merge_above"
      case reviewAbove = "review_above"
      case maxBlock = "max_block"
      case maxGroup = "max_group"
    }
  }

  private let linker: Linker

  public init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard settings.mergeAbove > 0.5, settings.mergeAbove < 1 else {
      throw SettingsError("merge_above", "is not between 0.5 and 1", remedy: "give a probability, e.g. 0.99")
    }
    guard settings.reviewAbove > 0, settings.reviewAbove <= settings.mergeAbove else {
      throw SettingsError(
        "review_above", "is not between 0 and merge_above", remedy: "give a probability, e.g. 0.80")
    }
    guard settings.maxBlock >= 10 else {
      throw SettingsError("max_block", "is below 10", remedy: "give a number of records, e.g. 200")
    }
    guard settings.maxGroup >= 2 else {
      throw SettingsError("max_group", "is below 2", remedy: "give a number of records, e.g. 200")
    }
    var options = LinkageOptions()
    options.mergeAbove = settings.mergeAbove
    options.reviewAbove = settings.reviewAbove
    options.maxBlock = settings.maxBlock
    options.maxGroup = settings.maxGroup
    options.jobs = max(context.jobs, 1)
    linker = Linker(options, nicknames: Self.nicknames(in: context.dictionaries))
  }

  /// The dictionaries of short names and of first names; without them names are compared by their letters alone.
  private static func nicknames(in folder: String) -> Nicknames {
    func lines(_ file: String) -> [Substring] {
      guard !folder.isEmpty else { return [] }
      return (try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8))?.split(separator: "\n") ?? []
    }
    var nicknames = Nicknames(lines: lines("nicknames.tsv"))
    nicknames.learn(firstNames: lines("first_names.tsv"))
    return nicknames
  }

  public func apply(to batch: Batch, into results: inout Results) throws(RuleFailure) {
    let linkage = linker.link(fields: batch.fields, columns: batch.columns, rowCount: batch.rowCount)
    var (sure, doubtful) = (Set<Int>(), Set<Int>())
    for link in linkage.links {
      results.link(
        link.rowA, link.rowB, probability: link.probability, link.verdict.verdict, evidence: link.evidence)
      if link.verdict == .same { sure.formUnion([link.rowA, link.rowB]) }
      if link.verdict == .review { doubtful.formUnion([link.rowA, link.rowB]) }
    }
    let duplicate = results.number(of: "duplicate")
    for row in sure.sorted() { results.flag(row: row, field: nil, code: duplicate) }
    let doubt = results.number(of: "possible-duplicate")
    for row in doubtful.sorted() { results.flag(row: row, field: nil, code: doubt) }
    let report = linkage.report
    for shared in report.sharedValues {
      results.flagTable(
        "shared-value", field: shared.field, arguments: FindingArguments.json(["values": "\(shared.values)"]))
    }
    for (rule, records) in report.skipped {
      results.flagTable(
        "block-too-large", arguments: FindingArguments.json(["by": "\(rule)", "records": "\(records)"]))
    }
    for size in report.tooLarge {
      results.flagTable("group-too-large", arguments: FindingArguments.json(["records": "\(size)"]))
    }
    if !report.converged {
      results.flagTable(
        "weights-unsettled", arguments: FindingArguments.json(["rounds": "\(report.iterations)"]))
    }
  }
}

extension LinkVerdict {
  fileprivate var verdict: Verdict {
    switch self {
    case .different: .different
    case .review: .review
    case .same: .same
    }
  }
}
