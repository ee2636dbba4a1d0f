import HBModel
import HBSuite

/// What a recorded run is, with the conventions beside each other and the models that track it.
public struct RecordingReport: VerbReport {
  /// The check.
  public let check: RecordingCheck
  /// The models beside the recording; nil where it has no start at rest.
  public let comparison: RecordingModels?
  /// The objective as a person wrote it.
  public let objective: String

  /// A report of `check`.
  public init(_ check: RecordingCheck, objective: String) {
    self.check = check
    self.comparison = check.comparison()
    self.objective = objective
  }

  /// The verb.
  public var verb: String { "check" }

  /// The check's judgement.
  public var judgement: Judgement { check.judgement }

  /// The keys of a check document.
  ///
  /// `recording`: what was read. `precision`: the arithmetic whose rounding was allowed. `matches`: the conventions that
  /// all rows agree with. `conventions`: each one with its effective step, the iteration through which it agrees, the
  /// largest distance over its bound among the rows that agree, and the first row that does not. `explanation`: what makes
  /// all rows agree, or null. `tracked`: the method and
  /// its parameters whose models are compared, through which iteration, h times the curvature, and the limit of the
  /// asymptotic regime. `models`: the orders 0 to 4 with their largest errors, or null without a start at rest.
  public var fields: [String: JSONValue] {
    let recording = check.recording
    return [
      "recording": .object([
        "rows": JSONValue(recording.rows.count), "dimension": JSONValue(recording.dimension),
        "firstIteration": JSONValue(recording.rows[0].iteration),
        "lastIteration": JSONValue(recording.rows[recording.rows.count - 1].iteration),
        "digits": JSONValue(recording.digits),
      ]),
      "precision": .string(check.precision.rawValue),
      "matches": .array(check.matches.map { .string($0.convention.rawValue) }),
      "conventions": .array(check.conventions.map(RecordingReport.document)),
      "explanation": check.explanation.map(RecordingReport.document) ?? .null,
      "tracked": .object([
        "method": .string(check.trackedMap.method.name), "momentum": JSONValue(check.trackedMap.momentum),
        "step": JSONValue(check.trackedMap.step), "through": JSONValue(comparison?.lastIteration ?? 0),
        "stiffness": comparison.map { RecordingReport.real($0.stiffness) } ?? .null,
        "stiffnessLimit": comparison.map { RecordingReport.real($0.stiffnessLimit) } ?? .null,
      ]),
      "models": comparison.map { .array($0.models.map(RecordingReport.document)) } ?? .null,
    ]
  }

  /// A double with the 17 digits that read back as it.
  private static func real(_ value: Double) -> JSONValue { .string(DoubleDouble(value).formatted(digits: 17)) }

  /// A recorded coordinate, which is a double unless more digits were written.
  private static func recorded(_ value: DoubleDouble) -> JSONValue {
    value == DoubleDouble(value.doubleValue) ? real(value.doubleValue) : JSONValue(value)
  }

  private static func document(_ judged: ConventionJudgement) -> JSONValue {
    .object([
      "name": .string(judged.convention.rawValue), "formula": .string(judged.convention.formula),
      "dampening": JSONValue(judged.dampening), "step": JSONValue(judged.map.step),
      "firstStep": JSONValue(judged.map.firstStep), "agreesThrough": JSONValue(judged.agreesThrough),
      "compared": JSONValue(judged.agreeing), "worst": real(judged.worst), "matches": .boolean(judged.isMatch),
      "deviation": judged.deviation.map(document) ?? .null,
    ])
  }

  private static func document(_ deviation: RunDeviation) -> JSONValue {
    .object([
      "iteration": JSONValue(deviation.iteration), "coordinate": JSONValue(deviation.coordinate + 1),
      "recorded": recorded(deviation.recorded), "expected": JSONValue(deviation.expected),
      "difference": real(deviation.difference), "bound": real(deviation.bound),
    ])
  }

  private static func document(_ explanation: RunExplanation) -> JSONValue {
    .object([
      "kind": .string(explanation.kind.rawValue), "convention": .string(explanation.convention.rawValue),
      "iteration": JSONValue(explanation.iteration), "momentum": JSONValue(explanation.map.momentum),
      "step": JSONValue(explanation.map.step), "firstStep": JSONValue(explanation.map.firstStep),
      "statement": .string(explanation.statement),
    ])
  }

