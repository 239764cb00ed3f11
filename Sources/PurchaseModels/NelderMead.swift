/// The downhill simplex of Nelder and Mead (The Computer Journal 7, 1965): needs no derivatives and forgives a
/// bad start.
struct NelderMead {
  /// Steps after which it stops wherever it stands.
  var mostSteps = 1_500
  /// It has arrived when all corners stand so close together, by every coordinate.
  var nearness: Double

  /// Where it ended.
  struct End {
    var point: [Double]
    var value: Double
  }

  /// Looks for the least value of `function` around `start`, its first simplex `span` wide.
  func minimum(from start: [Double], span: Double, of function: ([Double]) -> Double) -> End {
    func corner(_ point: [Double]) -> (point: [Double], value: Double) {
      let value = function(point)
      return (point, value.isFinite ? value : .infinity)
    }
    var corners = [corner(start)]
    for axis in start.indices {
      var point = start
      point[axis] += span
      corners.append(corner(point))
    }
    let last = start.count
    for _ in 0..<mostSteps {
      corners.sort { $0.value < $1.value }
      if Self.width(corners.map(\.point)) < nearness {
        return End(point: corners[0].point, value: corners[0].value)
      }
      let middle = start.indices.map { axis in
        corners.dropLast().reduce(0) { $0 + $1.point[axis] } / Double(last)
      }
      func along(_ factor: Double) -> (point: [Double], value: Double) {
        corner(start.indices.map { middle[$0] + factor * (corners[last].point[$0] - middle[$0]) })
      }
      let mirrored = along(-1)
      if mirrored.value < corners[0].value {
        let farther = along(-2)
        corners[last] = farther.value < mirrored.value ? farther : mirrored
      } else if mirrored.value < corners[last - 1].value {
        corners[last] = mirrored
      } else {
        let nearer = mirrored.value < corners[last].value ? along(-0.5) : along(0.5)
        if nearer.value < min(mirrored.value, corners[last].value) {
          corners[last] = nearer
        } else {
          let best = corners[0].point
          for index in 1...last {
            corners[index] = corner(zip(best, corners[index].point).map { ($0 + $1) / 2 })
          }
        }
      }
    }
    corners.sort { $0.value < $1.value }
    return End(point: corners[0].point, value: corners[0].value)
  }

  private static func width(_ points: [[Double]]) -> Double {
    points[0].indices.map { axis in
      let values = points.map { $0[axis] }
      return (values.max() ?? 0) - (values.min() ?? 0)
    }.max() ?? 0
  }
}
