import Foundation

/// A model with the parameters that fit a base best.
package struct FittedModel: Sendable {
  /// The model.
  package let model: PurchaseModel
  /// Its parameters.
  package let parameters: PurchaseModel.Parameters
  /// ln of the likelihood of the base under them.
  package let logLikelihood: Double

  /// The chance that a client with such a history is still there.
  package func chanceAlive(_ history: PurchaseHistory) -> Double {
    model.chanceAlive(history, parameters)
  }
}

extension PurchaseModel {
  /// Logarithms of parameters beyond this say no more: the likelihood is flat there.
  private static let bound = 14.0
  /// What a unit of squared logarithm costs, in ln of the likelihood of one client.
  ///
  /// Where all clients are alike the likelihood rises along a ridge without end; this ends it. On the CDNOW base it
  /// moves no parameter by more than a hundred-thousandth.
  private static let leash = 1e-7

  /// The parameters under which the histories are likeliest; nil where nobody came back or no top was found.
  ///
  /// Searched over the logarithms of the parameters: roughly from several starts without derivatives, on every
  /// so many-th of a large base, then to the top itself by the derivatives, which also say whether it is one.
  /// - Complexity: some fifty times that of `logLikelihood`.
  package func fit(_ histories: PurchaseHistories) -> FittedModel? {
    guard histories.distinct.contains(where: { $0.repeats > 0 }) else { return nil }
    // The unit of time only moves alpha: beginning at the mean age makes weeks and days alike.
    let ages = zip(histories.distinct, histories.counts).reduce(0) { $0 + $1.0.age * $1.1 }
    let scale = log(max(ages / histories.total, 1e-9))
    let few = Valley(model: self, histories: histories.thinned(to: 1_500), scale: scale)
    var best: NelderMead.End?
    for start in [[0, -1, 0, 0.5], [-1, -2.5, -1, 1], [1, 0, -2, 2]] {
      let end = NelderMead(nearness: 1e-2).minimum(from: start, span: 0.7, of: few.height)
      if end.value < best?.value ?? .infinity { best = end }
    }
    guard let start = best?.point else { return nil }
    let all = Valley(model: self, histories: histories, scale: scale)
    var end = QuasiNewton().minimum(from: start, of: all.height, slope: all.slope)
    if !Self.isFlat(end.slope) {
      // The derivatives lead nowhere: the patient way, and once more.
      let found = NelderMead(nearness: 1e-6).minimum(from: end.point, span: 0.3, of: all.height)
      end = QuasiNewton().minimum(from: found.point, of: all.height, slope: all.slope)
    }
    guard end.value.isFinite, Self.isFlat(end.slope) else { return nil }
    let parameters = all.parameters(end.point)
    return FittedModel(
      model: self, parameters: parameters, logLikelihood: logLikelihood(histories, parameters))
  }

  private static func isFlat(_ slope: [Double]) -> Bool { slope.allSatisfy { abs($0) < 1e-4 } }

  /// The likelihood of one client upside down over the logarithms of the parameters, with the leash.
  private struct Valley {
    let model: PurchaseModel
    let histories: PurchaseHistories
    let scale: Double

    func parameters(_ point: [Double]) -> Parameters {
      Parameters(r: exp(point[0]), alpha: exp(point[1] + scale), a: exp(point[2]), b: exp(point[3]))
    }

    func height(_ point: [Double]) -> Double {
      guard point.allSatisfy({ abs($0) <= PurchaseModel.bound }) else { return .infinity }
      let leash = PurchaseModel.leash * point.reduce(0) { $0 + $1 * $1 }
      let value = leash - model.logLikelihood(histories, parameters(point)) / histories.total
      return value.isFinite ? value : .infinity
    }

    func slope(_ point: [Double]) -> [Double] {
      zip(model.gradient(histories, parameters(point)), point).map {
        2 * PurchaseModel.leash * $1 - $0 / histories.total
      }
    }
  }
}
