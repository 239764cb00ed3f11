/// The method of Broyden, Fletcher, Goldfarb and Shanno (1970): from a place near a valley's bottom to the bottom itself,
/// by the function and its derivatives.
struct QuasiNewton {
  /// Steps after which it stops wherever it stands.
  var mostSteps = 100
  /// It has arrived when no derivative is greater.
  var flatness = 1e-8

  /// Where it ended.
  struct End {
    var point: [Double]
    var value: Double
    var slope: [Double]
  }

  /// Looks for the least value downhill of `start`.
  func minimum(
    from start: [Double], of function: ([Double]) -> Double, slope: ([Double]) -> [Double]
  ) -> End {
    let size = start.indices
    var end = End(point: start, value: function(start), slope: slope(start))
    var inverse = size.map { row in size.map { $0 == row ? 1.0 : 0.0 } }
    for _ in 0..<mostSteps where end.slope.contains(where: { abs($0) > flatness }) {
      var way = size.map { row in -Self.product(inverse[row], end.slope) }
      if Self.product(way, end.slope) >= 0 {
        // The picture of the valley is wrong: straight down, and it is drawn anew.
        way = end.slope.map(-)
        inverse = size.map { row in size.map { $0 == row ? 1.0 : 0.0 } }
      }
      guard let next = step(from: end, along: way, function) else { break }
      let slopeThere = slope(next.point)
      let moved = size.map { next.point[$0] - end.point[$0] }
      let turned = size.map { slopeThere[$0] - end.slope[$0] }
      end = End(point: next.point, value: next.value, slope: slopeThere)
      let bend = Self.product(moved, turned)
      guard bend > 1e-14 else { continue }
      let bent = size.map { Self.product(inverse[$0], turned) }
      let factor = 1 + Self.product(turned, bent) / bend
      for row in size {
        for column in size {
          inverse[row][column] +=
            (factor * moved[row] * moved[column] - bent[row] * moved[column] - moved[row] * bent[column])
            / bend
        }
      }
    }
    return end
  }

  /// The first of ever shorter steps that leads far enough down (Armijo's rule); nil: none does.
  private func step(
    from start: End, along way: [Double], _ function: ([Double]) -> Double
  ) -> (point: [Double], value: Double)? {
    // A step of more than 2 leaves the region the derivatives speak of.
    let longest = way.map { abs($0) }.max() ?? 0
    var length = min(1, 2 / max(longest, 1e-300))
    let fall = Self.product(way, start.slope)
    // What could be won is less than the last digits of the value: this is the bottom as far as numbers tell.
    guard -fall > 1e-13 * max(1, abs(start.value)) else { return nil }
    for _ in 0..<12 {
      let point = start.point.indices.map { start.point[$0] + length * way[$0] }
      let value = function(point)
      if value <= start.value + 1e-4 * length * fall, value < start.value { return (point, value) }
      length /= 2
    }
    return nil
  }

  private static func product(_ left: [Double], _ right: [Double]) -> Double {
    zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
