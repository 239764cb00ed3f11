import RuleKit

/// Whether a client lives, why, and what to do: the words of the derived fields.
struct Judgement: Sendable {
  enum Status: String, Sendable {
    case active, dormant, dead, unknown
  }
  enum Advice: String, Sendable {
    case keep, reactivate, verify, archive
    case deleteCandidate = "delete-candidate"
  }
  let status: Status
  let advice: Advice
  let reason: String

  /// Judges by signals; `fact` is what the register says of the company.
  ///
  /// Fixed terms and open channels decide, and facts that end a life. The rhythm, the chance and the weights never
  /// do: they rank, and they change what is advised.
  init(_ signals: Signals, _ fact: Registry.Fact?, _ language: Language) {
    status = Self.status(signals, fact)
    advice = Self.advice(status, signals, fact)
    reason = Reason(signals, fact, status, advice).text(language)
  }

  /// Whether the register says that the company is no more, and nothing was heard of it since.
  private static func isClosed(_ signals: Signals, _ fact: Registry.Fact?) -> Bool {
    fact?.status == .closed && !signals.isHeardOfSince
  }

  private static func status(_ signals: Signals, _ fact: Registry.Fact?) -> Status {
    if isClosed(signals, fact) { return .dead }
    switch signals.age {
    // Somebody who bought this year is alive, whatever the birth date says.
    case .fresh: return .active
    case .beyond: return .dead
    case _ where signals.isImpossiblyOld: return .dead
    case .old, .older: return signals.isReachable == false ? .dead : .dormant
    // Nothing was ever heard of one whose very name is a filler.
    case .undated: return signals.isReachable == false || signals.isPlaceholder ? .dead : .unknown
    }
  }

  private static func advice(_ status: Status, _ signals: Signals, _ fact: Registry.Fact?) -> Advice {
    let isDoubtful =
      signals.isImpossiblyOld || signals.isPlaceholder || (fact.map { $0.status > .active } ?? false)
    switch status {
    case .active:
      if signals.isReachable == false || isDoubtful { return .verify }
      return signals.rhythm == .overdue && !signals.refusesContact ? .reactivate : .keep
    case .dormant:
      if isDoubtful { return .verify }
      // A refusal stands above our wish to sell, and so does a rhythm by which nothing is due yet.
      return signals.refusesContact || signals.rhythm == .notDue ? .keep : .reactivate
    case .unknown: return .verify
    case .dead:
      // While a channel is open the record may still be of use, and a held one must stay.
      return signals.isReachable != false || holds(signals) ? .archive : .deleteCandidate
    }
  }

  /// Whether something keeps the record from being thrown away.
  private static func holds(_ signals: Signals) -> Bool {
    signals.hasBalance || signals.hasContract || signals.refusesContact || signals.hasOptedOut
      || signals.age == .fresh
  }
}
