import HBModel

/// The multipliers `r_n(z)` of heavy ball on `L = lambda x^2 / 2`, `z = h lambda`, as exact power series in z.
///
/// `x_{n+1} = r_n x_n` with `r_0 = 1 - z` and `r_n = 1 + mu - z - mu / r_{n-1}`.
struct QuadraticRoot {
  private let momentum: Rational
  /// The coefficients of `z^0, z^1, ...`; the first is 1.
  private var series: [Rational]

  init(momentum: Rational, degree: Int) throws(ExactOverflow) {
    self.momentum = momentum
    series = Array(repeating: .zero, count: degree + 1)
    series[0] = .one
    series[1] = Rational(-1)
  }

  /// Goes from `r_{n-1}` to `r_n`.
  mutating func advance() throws(ExactOverflow) {
    var inverse: [Rational] = [.one]
    for degree in 1..<series.count {
      var sum = Rational.zero
      for lower in 0..<degree { sum = try sum - inverse[lower] * series[degree - lower] }
      inverse.append(sum)
    }
    for degree in series.indices { series[degree] = try -(momentum * inverse[degree]) }
    series[0] = try series[0] + .one + momentum
    series[1] = try series[1] - .one
  }

  /// The coefficients of `log r_n`, from `z^0` on: `m l_m = m r_m - sum_{0<j<m} j l_j r_{m-j}`.
  func logarithm() throws(ExactOverflow) -> [Rational] {
    var result: [Rational] = [.zero]
    for degree in 1..<series.count {
      var sum = try Rational(degree) * series[degree]
      for lower in 1..<degree where degree > 1 {
        sum = try sum - Rational(lower) * result[lower] * series[degree - lower]
      }
      result.append(try sum / Rational(degree))
    }
    return result
  }
}
