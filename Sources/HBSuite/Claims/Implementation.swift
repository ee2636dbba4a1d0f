import HBModel

/// What the claims are checked on: every part that a test may replace by a broken one.
public struct Implementation: Sendable {
  /// The model of the method.
  public var model: any ContinuousModel
  /// What solves the model.
  public var integrator: any Integrator

  /// The project's own model and integrator, unless others are given.
  public init(
    model: any ContinuousModel = PiecewiseModel(), integrator: any Integrator = ExtrapolationIntegrator()
  ) {
    self.model = model
    self.integrator = integrator
  }
}
