import HBModel

/// A recorded trajectory of a method and a model, computed by an independent program to 50 digits.
public struct GoldenTrajectory: Decodable, Sendable {
  /// One grid time.
  public struct Row: Decodable, Sendable {
    /// The iteration.
    public let n: Int
    /// The method's state.
    public let method: [String]
    /// The model's state.
    public let model: [String]
  }

  /// The format's version.
  public let schema: String
  /// An expression, or a catalogue name with `@`.
  public let objective: String
  /// `x_0`.
  public let start: [String]
  /// The step size h.
  public let step: String
  /// The momentum mu.
  public let momentum: String
  /// The number of steps.
  public let steps: Int
  /// The order k of the model.
  public let order: Int
  /// `per-iteration` or `stationary`.
  public let model: String
  /// `rest`, `manifold` for a start at `x_{-1}` = the model flowed back by one step, or `momentum` for one at
  /// `x_{-1} = x_0 + C h grad L(x_0) - h v`.
  public let startMode: String
  /// `x_{-1}` for a start on the manifold.
  public let previous: [String]?
  /// C of a start with momentum.
  public let initialMomentum: String?
  /// v of a start with momentum.
  public let initialVelocity: [String]?
  /// One row a grid time, from 0 to `steps`.
  public let rows: [Row]
}

extension GoldenTrajectory {
  /// The accepted error of the method's states, relative to the larger of 1 and the state.
  ///
  /// A step rounds at most 2^-100: sixteen operations of 2^-104; momentum carries each error on by `1/(1 - mu)`.
  func methodBound(momentum: Double) -> Double { Double(steps) * 0x1p-100 / (1 - momentum) }

  /// The accepted error of the model's states: sixteen times the method's, for each step is an extrapolation of
  /// many stages whose weights amplify rounding about tenfold.
  func modelBound(momentum: Double) -> Double { 16 * methodBound(momentum: momentum) }

  /// The largest relative errors of the computed trajectories, and whether both are within their bounds.
  func compare(file: String) throws(GoldenError) -> (method: Double, model: Double, agrees: Bool) {
    func fail(_ found: String, _ expected: String) -> GoldenError {
      GoldenError(file: file, found: found, expected: expected)
    }
    guard schema == "golden-trajectory/1" else { throw fail("schema '\(schema)'", "'golden-trajectory/1'") }
    guard rows.count == steps + 1, steps > 0 else { throw fail("\(rows.count) rows", "\(steps + 1)") }
    let largest = initialVelocity == nil ? TreeTable.largestOrder : TreeTable.largestOrderWithVelocity
    guard (0..<largest).contains(order) else { throw fail("the order \(order)", "one in 0...\(largest - 1)") }
    let beginning = try start(file: file)
    do {
      let problem = try problem(from: beginning)
      let recordedMethod = try rows.map { row in try row.method.map { try DoubleDouble(parsing: $0) } }
      let recordedModel = try rows.map { row in try row.model.map { try DoubleDouble(parsing: $0) } }
      let computed = try trajectories(problem, from: beginning, step: DoubleDouble(try Rational(parsing: step)))
      let method = largestError(computed.method, recordedMethod)
      let model = largestError(computed.model, recordedModel)
      let momentum = DoubleDouble(problem.momentum).doubleValue
      // On the slow manifold the method starts from the model's own solution.
      let start = beginning == .manifold ? modelBound(momentum: momentum) : 0
      let agrees =
        method <= methodBound(momentum: momentum) + start && model <= modelBound(momentum: momentum)
      return (method, model, agrees)
    } catch { throw fail("\(error)", "numbers and an objective that can be computed") }
  }

  private func problem(from beginning: GoldenStart) throws -> MomentumProblem {
    let point = try start.map { try Rational(parsing: $0) }
    let expression: Expression
    if objective.hasPrefix("@"), let named = NamedObjective.named(objective) {
      expression = named.expression
    } else {
      expression = try Expression(parsing: objective, dimension: point.count)
    }
    let momentum = try Rational(parsing: momentum)
    guard case .momentum(let initialMomentum, let initialVelocity) = beginning else {
      return MomentumProblem(objective: expression, start: point, momentum: momentum)
    }
    return MomentumProblem(
      objective: expression, start: point, momentum: momentum, initialMomentum: initialMomentum,
      initialVelocity: initialVelocity)
  }

  private func trajectories(
    _ problem: MomentumProblem, from beginning: GoldenStart, step: DoubleDouble
  ) throws -> (method: [[DoubleDouble]], model: [[DoubleDouble]]) {
    let kind: any ContinuousModel = model == "stationary" ? StationaryModel() : PiecewiseModel()
    let integrator = ExtrapolationIntegrator()
    let table = kind.table(
      of: .heavyBall, order: order + 1, parameters: try problem.parameters(iterations: steps, as: DoubleDouble.self))
    let before =
      beginning == .manifold
      ? try problem.stateBeforeStart(table: table, order: order, step: step, integrator: integrator) : nil
    return (
      try MethodRun(problem, step: step, steps: steps, previous: before).states,
      try ModelRun(problem, table: table, order: order, step: step, steps: steps, integrator: integrator).states
    )
  }
}

/// The largest error relative to the larger of 1 and the recorded state; infinite where shapes differ.
private func largestError(_ computed: [[DoubleDouble]], _ recorded: [[DoubleDouble]]) -> Double {
  guard computed.count == recorded.count else { return .infinity }
  return zip(computed, recorded).reduce(0) { largest, pair in
    guard pair.0.count == pair.1.count else { return .infinity }
    let error = maximumNorm(pair.0, minus: pair.1) / max(1, maximumNorm(pair.1))
    return error.isNaN ? .infinity : max(largest, error)
  }
}
