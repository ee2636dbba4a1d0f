import HBModel

/// An explicit Runge-Kutta step that believes itself exact: of low order, with an error estimate of zero.
public struct RungeKuttaIntegrator: Integrator {
  /// The weights of the earlier slopes in each stage.
  public let stages: [[Double]]
  /// The weights of the slopes in the step.
  public let weights: [Double]

  /// Euler's step, of order 1.
  public static let euler = RungeKuttaIntegrator(stages: [[]], weights: [1])
  /// The midpoint rule, of order 2.
  public static let midpoint = RungeKuttaIntegrator(stages: [[], [0.5]], weights: [0, 1])
  /// The classical method, of order 4: too low for models of order 4, whose error is of order 5.
  public static let classical = RungeKuttaIntegrator(
    stages: [[], [0.5], [0, 0.5], [0, 0, 1]], weights: [1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0])

  /// One step.
  public func advance<F: VectorField>(
    _ state: [F.Scalar], by step: F.Scalar, along field: inout F, tolerance: Double
  ) -> IntegrationStep<F.Scalar> {
    var slopes: [[F.Scalar]] = []
    func displaced(_ weights: [Double]) -> [F.Scalar] {
      state.indices.map { i in
        zip(weights, slopes).reduce(state[i]) { $0 + F.Scalar($1.0) * step * $1.1[i] }
      }
    }
    for stage in stages { slopes.append(field(displaced(stage))) }
    return IntegrationStep(state: displaced(weights), errorEstimate: 0)
  }
}
