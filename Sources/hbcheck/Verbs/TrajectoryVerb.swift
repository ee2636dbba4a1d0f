import HBModel
import HBReport

extension Verb {
  /// `trajectory`: method and model side by side.
  static let trajectory = Verb(
    name: "trajectory", summary: "method and model side by side at the grid times",
    options: Objective.options + MethodOptions.options + [
      .required("step", "H", "the step size, above 0"),
      .required("steps", "N", "the number of iterations, 1 to 262144"),
      .required("order", "K", "the order of the model, 0 to 8"),
      .option("previous", "X", "x_{-1} as a point; the same as the initial velocity (x_0 - X)/h"),
      .flag("stationary", "the stationary model, with x_{-1} = the model flowed back by one step"),
      .flag("from-rest", "start at rest also with --stationary"),
      .option("digits", "D", "significant digits of the text, 1 to 31 (default 17); JSON is always in full"),
    ],
    notes: [
      "The text is CSV with the header n,t,hb1,..,model1,..,error (for other methods their name instead of hb); the",
      "error is in the maximum norm.",
    ] + MethodOptions.notes,
    example: {
      "hbcheck trajectory --objective @log-cosh --step 1/64 --momentum 1/2 --steps 8 --order 3"
    },
    run: { arguments in
      let objective = try Objective(arguments)
      let method = try MethodOptions(arguments)
      let step = try arguments.positive("step")
      let steps = try arguments.integer("steps", in: 1...1 << 18)
      let order = try arguments.integer("order", in: 0...8)
      let velocity = try velocity(arguments, start: objective.start, step: step)
      let problem = try method.problem(objective, order: order, velocity: velocity)
      guard problem.startsAtRest || !arguments.has("from-rest") else {
        throw UsageError(
          "--from-rest", found: "a start with momentum beside it", expected: "one of them: at rest x_{-1} is x_0")
      }
      let hasStart = ["previous", "initial-velocity", "initial-momentum"].contains { arguments.has($0) }
      guard problem.schedule == nil && !hasStart || !arguments.has("stationary") else {
        throw UsageError(
          "--stationary", found: "a schedule or a start with momentum beside it",
          expected: "constant parameters: the stationary model has a start of its own")
      }
      try checkBounds(problem, steps: steps, order: order)
      return try TrajectoryReport(
        problem, step: step, steps: steps, order: order, isStationary: arguments.has("stationary"),
        isFromRest: arguments.has("from-rest"),
        digits: try arguments.integer("digits", in: 1...31, default: 17))
    })

  /// The velocity that leads from the point `--previous` to the start in one step; nil where it is not given.
  private static func velocity(
    _ arguments: Arguments, start: [Rational], step: Rational
  ) throws -> [Rational]? {
    guard let previous = try arguments.vector("previous") else { return nil }
    guard !arguments.has("initial-velocity"), !arguments.has("initial-momentum") else {
      throw UsageError(
        "--previous", found: "an initial momentum or velocity beside it",
        expected: "one of them: each says what x_{-1} is")
    }
    guard previous.count == start.count else {
      throw UsageError(
        "--previous", found: Objective.entries(previous.count),
        expected: "\(start.count), one for each coordinate of the start")
    }
    do { return try zip(start, previous).map { try ($0 - $1) / step } } catch {
      throw UsageError(
        "--previous", found: "a difference from the start that leaves 128 bits", expected: "shorter numbers")
    }
  }

  /// Refuses more iterations than fit into memory where each has a vector of coefficients of its own.
  private static func checkBounds(_ problem: MomentumProblem, steps: Int, order: Int) throws(UsageError) {
    guard problem.schedule != nil || !problem.startsAtRest else { return }
    let largest = (1 << 23) / TreeTable.upTo(order + 1, hasVelocity: problem.hasVelocity).count
    guard steps <= largest else {
      throw UsageError(
        "--steps", found: "'\(steps)'",
        expected: "at most \(largest) with a schedule or a start with momentum at order \(order)")
    }
  }
}
