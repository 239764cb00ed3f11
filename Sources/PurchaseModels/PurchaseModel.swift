import Foundation

/// A model of when clients buy again and when they leave for good.
///
/// While alive a client buys at random moments at its own rate (gamma distributed over the base, `r`, `alpha`);
/// after a purchase it leaves with a chance of its own (beta distributed, `a`, `b`).
package enum PurchaseModel: String, Sendable, CaseIterable {
  /// BG/NBD: a client may leave after each repeat purchase, so one who never came back counts as alive.
  /// Source: Fader, Hardie & Lee, «Counting Your Customers the Easy Way», Marketing Science 24(2), 2005.
  case bg = "bg-nbd"
  /// MBG/NBD: it may leave after the first purchase, too.
  /// Source: Batislam, Denizel & Filiztekin, Int. J. of Research in Marketing 24(3), 2007.
  case mbg = "mbg-nbd"

  /// The four numbers of a fitted model, all above 0.
  package struct Parameters: Sendable, Equatable {
    /// Shape of the buying rates.
    package var r: Double
    /// Scale of the buying rates, in the histories' unit of time.
    package var alpha: Double
    /// First number of the leaving chances.
    package var a: Double
    /// Second number of the leaving chances.
    package var b: Double

    /// Parameters.
    package init(r: Double, alpha: Double, a: Double, b: Double) {
      self.r = r
      self.alpha = alpha
      self.a = a
      self.b = b
    }
  }

  /// Whether a client with so many repeats may have left.
  private func canLeave(_ repeats: Int) -> Bool { self == .mbg || repeats > 0 }

  /// Purchases after which leaving was possible beyond the repeats.
  private var extra: Double { self == .mbg ? 1 : 0 }

  /// ln of how much likelier the history is of one who left at the last purchase than of one who stayed.
  private func logOddsOfLeaving(_ history: PurchaseHistory, _ p: Parameters) -> Double {
    let x = Double(history.repeats)
    return log(p.a) - log(p.b + x - 1 + extra)
      + (p.r + x) * (log(p.alpha + history.age) - log(p.alpha + history.recency))
  }

  /// The chance that a client is still there: a ranking of clients, no verdict on one.
  package func chanceAlive(_ history: PurchaseHistory, _ parameters: Parameters) -> Double {
    guard canLeave(history.repeats) else { return 1 }
    return 1 / (1 + exp(logOddsOfLeaving(history, parameters)))
  }

  /// ln of the likelihood of all histories.
  /// - Complexity: O(different histories).
  package func logLikelihood(_ histories: PurchaseHistories, _ p: Parameters) -> Double {
    let start = p.r * log(p.alpha) - logGamma(p.r)
    let leaving = logGamma(p.a + p.b) - logGamma(p.b)
    var sum = 0.0
    var repeats = -1
    var ofRepeats = 0.0
    for (history, count) in zip(histories.distinct, histories.counts) {
      let x = Double(history.repeats)
      if history.repeats != repeats {
        // Gamma functions cost most, and histories of so many repeats stand together.
        repeats = history.repeats
        ofRepeats =
          start + logGamma(p.r + x) + leaving + logGamma(p.b + x + extra) - logGamma(p.a + p.b + x + extra)
      }
      let staying = -(p.r + x) * log(p.alpha + history.age)
      let rest = canLeave(repeats) ? logAddExp(0, logOddsOfLeaving(history, p)) : 0
      sum += count * (ofRepeats + staying + rest)
    }
    return sum
  }

  /// The derivatives of `logLikelihood` by the logarithms of r, alpha, a and b.
  /// - Complexity: O(different histories).
  package func gradient(_ histories: PurchaseHistories, _ p: Parameters) -> [Double] {
    let (psiR, psiB, psiAB) = (digamma(p.r), digamma(p.b), digamma(p.a + p.b))
    var (sumR, sumAlpha, sumA, sumB) = (0.0, 0.0, 0.0, 0.0)
    var repeats = -1
    var (psiBuying, psiStaying, psiLater) = (0.0, 0.0, 0.0)
    for (history, count) in zip(histories.distinct, histories.counts) {
      let x = Double(history.repeats)
      if history.repeats != repeats {
        repeats = history.repeats
        psiBuying = digamma(p.r + x)
        psiStaying = digamma(p.b + x + extra)
        psiLater = digamma(p.a + p.b + x + extra)
      }
      let left = canLeave(repeats) ? 1 - chanceAlive(history, p) : 0
      let (age, recency) = (p.alpha + history.age, p.alpha + history.recency)
      let departure = left > 0 ? left / (p.b + x - 1 + extra) : 0
      sumR += count * (psiBuying - psiR + log(p.alpha) - (1 - left) * log(age) - left * log(recency))
      sumAlpha += count * (p.r / p.alpha - (p.r + x) * ((1 - left) / age + left / recency))
      sumA += count * (psiAB - psiLater + left / p.a)
      sumB += count * (psiAB + psiStaying - psiB - psiLater - departure)
    }
    return [p.r * sumR, p.alpha * sumAlpha, p.a * sumA, p.b * sumB]
  }
}
