import HBModel

/// An integrator of order 2 that believes itself exact: the midpoint rule, with an error estimate of zero.
public struct MidpointIntegrator: Integrator {
  /// The integrator.
  public init() {}

  /// One midpoint step.
  public func advance<F: VectorField>(
    _ state: [F.Scalar], by step: F.Scalar, along field: inout F, tolerance: Double
  ) -> IntegrationStep<F.Scalar> {
    let half = step * F.Scalar(0.5)
    let first = field(state)
    let second = field(state.indices.map { state[$0] + half * first[$0] })
    return IntegrationStep(state: state.indices.map { state[$0] + step * second[$0] }, errorEstimate: 0)
  }
}
