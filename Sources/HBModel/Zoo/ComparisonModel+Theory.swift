extension ComparisonModel.Kind {
  /// The order p of the error at a fixed time: heavy ball minus model is `h^p E(t) + O(h^(p+1))`.
  ///
  /// From rest the warm-up of the momentum leaves heavy ball behind the stationary models by the time `h mu/(1-mu)`,
  /// so that they have order 1, however many counter terms they have, unless mu = 0.
  ///
  /// - Parameter momentum: mu in [0, 1).
  public func order(momentum: Rational) -> Int {
    let hasMomentum = momentum != .zero
    return switch self {
    case .gradientFlow: hasMomentum ? 0 : 1
    case .rescaledGradientFlow: 1
    case .stationaryFromRest(let order): hasMomentum ? 1 : order + 1
    case .slowManifold(let order), .perIteration(let order): order + 1
    case .secondOrder: 2
    }
  }

  /// The principal error `E(time)`: heavy ball minus model, over `h^p`, as h tends to 0.
  ///
  /// - Parameters:
  ///   - problem: heavy ball on its objective.
  ///   - intervals: how many steps the integrator makes.
  /// - Throws: `DynamicsError` where the flow leaves the domain of the objective or diverges.
  public func principalError<T: Real>(
    _ problem: MomentumProblem, time: T, intervals: Int
  ) throws(DynamicsError) -> PrincipalError<T> {
    let momentum = T(problem.momentum)
    let hasMomentum = problem.momentum != .zero
    // -mu/(1-mu)^2 g is where the warm-up of the momentum puts heavy ball, over h.
    let rescaling = T.one / (T.one - momentum)
    let leaf = RootedTree(children: [])
    let delay = [(tree: leaf, weight: T.zero - momentum * rescaling * rescaling)]
    let terms: PrincipalErrorTerms<T>
    switch self {
    case .gradientFlow where hasMomentum:
      return try Self.flowDifference(problem, time: time, intervals: intervals)
    case .gradientFlow: terms = .counterTerm(order: 0, of: problem)
    case .rescaledGradientFlow:
      let source = PrincipalErrorTerms<T>.counterTerm(order: 0, of: problem).source
      let chain = RootedTree(children: [leaf])
      terms = PrincipalErrorTerms(order: 2, initial: delay, source: [(chain, source[1])])
    case .stationaryFromRest where hasMomentum: terms = PrincipalErrorTerms(order: 1, initial: delay, source: [])
    case .stationaryFromRest(let order), .slowManifold(let order), .perIteration(let order):
      terms = .counterTerm(order: order, of: problem)
    case .secondOrder: terms = SecondOrderEquation.principalErrorTerms(momentum: momentum)
    }
    return try PrincipalError(problem, terms: terms, time: time, intervals: intervals)
  }

  /// The rescaled gradient flow minus the gradient flow.
  private static func flowDifference<T: Real>(
    _ problem: MomentumProblem, time: T, intervals: Int
  ) throws(DynamicsError) -> PrincipalError<T> {
    let step = time / T(Double(intervals))
    let tolerance = 1e-10
    func end(_ model: any ContinuousModel) throws(DynamicsError) -> ModelRun<T> {
      let table = model.coefficients(of: .heavyBall, order: 1, momentum: T(problem.momentum), iterations: intervals)
      return try ModelRun(
        problem, table: table, order: 0, step: step, steps: intervals, integrator: ExtrapolationIntegrator(),
        tolerance: tolerance)
    }
    let (rescaled, plain) = (try end(StationaryModel()), try end(GradientFlowModel()))
    return PrincipalError(
      value: zip(rescaled.states[intervals], plain.states[intervals]).map { $0 - $1 },
      point: rescaled.states[intervals], errorEstimate: rescaled.errorEstimate + plain.errorEstimate)
  }
}
