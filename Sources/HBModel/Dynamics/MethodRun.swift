/// The iterates of a momentum method.
public struct MethodRun<T: Real>: Sendable {
  /// `x_0, ..., x_N`.
  public let states: [[T]]

  /// Runs `problem` for `steps` iterations with the base step size `step`.
  ///
  /// - Parameters:
  ///   - previous: `x_{-1}`; the problem's own where nil, at rest the start itself.
  ///   - parameters: those of at least `steps` iterations; what the schedule comes to for `steps` where nil.
  /// - Throws: `DynamicsError` with the iteration at which a value was not finite or the state diverged.
  /// - Complexity: one gradient an iteration.
  public init(
    _ problem: MomentumProblem, step: T, steps: Int, previous: [T]? = nil, parameters: ParameterSequence<T>? = nil
  ) throws(DynamicsError) {
    let parameters = if let parameters { parameters } else { try problem.parameters(iterations: steps, as: T.self) }
    var gradient = NegativeGradient<T>(program: problem.program)
    var current: [T] = problem.startingPoint()
    var before = previous ?? problem.previousPoint(step: step)
    var states = [current]
    states.reserveCapacity(steps + 1)
    var value = ObjectiveValue<T>(program: problem.valueProgram)
    for iteration in 0..<steps {
      guard value(current).isFinite else {
        throw undefinedState(current, of: problem, subject: "the method", iteration: iteration)
      }
      let next = problem.rule.next(
        iteration: iteration, current: current, previous: before,
        step: parameters.step(step, iteration: iteration), momentum: parameters.momentum(iteration: iteration)
      ) { gradient($0).map { -$0 } }
      try checkState(next, from: current, of: problem, subject: "the method", iteration: iteration)
      (before, current) = (current, next)
      states.append(next)
    }
    self.states = states
  }

  /// Half the distance between this run's last state and that of the same iteration in velocity form.
  ///
  /// The two forms agree in exact arithmetic, so their distance measures the rounding of a run; heavy
  /// ball with constant parameters only.
  public func roundingLevel(of problem: MomentumProblem, step: T, previous: [T]? = nil) -> Double {
    var gradient = NegativeGradient<T>(program: problem.program)
    let momentum = T(problem.momentum)
    var state: [T] = problem.startingPoint()
    var velocity =
      previous.map { before in state.indices.map { state[$0] - before[$0] } }
      ?? Array(repeating: T.zero, count: state.count)
    for _ in 1..<states.count {
      let slope = gradient(state)
      velocity = velocity.indices.map { momentum * velocity[$0] + step * slope[$0] }
      state = state.indices.map { state[$0] + velocity[$0] }
    }
    return maximumNorm(state, minus: states[states.count - 1])
  }
}
