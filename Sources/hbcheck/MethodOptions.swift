import HBModel
import HBReport

/// The method with its parameters and its start, as options give them.
struct MethodOptions {
  /// The method.
  let method: MomentumMethod
  /// The momentum; 0 where the schedule gives it.
  let momentum: Rational
  /// How the parameters change; nil where they do not.
  let schedule: Schedule?
  /// C in the start `x_{-1} = x_0 + C h grad L(x_0) - h v`.
  let initialMomentum: Rational
  /// The velocity v in the start; nil where it is not given.
  let initialVelocity: [Rational]?

  /// The options.
  static let options: [OptionSpecification] = [
    .required("momentum", "MU", "the momentum, in [0, 1), or a formula of mu_n"),
    .option("method", "NAME", MomentumMethod.all.map(\.name).joined(separator: ", ") + " (default heavy-ball)"),
    .option("step-factor", "A", "a formula of h_n/h, or a name of 'hbcheck list schedules' (default constant)"),
    .flag("gradient-buffer", "momentum kept as a buffer of gradients: mu_n h_n/h_{n-1} for mu_n, h_{-1} = h"),
    .option("initial-momentum", "C", "a start with x_{-1} = x_0 + C h grad L(x_0) (default 0: from rest)"),
    .option("initial-velocity", "V", "a start with x_{-1} = x_0 - h V, numbers with commas between them (default 0)"),
  ]

  /// What a formula is, for the help of a verb.
  static let notes = [
    "Formulas of mu_n and h_n/h are expressions in n, s = n/N and pi, in pieces if need be: \"1 if s<1/2; 1/10\".",
    "Both in the start, x_{-1} = x_0 + C h grad L(x_0) - h V; with a velocity models have an order of at most 6.",
    "The base step size is h, and N h the horizon. Breaks are best multiples of 1/N on every rung.",
  ]

  /// Reads the options.
  ///
  /// - Throws: `UsageError` or `ExpressionError`.
  init(_ arguments: Arguments) throws {
    let name = try arguments.choice("method", among: MomentumMethod.all.map(\.name), default: "heavy-ball")
    method = MomentumMethod(named: name) ?? .heavyBall
    initialMomentum = arguments.has("initial-momentum") ? try arguments.rational("initial-momentum") : .zero
    initialVelocity = try arguments.vector("initial-velocity")
    let text = try arguments.required("momentum")
    var formula: ScheduleFormula?
    if (try? Rational(parsing: text)) == nil {
      formula = try ScheduleFormula(parsing: text, subject: "--momentum")
    }
    let factor = try arguments.optional("step-factor").map {
      try ScheduleFormula(parsing: $0, subject: "--step-factor")
    }
    let changingFactor = factor == ScheduleFormula(.one) ? nil : factor
    momentum = formula == nil ? try arguments.momentum("momentum") : .zero
    schedule =
      changingFactor == nil && formula == nil
      ? nil
      : Schedule(
        stepFactor: changingFactor, momentum: formula,
        keepsGradients: changingFactor != nil && arguments.has("gradient-buffer"))
  }

  /// The method on an objective, for a model of order `order`.
  ///
  /// - Parameter velocity: the velocity in the start where the options do not give it.
  /// - Throws: `UsageError` for a velocity of another dimension, or too high an order beside it.
  func problem(
    _ objective: Objective, order: Int, velocity: [Rational]? = nil
  ) throws(UsageError) -> MomentumProblem {
    let velocity = initialVelocity ?? velocity ?? []
    guard velocity.isEmpty || velocity.count == objective.start.count else {
      throw UsageError(
        "--initial-velocity", found: Objective.entries(velocity.count),
        expected: "\(objective.start.count), one for each coordinate of the start")
    }
    let problem = MomentumProblem(
      objective: objective.expression, start: objective.start, momentum: momentum, method: method, schedule: schedule,
      initialMomentum: initialMomentum, initialVelocity: velocity)
    guard !problem.hasVelocity || order <= Self.largestOrderWithVelocity else {
      throw UsageError(
        "--order", found: "'\(order)'",
        expected: "an order in 0...\(Self.largestOrderWithVelocity) beside a velocity in the start")
    }
    return problem
  }

  /// The largest order of a model beside a velocity: local defects need trees of two more nodes.
  private static let largestOrderWithVelocity = TreeTable.largestOrderWithVelocity - 2
}
