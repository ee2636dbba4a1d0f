import HBModel

/// A vector that depends on the step size, expanded in powers of h at 0: `F_0 + h F_1 + ... + h^k F_k + ...`
///
/// By interpolation on steps that crowd towards 0. A polynomial in h comes out exactly up to rounding; any other
/// analytic function by more steps. How well, two interpolations of different degree tell.
struct StepExpansion {
  /// The vectors `F_0, ..., F_k`.
  let coefficients: [[DoubleDouble]]
  /// The estimated error of each, in the maximum norm.
  let errors: [Double]

  /// Expands `evaluate`.
  ///
  /// - Parameters:
  ///   - order: k.
  ///   - largestStep: the end of the interval of steps, h > 0.
  ///   - evaluate: the vector for a step.
  /// - Complexity: k + 4 evaluations where the vector is a polynomial of degree k + 2 in h, 26 + k otherwise.
  init<E: Error>(
    order: Int, largestStep: Rational, evaluate: (DoubleDouble) throws(E) -> [DoubleDouble]
  ) throws(E) {
    let few = try Self.interpolation(order: order, count: order + 4, largestStep: largestStep, evaluate: evaluate)
    if few.isExact {
      (coefficients, errors) = (few.coefficients, few.errors)
      return
    }
    let many = try Self.interpolation(order: order, count: 22, largestStep: largestStep, evaluate: evaluate)
    (coefficients, errors) = (many.coefficients, many.errors)
  }

  private typealias Interpolation = (coefficients: [[DoubleDouble]], errors: [Double], isExact: Bool)

  private static func interpolation<E: Error>(
    order: Int, count: Int, largestStep: Rational, evaluate: (DoubleDouble) throws(E) -> [DoubleDouble]
  ) throws(E) -> Interpolation {
    let whole = DoubleDouble(largestStep)
    let steps = (1...count).map { index in
      let ratio = DoubleDouble(Double(index)) / DoubleDouble(Double(count))
      return whole * ratio * ratio
    }
    var values: [[DoubleDouble]] = []
    for step in steps { values.append(try evaluate(step)) }
    let size = values.reduce(0) { max($0, maximumNorm($1)) }
    let weights = taylorWeights(steps, order: order)
    let fewer = taylorWeights(Array(steps.dropLast()), order: order)
    var coefficients: [[DoubleDouble]] = []
    var errors: [Double] = []
    var isExact = true
    for power in 0...order {
      let own = combination(weights[power], values)
      let disagreement = maximumNorm(own, minus: combination(fewer[power], values))
      // A few roundings of the values, amplified by the weights.
      let rounding = 0x1p-100 * weights[power].reduce(0) { $0 + abs($1.doubleValue) } * size
      coefficients.append(own)
      errors.append(disagreement + rounding)
      isExact = isExact && disagreement <= 64 * rounding
    }
    return (coefficients, errors, isExact)
  }

  private static func combination(_ weights: [DoubleDouble], _ vectors: [[DoubleDouble]]) -> [DoubleDouble] {
    vectors[0].indices.map { component in
      weights.indices.reduce(DoubleDouble.zero) { $0 + weights[$1] * vectors[$1][component] }
    }
  }

  /// For each power up to `order` the weights with which values at `nodes` make the coefficient of that power.
  ///
  /// These are the coefficients of Lagrange's polynomials. All nodes are positive, so that nothing cancels in the
  /// products `prod (x - node)`.
  private static func taylorWeights(_ nodes: [DoubleDouble], order: Int) -> [[DoubleDouble]] {
    var result = Array(repeating: [DoubleDouble](), count: order + 1)
    for own in nodes.indices {
      var polynomial = [DoubleDouble.one]
      var divisor = DoubleDouble.one
      for other in nodes.indices where other != own {
        divisor *= nodes[own] - nodes[other]
        var grown = [DoubleDouble.zero] + polynomial
        for power in polynomial.indices { grown[power] -= nodes[other] * polynomial[power] }
        polynomial = grown
      }
      for power in 0...order {
        result[power].append(power < polynomial.count ? polynomial[power] / divisor : .zero)
      }
    }
    return result
  }
}