  private static func document(_ model: ModelTracking) -> JSONValue {
    .object([
      "order": JSONValue(model.order),
      "largestError": model.largestError.map(real) ?? .null,
      "iteration": JSONValue(model.iteration), "expectedOrder": JSONValue(model.expectedOrder),
      "observedOrder": JSONValue(model.observedOrder),
    ])
  }
}

extension RecordingReport {
  /// The verdict, what was read, the conventions, and the models.
  public var text: String {
    let recording = check.recording
    let last = recording.rows[recording.rows.count - 1].iteration
    let first = recording.rows[0].iteration
    let written =
      recording.digits < Recording.completeDigits
      ? ", written with \(Figures.counted(recording.digits, "significant digit"))" : ""
    let facts = [
      [
        "recording",
        "\(recording.file): \(recording.rows.count) rows, iterations \(first) to \(last), "
          + Figures.counted(recording.dimension, "coordinate") + written,
      ],
      ["objective", Figures.abridged(objective)],
      ["settings", "step \(check.settings.step.readable), momentum \(check.settings.momentum.readable)" + dampening],
      ["precision", "\(check.precision.rawValue), u = 2^\(check.precision == .double ? -53 : -24)"],
    ]
    var lines = ["\(judgement.verdict.headline)  \(judgement.reason)"]
    lines += TextTable([.left(), .left()], rows: facts).lines(indent: "  ")
    lines += conventions + remarks + models
    return lines.joined(separator: "\n")
  }

  private var dampening: String { check.settings.dampening.map { ", dampening \($0.readable)" } ?? "" }

  private var conventions: [String] {
    let rows = check.conventions.map { judged in
      let row = [
        judged.convention.rawValue, judged.map.step.readable, judged.agreeing > 0 ? "\(judged.agreesThrough)" : "",
        judged.agreeing > 0 ? Figures.short(judged.worst, digits: 2) : "",
      ]
      guard let deviation = judged.deviation else { return row + ["", "", ""] }
      return row + [
        "\(deviation.iteration)", Figures.scientific(abs(deviation.difference), digits: 3),
        Figures.scientific(deviation.bound, digits: 2),
      ]
    }
    let columns: [TextTable.Column] = [
      .left("convention"), .right("step"), .right("agrees through"), .right("farthest/bound"), .right("off at"),
      .right("by"), .right("bound"),
    ]
    return [""] + TextTable(columns, rows: rows).lines(indent: "  ")
  }

  private var remarks: [String] {
    check.matches.flatMap { match in
      let convention = match.convention
      return [""] + RecordingReport.wrapped("\(convention.rawValue): \(convention.formula); \(convention.remark)")
    }
  }

  /// A text in lines of at most 110 characters.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < 110 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append((lines.isEmpty ? "  " : "    ") + word)
      }
    }
    return lines
  }

  private var models: [String] {
    guard let comparison else {
      return ["", "  the models start at rest at iteration 0, which this recording does not tell"]
    }
    let rows = comparison.models.map { model in
      [
        "\(model.order)", model.largestError.map { Figures.scientific($0) } ?? "diverges", "\(model.iteration)",
        "h^\(model.expectedOrder)", model.observedOrder.map { Figures.short($0, digits: 3) } ?? "",
      ]
    }
    let columns: [TextTable.Column] = [
      .right("order"), .right("largest error"), .right("at n"), .right("scales like"), .right("observed"),
    ]
    let used = check.trackedMap
    let subject = "\(used.method.name) with step \(used.step.readable) and momentum \(used.momentum.readable)"
    let head = [
      "  the run beside the models of \(subject), through iteration \(comparison.lastIteration);",
      "  observed: the order to which the error falls with h/2",
    ]
    let (stiffness, limit) = (comparison.stiffness, comparison.stiffnessLimit)
    let limitText = "(1-mu)^2/16 = \(Figures.short(limit, digits: 2))"
    let regime =
      stiffness <= limit
      ? "  h * curvature is at most \(Figures.short(stiffness, digits: 2)): in the asymptotic regime, below \(limitText)"
      : "  h * curvature reaches \(Figures.short(stiffness, digits: 2)): off the asymptotic regime, above \(limitText), so that"
        + " higher orders need not be better"
    return [""] + head + TextTable(columns, rows: rows).lines(indent: "  ") + [regime]
  }
}
