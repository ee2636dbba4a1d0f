import HBModel

/// One convergence study: the ladder, the observed order, the principal error, the verdict.
public struct StudyReport: VerbReport {
  /// The study.
  public let study: ConvergenceStudy<DoubleDouble>
  /// The objective as a person wrote it.
  public let objective: String

  /// A report of `study`.
  ///
  /// - Parameter objective: how the objective was given; nil for its formula.
  public init(_ study: ConvergenceStudy<DoubleDouble>, objective: String? = nil) {
    self.study = study
    self.objective = objective ?? study.request.problem.objective.description
  }

  /// The verb.
  public var verb: String { "order" }

  /// The study's judgement; its reason also names the rungs that were dropped.
  public var judgement: Judgement {
    let dropped = LadderText(study).dropped
    guard !dropped.isEmpty else { return study.judgement }
    let names = dropped.map(String.init).joined(separator: ", ")
    return Judgement(
      study.judgement.verdict, study.judgement.reason + "; dropped as below 100 times their floor: \(names) steps")
  }

  /// The keys of an order document.
  public var fields: [String: JSONValue] { StudyReport.fields(of: study) }

  /// What an order document says of a study.
  static func fields(of study: ConvergenceStudy<DoubleDouble>) -> [String: JSONValue] {
    let ladder = LadderText(study)
    let rungs = study.rungs.enumerated().map { index, rung in
      JSONValue.object([
        "steps": JSONValue(rung.steps), "step": JSONValue(rung.step), "error": .string("\(rung.largestError)"),
        "slope": JSONValue(ladder.slope(index)),
      ])
    }
    return [
      "expectedOrder": JSONValue(study.expectedOrder),
      "observedOrder": JSONValue(study.observedOrder?.value),
      "rungs": .array(rungs),
      "principalError": .object([
        "measured": study.measured.map { JSONValue($0.limit) } ?? .null,
        "predicted": study.predicted.map { JSONValue($0.value) } ?? .null,
      ]),
    ]
  }

  /// The verdict, the problem, the ladder and the figures that decided.
  public var text: String {
    let request = study.request
    var lines = ["\(judgement.verdict.headline)  \(judgement.reason)"]
    let facts: [[String]] =
      [
        ["objective", Figures.abridged(objective)],
        ["start", Figures.list(request.problem.start)],
        ["momentum", "\(request.problem.momentumText), \(request.problem.method)"],
      ] + request.problem.particularFacts + [
        ["time", "\(request.time)"],
        ["model", "of order \(request.order), \(request.model.name)"],
      ]
    lines += TextTable([.left(), .left()], rows: facts).lines(indent: "  ")
    return (lines + StudyReport.ladder(of: study)).joined(separator: "\n")
  }

  /// The ladder of a study, its order and its principal error.
  static func ladder(of study: ConvergenceStudy<DoubleDouble>) -> [String] {
    var lines = LadderText(study).lines(indent: "  ")
    if let observed = study.observedOrder {
      lines.append(
        "  observed order \(Figures.short(observed.value)), expected \(study.expectedOrder);"
          + " successive extrapolations differ by \(Figures.short(observed.disagreement, digits: 2))")
    }
    var errors: [[String]] = []
    if let measured = study.measured { errors.append(["measured", Figures.short(measured.limit)]) }
    if let predicted = study.predicted { errors.append(["predicted", Figures.short(predicted.value)]) }
    if !errors.isEmpty {
      lines.append("  principal error, the limit of (method - model)/h^\(study.expectedOrder) at the end")
      lines += TextTable([.left(), .left()], rows: errors).lines(indent: "    ")
    }
    return lines
  }
}

extension MomentumProblem {
  /// The momentum, or its formula.
  fileprivate var momentumText: String { schedule?.momentum?.description ?? momentum.description }

  /// What is said only of a schedule, or of a start with momentum.
  fileprivate var particularFacts: [[String]] {
    var facts: [[String]] = []
    if let factor = schedule?.stepFactor {
      facts.append(["h_n/h", "\(factor)" + (schedule?.keepsGradients == true ? ", momentum kept as gradients" : "")])
    }
    if let previous = previousPointText { facts.append(["x_{-1}", previous]) }
    return facts
  }
}
