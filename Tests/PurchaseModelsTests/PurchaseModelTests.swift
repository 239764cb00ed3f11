import Foundation
import PurchaseModels
import Testing

/// What holds of the models on any base.
@Suite struct PurchaseModelTests {
  /// Histories of clients that live by the model itself, drawn with a fixed seed.
  static func invented(_ count: Int, seed: UInt64 = 7) -> [PurchaseHistory] {
    var dice = Dice(state: seed)
    return (0..<count).map { _ in
      let age = 30 + 70 * dice.next()
      let rate = 0.02 + 0.2 * dice.next()
      let leaving = 0.05 + 0.4 * dice.next()
      var (time, last, repeats) = (0.0, 0.0, 0)
      while dice.next() > leaving {
        time -= log(1 - dice.next()) / rate
        guard time < age else { break }
        (last, repeats) = (time, repeats + 1)
      }
      return PurchaseHistory(repeats: repeats, recency: last, age: age)
    }
  }

  private static let parameters = [
    PurchaseModel.Parameters(r: 0.24, alpha: 4.4, a: 0.79, b: 2.4), .init(r: 3, alpha: 40, a: 0.2, b: 9),
    .init(r: 0.05, alpha: 900, a: 5, b: 0.3),
  ]

  @Test(arguments: PurchaseModel.allCases, parameters)
  func derivativesAreThoseOfTheLikelihood(_ model: PurchaseModel, _ p: PurchaseModel.Parameters) {
    let histories = PurchaseHistories(Self.invented(300))
    let point = [p.r, p.alpha, p.a, p.b].map { log($0) }
    func value(_ point: [Double]) -> Double {
      let x = point.map { exp($0) }
      return model.logLikelihood(histories, .init(r: x[0], alpha: x[1], a: x[2], b: x[3]))
    }
    for (axis, derivative) in model.gradient(histories, p).enumerated() {
      var (low, high) = (point, point)
      low[axis] -= 1e-5
      high[axis] += 1e-5
      let measured = (value(high) - value(low)) / 2e-5
      #expect(abs(measured - derivative) < 1e-3 * max(1, abs(derivative)), "axis \(axis)")
    }
  }

  @Test(arguments: PurchaseModel.allCases)
  func aFitIsATopAndTheOrderOfClientsDoesNotMatter(_ model: PurchaseModel) throws {
    let base = Self.invented(2_000)
    let fit = try #require(model.fit(PurchaseHistories(base)))
    let again = try #require(model.fit(PurchaseHistories(base.reversed())))
    #expect(fit.parameters == again.parameters && fit.logLikelihood == again.logLikelihood)
    let slope = model.gradient(PurchaseHistories(base), fit.parameters)
    #expect(slope.allSatisfy { abs($0) / 2_000 < 1e-4 })
  }

  @Test func chancesFallWithSilenceAndRiseWithRecency() throws {
    let fit = try #require(PurchaseModel.mbg.fit(PurchaseHistories(Self.invented(2_000))))
    func chance(_ recency: Double, _ age: Double) -> Double {
      fit.chanceAlive(PurchaseHistory(repeats: 3, recency: recency, age: age))
    }
    #expect(chance(30, 31) > chance(30, 60) && chance(30, 60) > chance(30, 90))
    #expect(chance(80, 90) > chance(20, 90))
    #expect((0...1).contains(chance(0, 10_000)) && chance(10_000, 10_000) <= 1)
  }

  @Test(arguments: PurchaseModel.allCases)
  func aBaseWhereNobodyCameBackHasNoFit(_ model: PurchaseModel) {
    let base = (0..<500).map { PurchaseHistory(repeats: 0, recency: 0, age: Double($0)) }
    #expect(model.fit(PurchaseHistories(base)) == nil)
    #expect(model.fit(PurchaseHistories([])) == nil)
  }

  // Nobody leaves, everybody does, all buy alike: no top inside the bounds, but no crash and no NaN either.
  @Test(arguments: PurchaseModel.allCases, [(12, 60.0, 60.0), (1, 1.0, 500.0), (200, 299.0, 300.0)])
  func strangeBasesGiveChances(_ model: PurchaseModel, _ shape: (Int, Double, Double)) {
    let history = PurchaseHistory(repeats: shape.0, recency: shape.1, age: shape.2)
    guard let fit = model.fit(PurchaseHistories(Array(repeating: history, count: 300))) else { return }
    #expect((0...1).contains(fit.chanceAlive(history)))
  }
}

/// A generator with a fixed seed: SplitMix64 (Steele, Lea & Flood, 2014).
struct Dice {
  var state: UInt64

  /// A number of 0..<1.
  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) / 9_007_199_254_740_992
  }
}
