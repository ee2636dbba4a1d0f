/// The solution of a model at the grid times.
public struct ModelRun<T: Real>: Sendable {
  /// `x(t_0), ..., x(t_N)`.
  public let states: [[T]]
  /// The sum of the integrator's own error estimates over all steps, in the maximum norm.
  public let errorEstimate: Double

  /// Solves the model of order `order` on `steps` grid intervals of length `step`.
  ///
  /// The integrator restarts at each grid time, where the right-hand side changes.
  ///
  /// - Parameters:
  ///   - table: the model's coefficients for trees of order up to `order + 1`.
  ///   - tolerance: the error that the whole run may have; what arithmetic allows where it asks for more.
  ///   - start: the state at time 0; the problem's start where nil.
  /// - Throws: `DynamicsError` with the iteration at which a value was not finite or the state diverged.
  /// - Complexity: 20 to 60 evaluations of the field an interval.
  public init(
    _ problem: MomentumProblem, table: CoefficientTable<T>, order: Int, step: T, steps: Int,
    integrator: any Integrator, tolerance: Double = 0, start: [T]? = nil
  ) throws(DynamicsError) {
    var field = ModelField<T>(problem, table: table, order: order, step: step)
    try self.init(
      problem, field: &field, step: step, steps: steps, integrator: integrator, tolerance: tolerance, start: start)
  }

  /// Solves `dx/dt = field` on `steps` grid intervals of length `step`.
  ///
  /// - Parameters:
  ///   - field: the right-hand side; it is told the iteration at each grid time.
  ///   - tolerance: the error that the whole run may have; what arithmetic allows where it asks for more.
  ///   - start: the state at time 0; the problem's start where nil.
  /// - Throws: `DynamicsError` with the iteration at which a value was not finite or the state diverged.
  /// - Complexity: 20 to 60 evaluations of the field an interval.
  public init<F: GridField>(
    _ problem: MomentumProblem, field: inout F, step: T, steps: Int, integrator: any Integrator, tolerance: Double = 0,
    start: [T]? = nil
  ) throws(DynamicsError) where F.Scalar == T {
    var current = start ?? problem.startingPoint()
    var states = [current]
    states.reserveCapacity(steps + 1)
    var total = 0.0
    for iteration in 0..<steps {
      field.use(iteration: iteration)
      let next = integrator.advance(current, by: step, along: &field, tolerance: tolerance / Double(steps))
      try checkState(
        next.state, from: current, of: problem, subject: "the model", iteration: iteration)
      total += next.errorEstimate
      current = next.state
      states.append(current)
    }
    self.states = states
    self.errorEstimate = total
  }
}
