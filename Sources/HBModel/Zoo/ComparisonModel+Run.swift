extension ComparisonModel {
  /// Solves the model on the grid of heavy ball's iterations, from the problem's start.
  ///
  /// Where the right-hand side does not jump, up to 16 grid intervals are solved in one go, fewer where the integrator's
  /// own estimate asks for it.
  ///
  /// - Parameters:
  ///   - step: h > 0.
  ///   - visits: the iterations at whose times the state is wanted, ascending, each above 0.
  ///   - tolerance: the error that the whole run may have; what arithmetic allows where it asks for more.
  /// - Returns: the start and the state at each visit, with the integrator's own error estimate.
  /// - Throws: `DynamicsError` where the trajectory leaves the domain of the objective or diverges.
  /// - Complexity: 20 to 60 evaluations of the field for each interval that is solved at once.
  public func solve<T: Real>(
    _ problem: MomentumProblem, step: T, visits: [Int], integrator: any Integrator, tolerance: Double = 0
  ) throws(DynamicsError) -> ModelRun<T> {
    switch dynamics {
    case .series(let model, let order):
      let table: CoefficientTable<T> = model.coefficients(
        of: problem.method, order: order + 1, momentum: T(problem.momentum), iterations: visits.last ?? 0)
      var field = ModelField<T>(problem, table: table, order: order, step: step)
      return try ModelRun(
        problem, field: &field, start: problem.startingPoint(), step: step, visits: visits, integrator: integrator,
        tolerance: tolerance
      ) { iteration, field in
        field.use(table.coefficients(iteration: iteration))
        return iteration < table.leadIn.count ? 1 : 16
      }
    case .secondOrder(let equation):
      let momentum = T(problem.momentum)
      let ratio = equation.inertia.evaluate(at: momentum)
      var field = SecondOrderField<T>(problem, inertia: ratio * step)
      var gradient = NegativeGradient<T>(program: problem.program)
      let start: [T] = problem.startingPoint()
      let velocity = equation.initialVelocity.evaluate(at: momentum)
      // Twice the time a in which the equation forgets its velocity is as far as one step of the integrator reaches.
      let stride = max(1, min(16, Int(2 * ratio.doubleValue)))
      let run = try ModelRun(
        problem, field: &field, start: start + gradient(start).map { velocity * $0 }, step: step, visits: visits,
        integrator: integrator, tolerance: tolerance
      ) { _, _ in stride }
      return ModelRun(states: run.states.map { Array($0.prefix(start.count)) }, errorEstimate: run.errorEstimate)
    }
  }

  /// Heavy ball, started beside this model: at rest, or where the model flowed back by one step would be.
  ///
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: one gradient an iteration.
  public func method<T: Real>(
    _ problem: MomentumProblem, step: T, steps: Int, integrator: any Integrator
  ) throws(DynamicsError) -> MethodRun<T> {
    guard start == .slowManifold, case .series(let model, let order) = dynamics else {
      return try MethodRun(problem, step: step, steps: steps)
    }
    let table: CoefficientTable<T> = model.coefficients(
      of: problem.method, order: order + 1, momentum: T(problem.momentum), iterations: steps)
    let before = try problem.stateBeforeStart(table: table, order: order, step: step, integrator: integrator)
    return try MethodRun(problem, step: step, steps: steps, previous: before)
  }
}

extension ModelRun {
  /// Solves any field on a grid, and keeps the states at some of its times.
  ///
  /// - Parameters:
  ///   - prepare: sets the field for the interval from an iteration on, and says over how many it stays as it is.
  init<F: VectorField>(
    _ problem: MomentumProblem, field: inout F, start: [T], step: T, visits: [Int], integrator: any Integrator,
    tolerance: Double, prepare: (Int, inout F) -> Int
  ) throws(DynamicsError) where F.Scalar == T {
    var current = start
    var states = [start]
    var iteration = 0
    var total = 0.0
    var reach = 16
    let share = tolerance / Double(visits.last ?? 1)
    for visit in visits {
      while iteration < visit {
        var stride = min(prepare(iteration, &field), visit - iteration, reach)
        var next = integrator.advance(
          current, by: T(Double(stride)) * step, along: &field, tolerance: share * Double(stride))
        // A stiff field, or digits near those of the arithmetic, ask for shorter steps.
        while stride > 1, !(next.errorEstimate <= max(share * Double(stride), 0x1p-96 * maximumNorm(current))) {
          stride /= 2
          next = integrator.advance(
            current, by: T(Double(stride)) * step, along: &field, tolerance: share * Double(stride))
        }
        reach = min(16, 2 * stride)
        try checkState(
          next.state, from: Array(current.prefix(problem.start.count)), of: problem, subject: "the model",
          iteration: iteration)
        total += next.errorEstimate
        current = next.state
        iteration += stride
      }
      states.append(current)
    }
    self.init(states: states, errorEstimate: total)
  }

  /// A run that is known already.
  init(states: [[T]], errorEstimate: Double) {
    self.states = states
    self.errorEstimate = errorEstimate
  }
}
