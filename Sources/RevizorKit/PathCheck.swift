import Foundation
import Pipeline
import RuleKit

/// What a run may write where: an output that would replace an input is refused before anything is read.
struct PathCheck {
  let request: RunRequest
  let plan: OutputPlan

  /// - Throws: `KitError.usage` or `KitError.wrong`.
  func check() throws(KitError) {
    let outputs = [plan.path, plan.journal, plan.report].map(Self.real)
    if let base = request.bases.first(where: { outputs.contains(Self.real($0)) }) {
      throw .usage(["--output would replace the base \(base); choose another name"])
    }
    let others =
      request.against + [request.stopList, request.decisions].compactMap { $0 }
      + request.ruleFiles.values.sorted()
    if let file = others.first(where: { outputs.contains(Self.real($0)) }) {
      throw .wrong(
        Localized(
          en: "--output would replace \(file), which is read; choose another name",
          ru: "--output заменил бы \(file), а он читается; выберите другое имя"))
    }
    guard let review = request.review else { return }
    guard review.lowercased().hasSuffix(".xlsx") else {
      throw .wrong(
        Localized(
          en: "--review: \(review) is no workbook; end its name in .xlsx",
          ru: "--review: \(review) — не книга Excel; имя должно кончаться на .xlsx"))
    }
    let place = Self.real(review)
    if outputs.contains(place) || (request.bases + others).map(Self.real).contains(place) {
      throw .wrong(
        Localized(
          en: "--review would replace \(review), which is read or written by this run; choose another name",
          ru: "--review заменил бы \(review), а его этот прогон читает или пишет; выберите другое имя"))
    }
  }

  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}

extension RunSummary {
  /// Rows of a review workbook that were not followed stand among the decisions.
  mutating func add(refused: [DecisionRefusal]) {
    guard !refused.isEmpty else { return }
    var all = decisions ?? Decisions()
    all.refused += refused.map(\.line)
    decisions = all
  }
}
