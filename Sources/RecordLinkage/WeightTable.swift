import Foundation

/// The weights of all levels of a model, looked up in a row.
struct WeightTable: Sendable {
  private let strangers: [Double]
  private let home: [Double]
  private let priors: (Double, Double)
  private let count: Int

  init(_ model: Model) {
    count = model.count
    priors = (model.priorBits, model.homePriorBits)
    strangers = (0..<model.count).flatMap { place in
      (0..<16).map { $0 <= model.m[place].count ? model.bits(place, $0) : 0 }
    }
    home = (0..<model.count).flatMap { place in
      (0..<16).map { $0 <= model.m[place].count ? model.homeBits(place, $0) : 0 }
    }
  }

  /// Weights of a pattern against strangers and against housemates, the priors in.
  @inline(__always) func both(_ pattern: Pattern) -> (strangers: Double, home: Double) {
    var sums = priors
    var levels = pattern.low
    var place = 0
    while levels != 0 {
      let level = Int(levels & 15)
      sums.0 += strangers[place + level]
      sums.1 += home[place + level]
      levels >>= 4
      place += 16
    }
    levels = pattern.high
    place = 256
    while levels != 0 {
      let level = Int(levels & 15)
      sums.0 += strangers[place + level]
      sums.1 += home[place + level]
      levels >>= 4
      place += 16
    }
    return sums
  }

  /// Weight of a pattern against both.
  @inline(__always) func bits(_ pattern: Pattern) -> Double {
    let (strangers, home) = both(pattern)
    return Model.against(strangers, home)
  }
}
