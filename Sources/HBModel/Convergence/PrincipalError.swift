/// The predicted principal error: `x_n - x(t_n) = h^(k+1) E(t_n) + O(h^(k+2))`.
///
/// `E' = f_0'(x) E + f_{k+1}(x)`, `E(0) = 0`, along the rescaled gradient flow `x' = f_0(x) = -grad L / (1 - mu)`,
/// with the stationary coefficients of the method (sign: method minus model). A start with momentum changes it by O(h).
/// With a schedule both fields are those of the parameters at `s = t/T`, in powers of the base step size.
public struct PrincipalError<T: Real>: Sendable {
  /// `E(T)`.
  public let value: [T]
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
      (value, errorEstimate) = try Self.scheduled(
        problem, schedule, order: order, time: time, intervals: intervals, integrator: integrator)
      return
    }
    var field = VariationalField<T>(problem, order: order)
    var state = problem.startingPoint(T.self) + Array(repeating: T.zero, count: problem.start.count)
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
    value = Array(state.suffix(problem.start.count))
    errorEstimate = total
  }
}

/// The field `(x, E) -> (f_0(x), f_0'(x) E + f_{k+1}(x))` of the principal error.
struct VariationalField<T: Real>: VectorField {
  private var derivative: GradientDerivative<T>
  private var differentials: ElementaryDifferentials<T>
  private let weights: [T]
  private let rescaling: T
  private let dimension: Int

  init(_ problem: MomentumProblem, order: Int) {
    let momentum = T(problem.momentum)
    let coefficients = StationaryCounterTerms.coefficients(
      method: problem.method, order: order + 2, momentum: momentum)
    let top = TreeTable.upTo(order + 2).range(ofOrder: order + 2)
    derivative = GradientDerivative(program: problem.program)
    differentials = problem.differentials(order: order + 2)
    weights = coefficients.indices.map { top.contains($0) ? coefficients[$0] : .zero }
    rescaling = coefficients[0]
    dimension = problem.start.count
  }

  mutating func callAsFunction(_ point: [T]) -> [T] {
    let x = Array(point.prefix(dimension))
    let flow = derivative(x, along: Array(point.suffix(dimension)))
    differentials.evaluate(at: x)
    let source = differentials.combine(weights)
    return flow.value.map { rescaling * $0 }
      + source.indices.map { rescaling * flow.derivative[$0] + source[$0] }
  }
}
