extension PrincipalError {
  /// `E(time)` for a method whose parameters change, piece by piece of its schedule.
  ///
  /// The coefficients of the model follow the parameters with a delay of O(h), and each break starts a transient of a
  /// bounded number of iterations: both change E by O(h), so that `E' = f_0'(x, s) E + f_{k+1}(x, s)`, `x' = f_0(x, s)`
  /// with the stationary coefficients of the parameters at `s = t/T`: `f_j` has the factor `a(s)^{j+1}` of the step
  /// size.
  static func scheduled(
    _ problem: MomentumProblem, _ schedule: Schedule, order: Int, time: T, intervals: Int, integrator: any Integrator
  ) throws(DynamicsError) -> PrincipalError {
    guard !schedule.dependsOnIteration else {
      throw DynamicsError(
        kind: .parameter(expected: "a formula in s alone"), subject: "the principal error", iteration: 0,
        found: "a schedule in n")
    }
    var field = ScheduledVariationalField<T>(problem, schedule, order: order, time: time)
    var state = problem.startingPoint(T.self) + Array(repeating: T.zero, count: problem.start.count + 1)
    var total = 0.0
    var begin = T.zero
    for end in schedule.breaks + [.one] {
      field.usePieces(before: end)
      let length = T(end) - begin
      let count = max(1, Int((length.doubleValue * Double(intervals)).rounded(.up)))
      let step = length * time / T(Double(count))
      for interval in 0..<count {
        // The last component, s, keeps the state large however small E is.
        let next = integrator.advance(state, by: step, along: &field, tolerance: 1e-16)
        guard maximumNorm(next.state).isFinite else {
          throw DynamicsError(
            kind: .undefined, subject: "the gradient flow", iteration: interval, found: "a value that is not finite")
        }
        total += next.errorEstimate
        state = next.state
      }
      begin = T(end)
    }
    let dimension = problem.start.count
    return PrincipalError(
      value: Array(state[dimension..<2 * dimension]), point: Array(state.prefix(dimension)), errorEstimate: total)
  }
}

/// The field `(x, E, s) -> (f_0(x, s), f_0'(x, s) E + f_{k+1}(x, s), 1/T)` of the principal error of a schedule.
struct ScheduledVariationalField<T: Real>: VectorField {
  private var derivative: GradientDerivative<T>
  private var differentials: ElementaryDifferentials<T>
  private var stepFactor: ScheduleEvaluator<T>?
  private var momentum: ScheduleEvaluator<T>?
  private var end = Rational.one
  private let constantMomentum: T
  private let method: MomentumMethod
  private let order: Int
  private let dimension: Int
  private let rate: T

  init(_ problem: MomentumProblem, _ schedule: Schedule, order: Int, time: T) {
    derivative = GradientDerivative(program: problem.program)
    differentials = problem.differentials(order: order + 2)
    stepFactor = schedule.stepFactor.map { ScheduleEvaluator($0) }
    momentum = schedule.momentum.map { ScheduleEvaluator($0) }
    constantMomentum = T(problem.momentum)
    method = problem.method
    self.order = order
    dimension = problem.start.count
    rate = .one / time
  }

  /// Uses the formulas that hold up to `end`.
  mutating func usePieces(before end: Rational) { self.end = end }

  mutating func callAsFunction(_ point: [T]) -> [T] {
    let part = point[2 * dimension]
    let mu = momentum?.value(before: end, part: part) ?? constantMomentum
    let table = TreeTable.upTo(order + 2)
    let frozen = table.scaled(
      StationaryCounterTerms.coefficients(method: method, order: order + 2, momentum: mu),
      stepFactor: stepFactor?.value(before: end, part: part) ?? .one)
    let top = table.range(ofOrder: order + 2)
    let x = Array(point.prefix(dimension))
    let flow = derivative(x, along: Array(point[dimension..<2 * dimension]))
    differentials.evaluate(at: x)
    let source = differentials.combine(frozen.indices.map { top.contains($0) ? frozen[$0] : .zero })
    return flow.value.map { frozen[0] * $0 }
      + source.indices.map { frozen[0] * flow.derivative[$0] + source[$0] } + [rate]
  }
}
