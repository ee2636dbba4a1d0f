import HBModel

/// What a recorded run is: which conventions it follows, from where not, why not, and how the models track it.
///
/// ```swift
/// let run = try Recording(bytes: bytes, file: "run.csv")
/// let settings = RecordingSettings(
///   objective: try Expression(parsing: "x1^2/2"), step: try Rational(1, 8), momentum: try Rational(9, 10))
/// print(try RecordingCheck(run, settings: settings).judgement)
/// ```
public struct RecordingCheck: Sendable {
  /// The recording.
  public let recording: Recording
  /// What was said of it.
  public let settings: RecordingSettings
  /// The arithmetic whose rounding was allowed.
  public let precision: RecordedPrecision
  /// Each convention that differs from the others at these settings.
  public let conventions: [ConventionJudgement]
  /// Why the recording follows none of them, where that was found out.
  public let explanation: RunExplanation?
  /// The map whose models are compared: that of the convention which the run follows, or is nearest to.
  public let trackedMap: MomentumMap
  /// The conclusion.
  public let judgement: Judgement

  /// The conventions that all rows agree with.
  public var matches: [ConventionJudgement] { conventions.filter(\.isMatch) }

  /// The convention that agrees longest; of several the one that is off by least.
  public var nearest: ConventionJudgement { Self.nearest(conventions) }

  /// Judges a recording.
  ///
  /// Double precision is tried first, then single, where the numbers may be singles.
  ///
  /// - Throws: `RecordingError` where the momentum cannot be known at any row; `DynamicsError` where the objective has no
  ///   value at the start; `ExactOverflow` where an effective step leaves 128 bits.
  /// - Complexity: a gradient and a Hessian an iteration and convention.
  public init(_ recording: Recording, settings: RecordingSettings) throws {
    self.recording = recording
    self.settings = settings
    guard let origin = RunOrigin(recording) else {
      let numbers = recording.rows.prefix(2).map { "\($0.iteration)" }.joined(separator: ", ")
      throw RecordingError(
        file: recording.file, line: recording.firstLine, column: 1, found: "the iterations \(numbers), ...",
        expected: "iteration 0, or two successive iterations, or the start x_0 by --start")
    }
    let dimension = recording.dimension
    let program = StraightLineProgram.negativeGradient(of: settings.objective, dimension: dimension)
    try Self.checkStart(recording.rows[0], objective: settings.objective)

    var context = RunContext(recording, origin: origin, precision: settings.precision ?? .double, program: program)
    var judged = try Self.judge(context, settings: settings)
    if settings.precision == nil, recording.mayBeSingle, !judged.contains(where: \.isMatch) {
      context = RunContext(recording, origin: origin, precision: .single, program: program)
      judged = try Self.judge(context, settings: settings)
    }
    precision = context.precision
    conventions = judged
    let isFalsified = judged.allSatisfy { $0.deviation != nil }
    explanation =
      isFalsified ? ExplanationSearch(settings: settings, context: context, judgements: judged).run() : nil
    let other = explanation?.kind == .otherParameters ? explanation?.map : nil
    trackedMap = other ?? Self.nearest(judged).map
    judgement = Self.conclusion(
      judged, settings: settings, recording: recording, precision: context.precision, explanation: explanation)
  }

  /// The models of `trackedMap` beside the recording; nil where it has no start at rest.
  ///
  /// - Complexity: five models, each solved twice over the iterations that `RecordingModels` affords.
  public func comparison() -> RecordingModels? {
    RecordingModels(recording, map: trackedMap, objective: settings.objective)
  }

  private static func judge(_ context: RunContext, settings: RecordingSettings) throws(ExactOverflow)
    -> [ConventionJudgement]
  {
    var result: [ConventionJudgement] = []
    for entry in MomentumConvention.distinct(momentum: settings.momentum, dampening: settings.dampening) {
      result.append(
        try ConventionJudgement(entry.convention, dampening: entry.dampening, settings: settings, context: context))
    }
    return result
  }

  private static func nearest(_ conventions: [ConventionJudgement]) -> ConventionJudgement {
    if let match = conventions.first(where: \.isMatch) { return match }
    func distance(_ judged: ConventionJudgement) -> Double { abs(judged.deviation?.difference ?? 0) }
    return conventions.reduce(conventions[0]) { best, next in
      if next.agreesThrough != best.agreesThrough { return next.agreesThrough > best.agreesThrough ? next : best }
      return distance(next) < distance(best) ? next : best
    }
  }

