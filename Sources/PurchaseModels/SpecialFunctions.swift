import Foundation

/// ln Γ(x) for x > 0; the C library's, which is correct to a few units in the last place.
func logGamma(_ x: Double) -> Double { lgamma(x) }

/// ψ(x), the derivative of ln Γ, for x > 0.
///
/// Recurrence ψ(x) = ψ(x + 1) − 1/x up to x ≥ 10, then the asymptotic series (Abramowitz & Stegun 6.3.5, 6.3.18);
/// the error is below 1e-14 there.
func digamma(_ x: Double) -> Double {
  var x = x
  var sum = 0.0
  while x < 10 {
    sum -= 1 / x
    x += 1
  }
  let square = 1 / (x * x)
  let series =
    square
    * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square / 132))))
  return sum + log(x) - 0.5 / x - series
}

/// ln(eᵃ + eᵇ) without overflow.
func logAddExp(_ a: Double, _ b: Double) -> Double {
  let high = max(a, b)
  return high + log1p(exp(min(a, b) - high))
}
