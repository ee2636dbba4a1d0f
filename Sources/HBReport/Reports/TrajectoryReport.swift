import HBModel

/// Method and model side by side at the grid times.
public struct TrajectoryReport: VerbReport {
  /// The states at one grid time.
  public struct Row: Equatable, Sendable {
    /// The number of the iteration.
    public let iteration: Int
    /// The time `n h`, with a schedule the sum of the step sizes before.
    public let time: DoubleDouble
    /// The iterate `x_n`.
    public let method: [DoubleDouble]
    /// The model's state `x(t_n)`.
    public let model: [DoubleDouble]

    /// The distance of the two, in the maximum norm.
    public var error: DoubleDouble {
      zip(method, model).reduce(DoubleDouble.zero) { largest, pair in max(largest, (pair.0 - pair.1).magnitude) }
    }
  }

  /// The rows, the start first.
  public let rows: [Row]
  /// How many significant digits the text has.
  public let digits: Int
  /// Which method and which model.
  public let subject: String
  private let method: MomentumMethod

  /// The trajectories of `problem`.
  ///
  /// - Parameters:
  ///   - step: the step size h > 0.
  ///   - steps: the number of iterations.
  ///   - order: the order k of the model.
  ///   - isStationary: whether the model is the stationary one; the method then starts at `x_{-1}` = the model flowed
  ///     back by one step.
  ///   - isFromRest: whether the method starts at rest all the same.
  ///   - digits: how many significant digits the text has.
  /// - Throws: `DynamicsError` with the iteration at which a trajectory stops.
  public init(
    _ problem: MomentumProblem, step: Rational, steps: Int, order: Int, isStationary: Bool, isFromRest: Bool,
    digits: Int = 17
  ) throws(DynamicsError) {
    let model: any ContinuousModel = isStationary ? StationaryModel() : PiecewiseModel()
    let integrator = ExtrapolationIntegrator()
    let h = DoubleDouble(step)
    let parameters = try problem.parameters(iterations: steps, as: DoubleDouble.self)
    let table = model.table(of: problem.method, order: order + 1, parameters: parameters)
    var previous: [DoubleDouble]?
    if isStationary, !isFromRest {
      previous = try problem.stateBeforeStart(table: table, order: order, step: h, integrator: integrator)
    }
    let own = try MethodRun(problem, step: h, steps: steps, previous: previous, parameters: parameters)
    let solved = try ModelRun(
      problem, table: table, order: order, step: h, steps: steps, integrator: integrator)
    var scheduledTime = DoubleDouble.zero
    rows = (0...steps).map { n in
      defer { if n < steps { scheduledTime += parameters.step(h, iteration: n) } }
      let exact = try? step * Rational(n)
      let constant = exact.map { DoubleDouble($0) } ?? h * DoubleDouble(Double(n))
      return Row(
        iteration: n, time: problem.schedule == nil ? constant : scheduledTime, method: own.states[n],
        model: solved.states[n])
    }
    self.digits = digits
    self.method = problem.method
    let rest = problem.previousPointText.map { "with x_{-1} = " + $0 } ?? "from rest"
    let start = previous == nil ? rest : "from the model flowed back one step"
    subject = "\(problem.method) \(start) and the \(model.name) model of order \(order)"
  }

  /// The verb.
  public var verb: String { "trajectory" }

  /// A trajectory that is printed holds by itself.
  public var judgement: Judgement { Judgement(.holds, "\(rows.count) grid times of \(subject)") }

  /// The keys of a trajectory document; numbers are as long as they need to be.
  public var fields: [String: JSONValue] {
    let list = rows.map { row in
      JSONValue.object([
        "n": JSONValue(row.iteration), "t": JSONValue(row.time), "method": JSONValue(row.method),
        "model": JSONValue(row.model), "error": JSONValue(row.error),
      ])
    }
    return ["rows": .array(list)]
  }

  /// Comma-separated values under the header `n,t,hb1,..,model1,..,error`, for other methods their name instead of hb.
  public var text: String {
    let dimension = rows.first?.method.count ?? 0
    let own = method == .heavyBall ? "hb" : method.name
    let names = (1...max(dimension, 1)).map { own + "\($0)" } + (1...max(dimension, 1)).map { "model\($0)" }
    var text = (["n", "t"] + names + ["error"]).joined(separator: ",")
    for row in rows {
      text += "\n\(row.iteration)"
      for value in [row.time] + row.method + row.model + [row.error] { text += "," + value.formatted(digits: digits) }
    }
    return text
  }
}