  /// - Throws: `DynamicsError` where the objective has no value at the first row.
  private static func checkStart(_ row: Recording.Row, objective: Expression) throws {
    // A state beyond the exact numbers is left to the comparison, which meets what is undefined there as well.
    guard let start = try? row.state.map({ try Rational(parsing: $0.formatted(digits: 12)) }) else { return }
    let problem = MomentumProblem(objective: objective, start: start, momentum: .zero)
    _ = try MethodRun<DoubleDouble>(problem, step: DoubleDouble(0x1p-1000), steps: 1)
  }

  private static func conclusion(
    _ conventions: [ConventionJudgement], settings: RecordingSettings, recording: Recording,
    precision: RecordedPrecision, explanation: RunExplanation?
  ) -> Judgement {
    let matches = conventions.filter(\.isMatch)
    guard !matches.isEmpty else { return failure(conventions, recording: recording, explanation: explanation) }
    let names = matches.map(\.convention.rawValue)
    let worst = DoubleDouble(matches[0].worst).formatted(digits: 2)
    let count = matches[0].agreeing
    let rows = count == 1 ? "the one iterate compared lies" : "all \(count) iterates compared lie"
    let written = recording.digits < Recording.completeDigits ? ", written with \(recording.digits) digits" : ""
    guard matches.contains(where: \.showsMomentum) else {
      return Judgement(
        .inconclusive,
        "the rows agree with \(names.joined(separator: ", ")), but as well with gradient descent after the same first step:"
          + " they do not show the momentum")
    }
    if let wanted = settings.convention, !names.contains(wanted.rawValue) {
      return Judgement(
        .falsified, "the run is \(names.joined(separator: " or ")) to rounding, expected is \(wanted.rawValue)")
    }
    let tie =
      names.count == 1
      ? names[0] : "one of \(names.joined(separator: ", ")), which these rows cannot tell apart,"
    return Judgement(
      .holds,
      "the run is \(tie) to rounding: \(rows) within the bound of \(precision.rawValue) precision\(written), the farthest at"
        + " \(worst) of it")
  }

  private static func failure(_ conventions: [ConventionJudgement], recording: Recording, explanation: RunExplanation?)
    -> Judgement
  {
    let open = conventions.filter { $0.deviation == nil }
    if let lost = open.first {
      guard recording.rows.contains(where: { $0.state != recording.rows[0].state }) else {
        return Judgement(.inconclusive, "all iterates are equal: nothing moves that could be told apart")
      }
      let row = lost.following.lost.first.map { "row \($0 + 1)" } ?? "the end"
      return Judgement(
        .inconclusive,
        open.count == 1 && lost.agreeing == 0 && lost.following.lost.isEmpty
          ? "no row can be compared: record more iterations"
          : "at \(row) of the recording rounding may have grown beyond 1/64 of the largest iterate, so that nothing can be told:"
            + (recording.digits < Recording.completeDigits
              ? " record more digits than \(recording.digits), or more iterations" : " record more iterations"))
    }
    let explained = explanation.flatMap { found in conventions.first { $0.convention == found.convention } }
    let shown = explained ?? nearest(conventions)
    guard let deviation = shown.deviation else { return Judgement(.inconclusive, "no row can be compared") }
    let difference = DoubleDouble(abs(deviation.difference)).formatted(digits: 3)
    let bound = DoubleDouble(deviation.bound).formatted(digits: 2)
    let prefix = shown.agreeing > 0 ? " agrees through iteration \(shown.agreesThrough) and" : ""
    let place =
      "\(shown.convention.rawValue)\(prefix) is off at iteration \(deviation.iteration): x\(deviation.coordinate + 1) by"
      + " \(difference), where rounding allows \(bound)"
    let isLast = deviation.row == recording.rows.count - 1
    let unexplained =
      isLast
      ? "the last row is off, and none comes after it that could tell why"
      : "no convention fits, and no single change explains the run"
    return Judgement(.falsified, (explanation?.statement ?? unexplained) + "; as given, " + place)
  }
}
