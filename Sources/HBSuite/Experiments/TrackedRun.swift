import HBModel

/// A run of heavy ball with the models of several orders beside it.
public struct TrackedRun: Sendable {
  /// The model of one order along the run.
  public struct Model: Sendable {
    /// The order k.
    public let order: Int
    /// The states at `substeps` times in each step, the start first; fewer where the model diverges.
    public let path: [[Double]]
    /// The distance of method and model at the grid times, in the maximum norm; fewer where the model diverges.
    public let errors: [Double]
  }

  /// What is run, as the command line takes it.
  public struct Setting: Sendable {
    /// The objective, an expression or a name of the catalogue.
    public let objective: String
    /// The start.
    public let start: [Rational]
    /// The momentum, in [0, 1).
    public let momentum: Rational
    /// The step size h > 0.
    public let step: Rational
    /// The number of iterations.
    public let steps: Int

    /// A setting; the start is the catalogue's own where it is not given.
    ///
    /// - Throws: `ExpressionError` where the objective cannot be read.
    init(
      _ objective: String, start: [Rational]? = nil, momentum: Rational, step: Rational, steps: Int
    ) throws(ExpressionError) {
      self.objective = objective
      self.momentum = momentum
      self.step = step
      self.steps = steps
      let named = NamedObjective.named(objective)
      self.start = start ?? named?.start ?? []
      if let named {
        expression = named.expression
      } else {
        expression = try Expression(parsing: objective, dimension: self.start.count)
      }
    }

    /// The objective as an expression.
    public let expression: Expression

    /// Heavy ball in this setting.
    public var problem: MomentumProblem {
      MomentumProblem(objective: expression, start: start, momentum: momentum)
    }
  }

  /// What was run.
  public let setting: Setting
  /// The iterates, the start first.
  public let method: [[Double]]
  /// The models, in the order that was asked for.
  public let models: [Model]
  /// How many states of a model's path belong to one step.
  public let substeps: Int

  /// The time `n h` of an iteration.
  public func time(_ iteration: Int) -> Double { (DoubleDouble(setting.step) * DoubleDouble(iteration)).doubleValue }

  /// Runs heavy ball and the models of `orders`, each solved `substeps` times in each step.
  ///
  /// - Throws: `DynamicsError` where the method itself diverges or leaves the domain of the objective.
  /// - Complexity: `steps` gradients, and 10 to 60 times `substeps` as many fields for each model.
  public init(_ setting: Setting, orders: [Int], substeps: Int = 1) throws(DynamicsError) {
    let problem = setting.problem
    let run = try MethodRun(problem, step: DoubleDouble(setting.step), steps: setting.steps)
    self.setting = setting
    self.substeps = substeps
    method = run.states.map { $0.map(\.doubleValue) }
    models = orders.map { TrackedRun.model(of: $0, setting, problem, run: run, substeps: substeps) }
  }

  private static func model(
    of order: Int, _ setting: Setting, _ problem: MomentumProblem, run: MethodRun<DoubleDouble>, substeps: Int
  ) -> Model {
    let step = DoubleDouble(setting.step)
    let table: CoefficientTable<DoubleDouble> = PiecewiseModel().coefficients(
      of: problem.method, order: order + 1, momentum: DoubleDouble(problem.momentum), iterations: setting.steps)
    var field = ModelField<DoubleDouble>(problem, table: table, order: order, step: step)
    let integrator = ExtrapolationIntegrator()
    let part = step / DoubleDouble(substeps)
    // Far below what the smallest error of these models can be in a picture.
    let tolerance = 1e-16 * step.doubleValue
    var state = run.states[0]
    var path = [state.map(\.doubleValue)]
    var errors = [0.0]
    for iteration in 0..<setting.steps {
      field.use(table.coefficients(iteration: iteration))
      for _ in 0..<substeps {
        state = integrator.advance(state, by: part, along: &field, tolerance: tolerance).state
        path.append(state.map(\.doubleValue))
      }
      let error = maximumNorm(state, minus: run.states[iteration + 1])
      guard error.isFinite, error < 1e6 else {
        path.removeLast(substeps)
        break
      }
      errors.append(error)
    }
    return Model(order: order, path: path, errors: errors)
  }

  /// The objective at states.
  public func losses(_ states: [[Double]]) -> [Double] {
    let program = setting.problem.valueProgram
    var evaluator = JetEvaluator<DoubleDouble>(program: program, algebra: .taylor(degree: 0))
    return states.map { state in
      for variable in state.indices { evaluator.setInput(variable, at: 0, to: DoubleDouble(state[variable])) }
      evaluator.advance(toWeight: 0)
      return evaluator.output(0, at: 0).doubleValue
    }
  }
}
