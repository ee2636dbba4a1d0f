import HBModel

/// A model that can be run beside its method: what the numerical judgement is about.
protocol TrialModel: Sendable {
  /// The method that is modelled.
  var method: MomentumMethod { get }
  /// The start from which the model has its order.
  var start: ModelStart { get }
  /// The order k of the model.
  var order: Int { get }
  /// Whether the field without its terms beyond `h^j` can be run. Where it cannot, the local defect is judged for the
  /// whole field only: the terms beyond change it.
  var isDivisible: Bool { get }

  /// The fixed-step error and the local defect of the field up to `h^order`, or of the whole field where it is not
  /// divisible.
  func study(
    on problem: MomentumProblem, order: Int, step: Rational, steps: Int, rungs: Int
  ) throws(DynamicsError) -> FieldStudy<DoubleDouble>

  /// The observed order of the whole field.
  func ladder(
    on problem: MomentumProblem, step: Rational, steps: Int, rungs: Int
  ) throws(DynamicsError) -> FieldLadder<DoubleDouble>
}

extension Derivation: TrialModel {
  /// The start from which the model has its order.
  public var start: ModelStart { kind.start }

  var isDivisible: Bool { true }

  func study(
    on problem: MomentumProblem, order: Int, step: Rational, steps: Int, rungs: Int
  ) throws(DynamicsError) -> FieldStudy<DoubleDouble> {
    try .run(
      problem, model: DerivationModel(self), start: start, order: order, step: step, steps: steps, rungs: rungs,
      integrator: ExtrapolationIntegrator())
  }

  func ladder(
    on problem: MomentumProblem, step: Rational, steps: Int, rungs: Int
  ) throws(DynamicsError) -> FieldLadder<DoubleDouble> {
    try .run(
      problem, model: DerivationModel(self), start: start, order: order, step: step, steps: steps, rungs: rungs,
      integrator: ExtrapolationIntegrator())
  }
}

/// A model given as code, as the numerical judgement runs it.
struct FieldTrialModel<Model: FieldModel>: TrialModel {
  let model: Model

  var method: MomentumMethod { model.method }
  var start: ModelStart { model.start }
  var order: Int { model.order }
  var isDivisible: Bool { false }

  func study(
    on problem: MomentumProblem, order: Int, step: Rational, steps: Int, rungs: Int
  ) throws(DynamicsError) -> FieldStudy<DoubleDouble> {
    try .run(
      problem, start: start, order: order, step: step, steps: steps, rungs: rungs,
      integrator: ExtrapolationIntegrator()
    ) { FieldModelField(model, on: problem, step: $0) }
  }

  func ladder(
    on problem: MomentumProblem, step: Rational, steps: Int, rungs: Int
  ) throws(DynamicsError) -> FieldLadder<DoubleDouble> {
    try .run(
      problem, start: start, order: order, step: step, steps: steps, rungs: rungs,
      integrator: ExtrapolationIntegrator()
    ) { FieldModelField(model, on: problem, step: $0) }
  }
}
