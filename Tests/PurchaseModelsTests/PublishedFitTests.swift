import PurchaseModels
import Testing

/// Fits and chances agree with the published ones and with those of another implementation.
@Suite(.enabled(if: PurchaseVectors.folder != nil, "REVIZOR_STANDARDS is not set"))
struct PublishedFitTests {
  private static let base = Result {
    PurchaseHistories(Array(try PurchaseVectors.base().values))
  }

  private func fitted(_ model: PurchaseModel) throws -> FittedModel {
    try #require(model.fit(try Self.base.get()))
  }

  @Test(arguments: [(PurchaseModel.bg, "BG/NBD"), (.mbg, "MBG/NBD")])
  func parametersAreThoseOfTheTable(_ model: PurchaseModel, _ name: String) throws {
    let row = try #require(try PurchaseVectors.rows("btyd_params.csv").first { $0[0] == name })
    let expected = row[1...4].compactMap(Double.init)
    let p = try fitted(model).parameters
    try #require(expected.count == 4)
    for (got, wanted) in zip([p.r, p.alpha, p.a, p.b], expected) {
      #expect(abs(got / wanted - 1) < 1e-3, "\(name): \(got), not \(wanted)")
    }
  }

  @Test func likelihoodIsThePublishedOne() throws {
    #expect(abs(try fitted(.bg).logLikelihood - -9582.4256) < 0.01)
    let published = PurchaseModel.Parameters(r: 0.243, alpha: 4.414, a: 0.793, b: 2.426)
    #expect(abs(PurchaseModel.bg.logLikelihood(try Self.base.get(), published) - -9582.4) < 0.05)
  }

  @Test func everyChanceIsThatOfTheTable() throws {
    let (bg, mbg) = (try fitted(.bg), try fitted(.mbg))
    let rows = try PurchaseVectors.rows("btyd_cdnow.csv")
    try #require(rows.count >= 20)
    for cells in rows {
      let history = try #require(PurchaseVectors.history(cells))
      let expected = cells[4...].compactMap(Double.init)
      try #require(expected.count == 3)
      #expect(abs(bg.chanceAlive(history) - expected[0]) < 1e-4, "client \(cells[0])")
      #expect(abs(mbg.chanceAlive(history) - expected[1]) < 1e-4, "client \(cells[0])")
      // The formula alone, free of any fit.
      let published = PurchaseModel.Parameters(r: 0.243, alpha: 4.414, a: 0.793, b: 2.426)
      #expect(abs(PurchaseModel.bg.chanceAlive(history, published) - expected[2]) < 1e-9)
    }
  }

  @Test(arguments: [("1", 0.72661, 0.70613), ("38", 0.22743, 0.18334), ("112", 1.0, 0.39173)])
  func chancesOfSingleClients(_ client: String, _ bg: Double, _ mbg: Double) throws {
    let history = try #require(try PurchaseVectors.base()[client])
    #expect(abs(try fitted(.bg).chanceAlive(history) - bg) < 1e-4)
    #expect(abs(try fitted(.mbg).chanceAlive(history) - mbg) < 1e-4)
  }

  // The choice of the model alone makes the base look lively or dying: a ranking, no verdict.
  @Test func meanChances() throws {
    let base = Array(try PurchaseVectors.base().values)
    for (model, expected) in [(PurchaseModel.bg, 0.813), (.mbg, 0.449)] {
      let fit = try fitted(model)
      let mean = base.reduce(0) { $0 + fit.chanceAlive($1) } / Double(base.count)
      #expect(abs(mean - expected) < 1e-3)
    }
  }

  // Days for weeks: only alpha changes, sevenfold.
  @Test(arguments: PurchaseModel.allCases)
  func theUnitOfTimeDoesNotMatter(_ model: PurchaseModel) throws {
    let days = PurchaseHistories(
      try PurchaseVectors.base().values.map {
        PurchaseHistory(repeats: $0.repeats, recency: $0.recency * 7, age: $0.age * 7)
      })
    let (weekly, daily) = (try fitted(model).parameters, try #require(model.fit(days)).parameters)
    #expect(abs(daily.alpha / weekly.alpha / 7 - 1) < 1e-3)
    #expect(abs(daily.r / weekly.r - 1) < 1e-3 && abs(daily.a / weekly.a - 1) < 1e-3)
  }
}
