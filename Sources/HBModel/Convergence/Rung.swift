/// One rung of a ladder: method and model with one step size over the whole horizon.
public struct Rung<T: Real>: Sendable {
  /// The number of steps N.
  public let steps: Int
  /// The base step size h = T/N.
  public let step: T
  /// The signed terminal error `x_N - x(T)`.
  public let terminalError: [T]
  /// The largest error over the grid, in the maximum norm.
  public let largestError: Double
  /// The measured floor: rounding of the method in two forms, rounding bound, and the integrator's own estimate.
  public let floor: Double

  /// Runs method and model of order `order` with `steps` steps over `time`.
  ///
  /// - Parameter tolerance: the error that the model's solution may have.
  /// - Throws: `DynamicsError` where either trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `steps` gradients and 20 to 60 times as many fields.
  public init(
    _ problem: MomentumProblem, model: any ContinuousModel, order: Int, time: T, steps: Int,
    integrator: any Integrator, tolerance: Double
  ) throws(DynamicsError) {
    let step = time / T(Double(steps))
    let parameters = try problem.parameters(iterations: steps, as: T.self)
    let method = try MethodRun<T>(problem, step: step, steps: steps, parameters: parameters)
    let table = model.table(of: problem.method, order: order + 1, parameters: parameters)
    let solved = try ModelRun<T>(
      problem, table: table, order: order, step: step, steps: steps, integrator: integrator, tolerance: tolerance)
    let errors = zip(method.states, solved.states).map { own, other in zip(own, other).map { $0 - $1 } }
    let scale = method.states.reduce(1) { max($0, maximumNorm($1)) }
    let momentum = try problem.largestParameters(iterations: steps, as: T.self).momentum
    self.steps = steps
    self.step = step
    terminalError = errors[steps]
    largestError = errors.reduce(0) { max($0, maximumNorm($1)) }
    let rounding =
      problem.method == .heavyBall && parameters.isPlain
      ? method.roundingLevel(of: problem, step: step) : Double(steps).squareRoot() * 0x1p-104 * scale
    // Rounding errors of 2^-104 a step accumulate like a random walk, and momentum carries each of them on.
    let model = Double(steps).squareRoot() * 0x1p-104 * scale / (1 - momentum)
    floor = rounding + model + solved.errorEstimate
  }

  /// A rung that was run elsewhere.
  init(steps: Int, step: T, terminalError: [T], largestError: Double, floor: Double) {
    self.steps = steps
    self.step = step
    self.terminalError = terminalError
    self.largestError = largestError
    self.floor = floor
  }
}
