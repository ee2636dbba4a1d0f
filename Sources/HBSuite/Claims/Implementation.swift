import HBModel

/// What the claims are checked on: every part that may be replaced by a broken one.
public struct Implementation: Sendable {
  /// The model of the method.
  public var model: any ContinuousModel
  /// What solves the model.
  public var integrator: any Integrator
  /// The rule that is iterated; the method's own where nil.
  public var rule: (any StepRule)?
  /// What derivatives of objectives are computed with.
  public var jets: Jets
  /// The numbers that everything is computed in.
  public var arithmetic: any Real.Type
  /// Where exact coefficients come from.
  public var derivation: any ExactDerivation
  /// The models that are compared with heavy ball.
  public var zoo: ModelZoo
  /// How heavy ball shrinks the effective initialization of a diagonal network.
  public var effectiveInitialization: EffectiveInitialization
  /// What is stated about the losses that heavy ball descends.
  public var modifiedLoss = ModifiedLossStatement.heavyBall

  /// The project's own parts, unless others are given.
  public init(
    model: any ContinuousModel = PiecewiseModel(), integrator: any Integrator = ExtrapolationIntegrator(),
    rule: (any StepRule)? = nil, jets: Jets = Jets(), arithmetic: any Real.Type = DoubleDouble.self,
    derivation: any ExactDerivation = EdgeSplittingDerivation(), zoo: ModelZoo = .standard,
    effectiveInitialization: EffectiveInitialization = .heavyBall
  ) {
    self.model = model
    self.integrator = integrator
    self.rule = rule
    self.jets = jets
    self.arithmetic = arithmetic
    self.derivation = derivation
    self.zoo = zoo
    self.effectiveInitialization = effectiveInitialization
  }

  /// A problem as this implementation computes it.
  public func applied(to problem: MomentumProblem) -> MomentumProblem { problem.replacing(rule: rule, jets: jets) }
}
