import HBModel

/// What a person says of a recorded run.
public struct RecordingSettings: Sendable {
  /// The objective.
  public var objective: Expression
  /// The step size h > 0 that the optimizer was given.
  public var step: Rational
  /// The momentum mu in [0, 1) that the optimizer was given.
  public var momentum: Rational
  /// The dampening d in [0, 1) that the optimizer was given; nil where none was.
  public var dampening: Rational?
  /// The arithmetic of the run; nil where the recording is to tell.
  public var precision: RecordedPrecision?
  /// The convention that the run must follow; nil for any.
  public var convention: MomentumConvention?

  /// Settings.
  public init(
    objective: Expression, step: Rational, momentum: Rational, dampening: Rational? = nil,
    precision: RecordedPrecision? = nil, convention: MomentumConvention? = nil
  ) {
    self.objective = objective
    self.step = step
    self.momentum = momentum
    self.dampening = dampening
    self.precision = precision
    self.convention = convention
  }
}
