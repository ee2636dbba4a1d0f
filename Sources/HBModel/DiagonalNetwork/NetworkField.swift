/// The rescaled gradient flow of a diagonal network, with the integrals of `r_i^2` beside it:
/// `(u, v, I) -> (-2 u r, 2 v r, r^2)`, the first two over `1 - mu`.
struct NetworkField<T: Real>: VectorField {
  private var lossGradient: NegativeGradient<T>
  private let rescaling: T
  private let dimension: Int

  init(_ network: DiagonalNetwork, momentum: T) {
    dimension = network.dimension
    lossGradient = NegativeGradient(program: .negativeGradient(of: network.loss, dimension: dimension))
    rescaling = T.one / (T.one - momentum)
  }

  mutating func callAsFunction(_ point: [T]) -> [T] {
    let state = Array(point.prefix(2 * dimension))
    let slope = lossGradient(DiagonalNetwork.coefficients(of: state))
    let factor = rescaling + rescaling
    return slope.indices.map { factor * slope[$0] * state[$0] }
      + slope.indices.map { T.zero - factor * slope[$0] * state[dimension + $0] }
      + slope.map { $0 * $0 }
  }
}

extension DiagonalNetwork {
  /// The rescaled gradient flow at one time.
  public struct FlowState<T: Real>: Sendable {
    /// `(u, v)`.
    public let state: [T]
    /// The integrals of `r_i^2` over time from 0 on.
    public let integrals: [T]
    /// The sum of the integrator's own error estimates, in the maximum norm.
    public let errorEstimate: Double
  }

  /// Follows the rescaled gradient flow.
  ///
  /// - Parameters:
  ///   - time: the horizon.
  ///   - intervals: how many steps the integrator makes.
  ///   - tolerance: the error that each step may have.
  /// - Throws: `DynamicsError` where the flow leaves the domain of the loss or diverges.
  /// - Complexity: 20 to 60 gradients of the loss an interval.
  public func flow<T: Real>(
    momentum: T, time: T, intervals: Int, tolerance: Double = 1e-16
  ) throws(DynamicsError) -> FlowState<T> {
    var field = NetworkField<T>(self, momentum: momentum)
    var state = (positive + negative).map { T($0) } + Array(repeating: T.zero, count: dimension)
    let step = time / T(Double(intervals))
    let integrator = ExtrapolationIntegrator()
    var total = 0.0
    for interval in 0..<intervals {
      let next = integrator.advance(state, by: step, along: &field, tolerance: tolerance)
      guard maximumNorm(next.state).isFinite else {
        throw DynamicsError(
          kind: .undefined, subject: "the gradient flow", iteration: interval, found: "a value that is not finite")
      }
      state = next.state
      total += next.errorEstimate
    }
    return FlowState(
      state: Array(state.prefix(2 * dimension)), integrals: Array(state.suffix(dimension)), errorEstimate: total)
  }
}
