import HBModel
import PropCheck

/// A random sparse regression, learned by a diagonal linear network from `u(0) = v(0)`.
struct RegressionCase: Sendable, CustomStringConvertible {
  let regression: LinearRegression
  /// The start `u(0) = v(0)`.
  let start: [Rational]
  let momentum: Rational
  /// The largest step size of the ladder.
  let step: Rational

  var description: String {
    "X | y = \(regression), u(0) = v(0) = \(listed(start)), momentum \(momentum), step \(step)"
  }

  /// Sparse coefficients, small integer features, and in every third case noise on the first target.
  ///
  /// A few independent samples come first, the others are sums of two of them, so that X may have more rows than columns
  /// and still leave a choice of solutions.
  ///
  /// - Parameter full: whether some cases have a single solution.
  static func generator(withSingleSolutions full: Bool) -> Generator<RegressionCase> {
    Generator { source in
      let start = try source.draw(.array(of: networkScales, count: 2...6), as: "start")
      let dimension = start.count
      let isFull = try source.draw(.element(of: [false, false, full]), as: "single solution")
      let rank = isFull ? dimension...dimension : 1...(dimension - 1)
      let own = try source.draw(
        .array(of: .array(of: entries, count: dimension...dimension), count: rank), as: "samples")
      let pairs = try source.draw(
        .array(of: zip(.int(in: 0...5), .int(in: 0...5)), count: 0...4), as: "further samples")
      let sums = pairs.map { first, second in
        zip(own[first % own.count], own[second % own.count]).map { (try? $0 + $1) ?? $0 }
      }
      let features = own + sums
      let truth = try source.draw(.array(of: coefficients, count: 1...2), as: "coefficients")
      let noise = try source.draw(.element(of: fractions([(0, 1), (0, 1), (1, 4)])), as: "noise")
      let momentum = try source.draw(networkMomenta(upTo: 0.8), as: "momentum")
      let targets = features.enumerated().map { index, row in
        zip(row, truth).reduce(index == 0 ? noise : .zero) { sum, pair in
          (try? sum + pair.0 * pair.1) ?? sum
        }
      }
      let regression = LinearRegression(features: features, targets: targets)
      guard let step = stepInRegime(regression, start: start, momentum: momentum) else {
        try source.discard("nothing to learn")
      }
      return RegressionCase(regression: regression, start: start, momentum: momentum, step: step)
    }
  }

  private static let entries = Generator<Rational>.element(
    of: fractions([(1, 1), (-1, 1), (1, 2), (-1, 2), (2, 1), (0, 1), (-2, 1), (3, 2), (-3, 2), (1, 3), (-2, 3)]))
  private static let coefficients = Generator<Rational>.element(
    of: fractions([(1, 1), (-1, 1), (1, 2), (2, 1), (-1, 2), (0, 1)]))

  /// The largest power of two below `(1-mu)^2 / (16 curvature)`; nil where the loss has no gradient at the start.
  ///
  /// The Hessian of `L(u, v)` is at most `4 max(u_i^2 + v_i^2) |X^T X / m| + 2 max |r_i|`, and `u_i^2 + v_i^2` is
  /// `sqrt(theta_i^2 + 4 (u_i v_i)^2)`, largest at the end of training.
  private static func stepInRegime(
    _ regression: LinearRegression, start: [Rational], momentum: Rational
  ) -> Rational? {
    let space = regression.rowSpace(DoubleDouble.self)
    let scales = start.map { DoubleDouble($0) * DoubleDouble($0) }
    let end = HyperbolicEntropy(scales: scales).minimizer(
      over: space, coordinates: regression.leastSquares(in: space))
    guard let end, maximumNorm(end.theta) > 0 else { return nil }
    let features = regression.features.map { $0.map { DoubleDouble($0).doubleValue } }
    let targets = regression.targets.map { DoubleDouble($0).doubleValue }
    var (gram, gradient) = (0.0, 0.0)
    for i in start.indices {
      let row = start.indices.map { k in abs(features.reduce(0.0) { $0 + $1[i] * $1[k] }) }
      gram = max(gram, row.reduce(0, +) / Double(features.count))
      let slope = zip(features, targets).reduce(0.0) { $0 + $1.0[i] * $1.1 }
      gradient = max(gradient, abs(slope) / Double(features.count))
    }
    let size = zip(end.theta, scales).reduce(0.0) { largest, pair in
      max(largest, (pair.0.magnitude + pair.1 + pair.1).doubleValue)
    }
    let remainder = 1 - DoubleDouble(momentum).doubleValue
    let wanted = remainder * remainder / 16 / (4 * size * gram + 2 * gradient)
    return wanted > 0 && wanted.isFinite ? powerOfTwo(Int(wanted.exponent)) : nil
  }
}
