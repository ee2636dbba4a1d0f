/// Heavy ball from the slow manifold against gradient descent on a modified loss of order k, on a ladder of steps.
///
/// The descent `x_{n+1} = x_n - h grad M(x_n)`, with M up to `h^k`, differs from heavy ball's map by the terms of order
/// `h^(k+2)`, so that the two separate like `h^(k+1) E(t)`, where E solves the equation of the principal error with the
/// coefficients of the map for those of the field.
public struct GradientMapStudy<T: Real>: Sendable {
  /// The order k of the modified loss.
  public let order: Int
  /// The number of steps of each rung, coarsest first.
  public let steps: [Int]
  /// The size of the terminal difference on each rung, in the maximum norm.
  public let errors: [Double]
  /// The slopes `log2(e_i / e_{i+1})` of the usable rungs.
  public let slopes: [Double]
  /// The order extrapolated to h = 0, with the disagreement of successive extrapolations.
  public let observedOrder: (value: Double, disagreement: Double)?
  /// The terminal difference over `h^(k+1)`, extrapolated to h = 0.
  public let measured: RichardsonExtrapolation<T>?
  /// The predicted limit.
  public let predicted: PrincipalError<T>
  /// Whether the observed order is k+1, and whether the difference over `h^(k+1)` tends to the predicted limit.
  public let judgement: Judgement

  /// Runs the ladder.
  ///
  /// - Parameters:
  ///   - map: the B-series of `-h grad M` for trees of order up to k+1 at least, in the order of the tree table.
  ///   - order: k.
  ///   - step: the largest step size; each rung halves it.
  ///   - steps: the number of steps of the first rung, at least 1.
  ///   - rungs: how many rungs, at least 4.
  /// - Precondition: `map` covers the trees with k+1 nodes.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `2^rungs * steps` evaluations of the elementary differentials.
  @specialized(where T == DoubleDouble)
  public static func run(
    _ problem: MomentumProblem, map: [T], order: Int, step: Rational, steps: Int, rungs: Int
  ) throws(DynamicsError) -> GradientMapStudy {
    precondition(map.count >= TreeTable.upTo(order + 1).count, "the map covers the trees of the model")
    let momentum = T(problem.momentum)
    let coarsest = T(step)
    var source = StationaryMap.coefficients(method: problem.method, order: order + 2, momentum: momentum)
    // Without momentum the method is its own map: what is left of larger trees is rounding.
    if problem.momentum == .zero { for tree in 1..<source.count { source[tree] = .zero } }
    let predicted = try PrincipalError<T>(
      problem, terms: .counterTerm(order: order, of: problem, coefficients: source),
      time: coarsest * T(Double(steps)), intervals: 8)
    let stationary: CoefficientTable<T> = StationaryModel().coefficients(
      of: problem.method, order: order + 1, momentum: momentum, iterations: 1)
    var list: [Rung<T>] = []
    var size = coarsest
    for level in 0..<rungs {
      let before = try problem.stateBeforeStart(
        table: stationary, order: order, step: size, integrator: ExtrapolationIntegrator())
      let method = try MethodRun<T>(problem, step: size, steps: steps << level, previous: before)
      var descent = MapIteration<T>(problem, map: map, order: order, step: size)
      let states = try descent.run(steps << level)
      list.append(Rung(method: method.states, other: states, step: size, momentum: momentum))
      size *= T(0.5)
    }
    return GradientMapStudy(list, order: order, predicted: predicted)
  }

  private init(_ rungs: [Rung<T>], order: Int, predicted: PrincipalError<T>) {
    let kept = Array(rungs.prefix { maximumNorm($0.terminalError) >= 100 * $0.floor })
    self.order = order
    self.predicted = predicted
    steps = rungs.map(\.steps)
    errors = rungs.map { maximumNorm($0.terminalError) }
    let analysis = LadderAnalysis(kept.count >= 4 ? kept : [], order: order)
    (slopes, observedOrder, measured) = (analysis.slopes, analysis.observedOrder, analysis.measured)
    if maximumNorm(predicted.value) == 0, kept.isEmpty {
      judgement = Judgement(.holds, "both are the same to rounding, as predicted")
      return
    }
    guard kept.count >= OrderCriteria.leastRungs else {
      judgement = Judgement(.inconclusive, OrderCriteria.tooFew(kept.count) + "; four are needed")
      return
    }
    let hint = "the ladder may be off the asymptotic regime"
    let limit = OrderCriteria.judgePrincipalError(measured: analysis.measured, predicted: predicted, hint: hint)
    let slope = OrderCriteria.judgeOrder(
      analysis.observedOrder, expected: order + 1, principalError: limit, hint: hint)
    judgement =
      [slope, limit].first { $0.verdict == .falsified } ?? [slope, limit].first { $0.verdict != .holds } ?? limit
  }

  /// The distance of the measured limit from the predicted one, relative to its size.
  public var deviation: Double {
    guard let measured else { return 0 }
    return maximumNorm(measured.limit, minus: predicted.value) / max(maximumNorm(predicted.value), 1e-300)
  }
}

/// The iteration `x -> x + sum over t of h^|t| a(t) / symmetry(t) F(t)(x)`.
private struct MapIteration<T: Real> {
  private let problem: MomentumProblem
  private let weights: [T]
  private var differentials: ElementaryDifferentials<T>

  init(_ problem: MomentumProblem, map: [T], order: Int, step: T) {
    let table = TreeTable.upTo(order + 1)
    var powers = [step]
    for _ in 0..<order { powers.append(powers[powers.count - 1] * step) }
    self.problem = problem
    weights = (0..<table.count).map { map[$0] * powers[table.order[$0] - 1] }
    differentials = ElementaryDifferentials(program: problem.program, order: order + 1)
  }

  mutating func run(_ steps: Int) throws(DynamicsError) -> [[T]] {
    var states: [[T]] = [problem.startingPoint()]
    for iteration in 0..<steps {
      let current = states[iteration]
      differentials.evaluate(at: current)
      let next = zip(current, differentials.combine(weights)).map { $0 + $1 }
      try checkState(next, from: current, of: problem, subject: "descent on the modified loss", iteration: iteration)
      states.append(next)
    }
    return states
  }
}

extension Rung {
  /// The rung of two discrete trajectories.
  fileprivate init(method: [[T]], other: [[T]], step: T, momentum: T) {
    let errors = zip(method, other).map { own, other in zip(own, other).map { $0 - $1 } }
    let scale = method.reduce(1) { max($0, maximumNorm($1)) }
    steps = method.count - 1
    self.step = step
    terminalError = errors[errors.count - 1]
    largestError = errors.reduce(0) { max($0, maximumNorm($1)) }
    // Rounding errors of 2^-104 a step accumulate like a random walk, and momentum carries each of them on.
    floor = Double(method.count).squareRoot() * 0x1p-103 * scale / (1 - momentum.doubleValue)
  }
}
