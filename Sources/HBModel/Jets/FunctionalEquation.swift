/// The stationary field of a method without trees, from the functional equation of its trajectories.
///
/// Along one trajectory, with the method's inertia beta and look-ahead gamma,
///
///     y(t + h) - (1 + beta) y(t) + beta y(t - h) = h g(z(t)),    z(t) = (1 + gamma) y(t) - gamma y(t - h).
///
/// With `y = sum Y_ij t^i h^j` the coefficients follow degree by degree, and `f_j(x) = Y_1j`: those of z of a total degree
/// need those of y of the same degree, `Z_ij = Y_ij - gamma sum_{m >= 1} (-1)^m C(i+m, m) Y_{i+m,j-m}`. It shares nothing
/// with the tree formula but the jets, and costs a polynomial in the order.
public struct FunctionalEquation<T: Real>: Sendable {
  private let order: Int
  private let inertia: T
  private let lookahead: T
  private let looksAhead: Bool
  private var evaluator: JetEvaluator<T>

  /// A workspace for the counter terms `f_0, ..., f_order` of a problem's method at its constant momentum.
  public init(_ problem: MomentumProblem, order: Int) {
    self.init(
      program: problem.program, method: problem.method, momentum: T(problem.momentum),
      algebra: problem.jets.timeStep(order + 1), order: order)
  }

  /// A workspace for any field, given as code for `g`.
  ///
  /// - Parameters:
  ///   - momentum: mu, in 0..<1.
  ///   - algebra: the table of series in `(t, h)` up to the degree `order + 1`.
  public init(
    program: StraightLineProgram, method: MomentumMethod = .heavyBall, momentum: T, algebra: GradedAlgebra? = nil,
    order: Int
  ) {
    self.order = order
    inertia = method.inertia(momentum: momentum)
    lookahead = method.lookahead(momentum: momentum)
    looksAhead = method.looksAhead
    self.evaluator = JetEvaluator(program: program, algebra: algebra ?? .timeStep(degree: order + 1))
  }

  /// The counter terms at `point`: `result[j]` is the vector `f_j`, the coefficient of `h^j`.
  ///
  /// - Complexity: O(order^4) multiply-adds for each non-linear instruction.
  public mutating func counterTerms(at point: [T]) -> [[T]] {
    let dimension = point.count
    var series = Array(
      repeating: Array(repeating: T.zero, count: evaluator.algebra.count), count: dimension)
    var result: [[T]] = []
    for variable in 0..<dimension {
      evaluator.setInput(variable, at: 0, to: point[variable])
      series[variable][0] = point[variable]
    }
    evaluator.advance(toWeight: 0)
    for degree in 1...(order + 1) {
      for variable in 0..<dimension {
        for step in 0..<degree {
          let value = coefficient(
            of: series[variable], variable: variable, time: degree - 1 - step, step: step)
          let element = GradedAlgebra.timeStepIndex(time: degree - step, step: step)
          series[variable][element] = value
          if !looksAhead { evaluator.setInput(variable, at: element, to: value) }
        }
        if looksAhead { displace(series[variable], variable: variable, degree: degree) }
      }
      result.append(series.map { $0[GradedAlgebra.timeStepIndex(time: 1, step: degree - 1)] })
      if degree <= order { evaluator.advance(toWeight: degree) }
    }
    return result
  }

  /// Feeds in the terms of z of one total degree.
  private mutating func displace(_ series: [T], variable: Int, degree: Int) {
    for step in 0...degree {
      let time = degree - step
      var value = series[GradedAlgebra.timeStepIndex(time: time, step: step)]
      var binomial = T.one
      for m in stride(from: 1, through: step, by: 1) {
        binomial = binomial * T(Double(time + m)) / T(Double(m))
        let term = lookahead * binomial * series[GradedAlgebra.timeStepIndex(time: time + m, step: step - m)]
        value = m.isMultiple(of: 2) ? value - term : value + term
      }
      evaluator.setInput(variable, at: GradedAlgebra.timeStepIndex(time: time, step: step), to: value)
    }
  }

  /// `Y_{time+1, step}` from the terms of the same total degree with a smaller power of h.
  private func coefficient(of series: [T], variable: Int, time: Int, step: Int) -> T {
    var sum = evaluator.output(variable, at: GradedAlgebra.timeStepIndex(time: time, step: step))
    // (time + m)! / (time! m!), built up as m grows.
    var binomial = T(Double(time + 1))
    for m in stride(from: 2, through: step + 1, by: 1) {
      binomial = binomial * T(Double(time + m)) / T(Double(m))
      let factor = m.isMultiple(of: 2) ? T.one + inertia : T.one - inertia
      let known = series[GradedAlgebra.timeStepIndex(time: time + m, step: step - m + 1)]
      sum -= factor * binomial * known
    }
    return sum / ((T.one - inertia) * T(Double(time + 1)))
  }
}
