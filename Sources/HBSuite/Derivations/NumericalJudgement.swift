import HBModel
import PropCheck

/// A model judged by running its own field beside the method on random problems; nothing exact enters.
///
/// First each `F_j` is judged over a fixed number of steps, the lowest order first, with the fields below it: the error
/// over `h^(j+1)` must vanish and the local defect be the predicted one. Then the order of the whole model is observed.
/// A model given as code runs with all its fields: those beyond `F_j` leave the limit of that error as it is, and the
/// local defect is judged with the last.
public struct NumericalJudgement: Sendable {
  /// The smallest problem found on which the model fails.
  public struct Counterexample: Sendable {
    /// Which test it fails: "fixed-steps", "local-defect" or "order".
    public let test: String
    /// The problem; its order is that of the first field that fails, its step the largest of the study.
    public let problem: Problem
    /// How it fails.
    public let message: String
    /// Which problem of the run failed first, from 1.
    public let caseNumber: Int
    /// How many simplifications led from there to this one.
    public let shrinks: Int
  }

  /// The order of the global error that the theory gives, k+1.
  public let expectedOrder: Int
  /// The order observed: on the counterexample where there is one, else on the problem where it is furthest off.
  public let observedOrder: Double?
  /// The smallest problem on which the model fails.
  public let counterexample: Counterexample?
  /// The ladder on the counterexample, of the whole model.
  public let ladder: FieldLadder<DoubleDouble>?
  /// How many problems were judged.
  public let cases: Int
  /// The conclusion.
  public let judgement: Judgement

  /// Judges `derivation`.
  ///
  /// - Complexity: a few milliseconds for each of `settings.casesPerOrder * (k+1)` problems, and tens of them for each of
  ///   `settings.orderCases`.
  public init(_ derivation: Derivation, settings: ValidationSettings = ValidationSettings()) {
    self.init(of: derivation, settings: settings)
  }

  /// Judges a model given as code.
  ///
  /// - Precondition: its order is in `0...10`.
  /// - Complexity: that of a derivation, several times over: the field is evaluated contraction by contraction.
  public init(_ model: some FieldModel, settings: ValidationSettings = ValidationSettings()) {
    self.init(of: FieldTrialModel(model: model), settings: settings)
  }

  private init(of model: some TrialModel, settings: ValidationSettings) {
    let trial = ModelTrial(model: model)
    expectedOrder = model.order + 1
    var judged = 0
    var doubts: [String] = []
    for order in 0...model.order {
      let report = PropCheck.check(
        Self.fieldProperty(trial, order: order), settings: Self.settings(settings, cases: settings.casesPerOrder))
      judged += report.counts.judged
      if let found = Counterexample(report, number: judged) {
        ladder = try? trial.ladder(trial.forLadder(found.problem))
        observedOrder = ladder?.observedOrder?.value
        (counterexample, cases) = (found, judged)
        judgement = Judgement(.falsified, "F\(order): " + found.message)
        return
      }
      if let doubt = report.doubt { doubts.append("F\(order): " + doubt) }
    }
    let report = PropCheck.check(
      Self.orderProperty(trial), settings: Self.settings(settings, cases: settings.orderCases))
    judged += report.counts.judged
    cases = judged
    if let found = Counterexample(report, number: judged) {
      ladder = try? trial.ladder(found.problem)
      observedOrder = ladder?.observedOrder?.value
      counterexample = found
      judgement = Judgement(.falsified, found.message)
      return
    }
    let observed = report.best.flatMap { (try? trial.ladder($0.value))?.observedOrder?.value }
    (ladder, counterexample, observedOrder) = (nil, nil, observed)
    if let doubt = report.doubt { doubts.append("order: " + doubt) }
    let shown = observed.map { ", observed order \(DoubleDouble($0).formatted(digits: 4))" } ?? ""
    judgement =
      doubts.isEmpty
      ? Judgement(.holds, "no random problem of \(judged) contradicts it\(shown), expected \(expectedOrder)")
      : Judgement(.inconclusive, doubts.joined(separator: "; "))
  }

  private static func settings(_ settings: ValidationSettings, cases: Int) -> Settings {
    Settings(
      seed: settings.seed, cases: cases, threads: settings.threads, shrinkCalls: settings.shrinkCalls,
      tokenPrefix: Claim.tokenPrefix)
  }

  private static func fieldProperty<Model>(_ trial: ModelTrial<Model>, order: Int) -> Property<Problem> {
    let scaling = ProblemGenerator.Scaling.fixedSteps(ModelTrial<Model>.steps)
    let problems = ProblemGenerator(orders: order...order, scaling: scaling).problems
    return Property("validate/F\(order)", problems.map { trial.forFixedSteps($0.problem) }) { problem, notes in
      do {
        let study = try trial.fieldStudy(problem)
        notes.target(study.fixedStepDeviation)
        let first = outcome(
          of: study.fixedStepJudgement, kind: "fixed-steps", severity: study.fixedStepDeviation)
        guard case .passed = first, trial.judgesDefect(order: order) else { return first }
        return outcome(of: study.defectJudgement, kind: "local-defect", severity: study.fixedStepDeviation)
      } catch let error as DynamicsError { return .inconclusive("\(error)") }
    }
  }

  private static func orderProperty<Model>(_ trial: ModelTrial<Model>) -> Property<Problem> {
    let order = trial.model.order
    // A long warm-up makes long ladders, and shows nothing more of the order.
    let problems = ProblemGenerator(orders: order...order, scaling: .horizon).problems
      .filter("a momentum of at most 3/5") { DoubleDouble($0.problem.momentum).doubleValue <= 0.6 }
    return Property("validate/order", problems.map(\.problem)) { problem, notes in
      do {
        let ladder = try trial.ladder(problem)
        let distance = ladder.observedOrder.map { abs($0.value - Double(order + 1)) } ?? 0
        if ladder.judgement.verdict != .inconclusive { notes.target(distance) }
        return outcome(of: ladder.judgement, kind: "order", severity: distance)
      } catch let error as DynamicsError { return .inconclusive("\(error)") }
    }
  }
}

extension NumericalJudgement.Counterexample {
  /// The counterexample of a run; nil where it has none.
  fileprivate init?(_ report: Report<Problem>, number: Int) {
    guard let found = report.counterexample else { return nil }
    self.init(
      test: found.failure.kind, problem: found.value, message: found.failure.message, caseNumber: number,
      shrinks: found.shrinks)
  }
}

extension Report {
  /// Why nothing can be concluded; nil where no case failed and enough were conclusive.
  fileprivate var doubt: String? {
    switch verdict {
    case .passed: nil
    case .failed: failure?.message ?? "a case fails"
    case .inconclusive(let reason), .gaveUp(let reason): reason
    }
  }
}
