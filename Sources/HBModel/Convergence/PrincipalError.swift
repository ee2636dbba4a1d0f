/// The predicted principal error: `x_n - x(t_n) = h^(k+1) E(t_n) + O(h^(k+2))`.
///
/// `E' = f_0'(x) E + f_{k+1}(x)`, `E(0) = 0`, along the rescaled gradient flow `x' = f_0(x) = -grad L / (1 - mu)`,
/// with the stationary coefficients of the method (sign: method minus model). A start with momentum changes it by O(h).
/// With a schedule both fields are those of the parameters at `s = t/T`, in powers of the base step size. Other sources
/// and initial values give the leading difference of other pairs of trajectories that follow this flow.
public struct PrincipalError<T: Real>: Sendable {
  /// `E(T)`.
  public let value: [T]
  /// The point `x(T)` of the rescaled gradient flow.
  public let point: [T]
  /// The integrator's error estimate, in the maximum norm.
  public let errorEstimate: Double

  /// Predicts `E(time)` for the model of order `order`.
  ///
  /// - Parameters:
  ///   - intervals: how many steps the integrator makes.
  /// - Throws: `DynamicsError` where the flow leaves the domain of the objective or diverges, and for a schedule that
  ///   depends on the iteration itself: its limit for small h is not known.
  public init(
    _ problem: MomentumProblem, order: Int, time: T, intervals: Int,
    integrator: any Integrator = ExtrapolationIntegrator()
  ) throws(DynamicsError) {
    if let schedule = problem.schedule {
      self = try Self.scheduled(
        problem, schedule, order: order, time: time, intervals: intervals, integrator: integrator)
      return
    }
    try self.init(
      problem, terms: .counterTerm(order: order, of: problem), time: time, intervals: intervals, integrator: integrator)
  }

  /// Solves the same equation with another `E(0)` and another source.
  ///
  /// - Parameters:
  ///   - terms: what stands for `E(0) = 0` and for `f_{k+1}`.
  ///   - initial: `E(0)`, where it is not that of the terms.
  ///   - intervals: how many steps the integrator makes.
  /// - Throws: `DynamicsError` where the flow leaves the domain of the objective or diverges.
  public init(
    _ problem: MomentumProblem, terms: PrincipalErrorTerms<T>, initial: [T]? = nil, time: T, intervals: Int,
    integrator: any Integrator = ExtrapolationIntegrator()
  ) throws(DynamicsError) {
    var field = VariationalField<T>(problem, terms: terms)
    let start: [T] = problem.startingPoint()
    var state = initial.map { start + $0 } ?? field.initialState(start, terms: terms)
    let step = time / T(Double(intervals))
    var total = 0.0
    for interval in 0..<intervals {
      let next = integrator.advance(state, by: step, along: &field, tolerance: 1e-10 * maximumNorm(state))
      let size = maximumNorm(next.state)
      guard size.isFinite else {
        throw DynamicsError(
          kind: .undefined, subject: "the gradient flow", iteration: interval, found: "a value that is not finite")
      }
      total += next.errorEstimate
      state = next.state
    }
    self.init(value: Array(state.suffix(start.count)), point: Array(state.prefix(start.count)), errorEstimate: total)
  }

  /// A principal error that is known from elsewhere.
  init(value: [T], point: [T], errorEstimate: Double) {
    self.value = value
    self.point = point
    self.errorEstimate = errorEstimate
  }
}

/// The field `(x, E) -> (f_0(x), f_0'(x) E + source(x))` of the principal error.
struct VariationalField<T: Real>: VectorField {
  private var derivative: GradientDerivative<T>
  private var differentials: ElementaryDifferentials<T>
  private let source: [T]
  private let rescaling: T
  private let dimension: Int

  init(_ problem: MomentumProblem, terms: PrincipalErrorTerms<T>) {
    derivative = GradientDerivative(program: problem.program)
    differentials = problem.differentials(order: terms.order)
    source = terms.source
    rescaling =
      StationaryCounterTerms.coefficients(method: problem.method, order: 1, momentum: T(problem.momentum))[0]
    dimension = problem.start.count
  }

  /// The start followed by `E(0)` there.
  mutating func initialState(_ start: [T], terms: PrincipalErrorTerms<T>) -> [T] {
    differentials.evaluate(at: start)
    return start + differentials.combine(terms.initial)
  }

  mutating func callAsFunction(_ point: [T]) -> [T] {
    let x = Array(point.prefix(dimension))
    let flow = derivative(x, along: Array(point.suffix(dimension)))
    differentials.evaluate(at: x)
    let source = differentials.combine(source)
    return flow.value.map { rescaling * $0 }
      + source.indices.map { rescaling * flow.derivative[$0] + source[$0] }
  }
}
