import HBModel

/// The search for an explanation: each is tried on all rows, and holds to rounding or not at all.
struct ExplanationSearch {
  let settings: RecordingSettings
  let context: RunContext
  let judgements: [ConventionJudgement]

  /// How many rows an explanation must explain, besides those that determine it.
  static let confirmingRows = 2
  /// How many iterations of a gap are tried for an event within it.
  static let longestGap = 64

  private var recording: Recording { context.recording }

  /// The first explanation that holds, the simplest kinds first; nil where none does.
  func run() -> RunExplanation? {
    otherParameters() ?? startedMoving() ?? event()
  }

  /// The judgements that agree longest, in the order of the conventions.
  private var leading: [ConventionJudgement] {
    let best = judgements.map(\.agreesThrough).max() ?? 0
    return judgements.filter { $0.agreesThrough == best }
  }

  // MARK: From the start

  private func otherParameters() -> RunExplanation? {
    // Wrong parameters show at the first rows.
    guard judgements.allSatisfy({ ($0.deviation?.row ?? .max) <= context.rows.lowerBound + 2 }) else { return nil }
    for (convention, fitsFirstStep) in [
      (MomentumConvention.heavyBall, false), (.nesterov, false), (.nesterovLibrary, false), (.dampening, true),
    ] {
      guard
        let shape = try? convention.map(step: settings.step, momentum: settings.momentum, dampening: .zero),
        !fitsFirstStep || context.origin == .rest
      else { continue }
      var tracker = context.tracker(shape)
      let start = context.start(&tracker)
      let rows = context.rows
      guard rows.count >= 2 + Self.confirmingRows else { return nil }
      var fit = ParameterFit(shape: shape, fitsFirstStep: fitsFirstStep, recording: recording, program: context.program)
      guard let estimate = fit.fit(rows: rows, from: start.state, at: start.iteration) else {
        continue
      }
      let maps = proposals(estimate, shape: shape, fitsFirstStep: fitsFirstStep)
      for map in maps where context.follow(map).isMatch {
        return RunExplanation(
          kind: .otherParameters, convention: convention, iteration: start.iteration, map: map,
          statement: "this is \(words(convention, map))")
      }
    }
    return nil
  }

  private func startedMoving() -> RunExplanation? {
    guard context.origin == .rest, recording.rows.count > 2 + Self.confirmingRows, recording.rows[1].iteration == 1
    else {
      return nil
    }
    for judgement in judgements where judgement.agreesThrough == 0 && judgement.map.momentum != .zero {
      if context.from(.moving(1)).follow(judgement.map).isMatch {
        return RunExplanation(
          kind: .startedMoving, convention: judgement.convention, iteration: 0, map: judgement.map,
          statement:
            "from iteration 1 on this is \(words(judgement.convention, judgement.map)); it does not start at rest")
      }
    }
    return nil
  }

  // MARK: At the deviation

  private func event() -> RunExplanation? {
    for judgement in leading {
      guard let deviation = judgement.deviation,
        judgement.agreesThrough > 0 || context.origin != .rest || deviation.row > 1
      else { continue }
      let found =
        recordedRow(judgement, deviation) ?? restarted(judgement, deviation) ?? moved(judgement, deviation)
        ?? changedParameters(judgement, deviation)
      if let found { return found }
    }
    // A change between the start and the first recorded row that is judged.
    for judgement in leading where judgement.agreesThrough == 0 && judgement.deviation?.row == 1 {
      if let deviation = judgement.deviation, let found = changedParameters(judgement, deviation) { return found }
    }
    return nil
  }

  private func recordedRow(_ judgement: ConventionJudgement, _ deviation: RunDeviation) -> RunExplanation? {
    let rest = deviation.row + 1..<recording.rows.count
    guard rest.count >= Self.confirmingRows else { return nil }
    var tracker = context.tracker(judgement.map)
    guard follows(rest, from: judgement.following.lastState, tracker: &tracker) else { return nil }
    return explanation(
      .recordedRow, judgement, at: deviation.iteration,
      "only the row of iteration \(deviation.iteration) is off: the rows after it go on from the iterate that it should have"
    )
  }

  private func moved(_ judgement: ConventionJudgement, _ deviation: RunDeviation) -> RunExplanation? {
    let rest = deviation.row + 1..<recording.rows.count
    guard rest.count >= Self.confirmingRows else { return nil }
    let row = recording.rows[deviation.row]
    let before = judgement.following.lastState
    var tracker = context.tracker(judgement.map)
    var kept = tracker.predict(from: before, to: row.iteration).tracked
    kept.state.position = row.state
    kept.positionBox = tracker.box(of: row)
    let place = "the point was moved at iteration \(deviation.iteration)"
    if follows(rest, from: kept, tracker: &tracker) {
      return explanation(
        .moved, judgement, at: deviation.iteration, place + " and the run goes on from there, its momentum unchanged")
    }
    guard before.iteration + 1 == row.iteration else { return nil }
    let observed = tracker.observed(recording.rows[deviation.row - 1], row)
    guard follows(rest, from: observed, tracker: &tracker) else { return nil }
    return explanation(
      .moved, judgement, at: deviation.iteration,
      place + " and the run goes on from there, with a momentum that includes the move")
  }

  private func restarted(_ judgement: ConventionJudgement, _ deviation: RunDeviation) -> RunExplanation? {
    let rows = deviation.row..<recording.rows.count
    guard rows.count > Self.confirmingRows else { return nil }
    var tracker = context.tracker(judgement.map)
    for iteration in places(judgement, deviation) where iteration > 0 {
      var state = state(judgement, at: iteration, tracker: &tracker)
      state.state = .atRest(state.state.position)
      state.momentumBox = state.momentumBox.map { _ in 0 }
      if follows(rows, from: state, tracker: &tracker) {
        return explanation(
          .restarted, judgement, at: iteration, "the momentum was set to zero after iteration \(iteration)")
      }
    }
    return nil
  }

  private func changedParameters(_ judgement: ConventionJudgement, _ deviation: RunDeviation) -> RunExplanation? {
    let rows = deviation.row..<recording.rows.count
    guard rows.count > Self.confirmingRows else { return nil }
    var tracker = context.tracker(judgement.map)
    let shape = judgement.map
    for iteration in places(judgement, deviation) {
      let state = state(judgement, at: iteration, tracker: &tracker)
      for isOutside in [false, true] {
        var fit = ParameterFit(
          shape: shape, bufferStep: isOutside ? double(shape.step) : nil, recording: recording, program: context.program
        )
        guard let estimate = fit.fit(rows: rows, from: state.state, at: iteration) else { continue }
        for map in proposals(estimate, shape: shape, fitsFirstStep: false) {
          var changed = state
          if isOutside, let factor = try? map.step / shape.step {
            changed.state.momentum = changed.state.momentum.map { DoubleDouble(factor) * $0 }
            changed.momentumBox = changed.momentumBox.map { abs(double(factor)) * $0 }
          }
          var other = context.tracker(map)
          guard follows(rows, from: changed, tracker: &other) else { continue }
          let buffer =
            map.step == shape.step
            ? "" : isOutside ? "; the velocity is multiplied by the new step" : "; the velocity keeps the old step"
          return RunExplanation(
            kind: .changedParameters, convention: judgement.convention, iteration: iteration, map: map,
            statement: "after iteration \(iteration) this is "
              + words(judgement.convention, map, before: shape) + buffer)
        }
      }
    }
    return nil
  }

  // MARK: Parts

  /// The iterations after which something may have happened that shows at the deviation.
  private func places(_ judgement: ConventionJudgement, _ deviation: RunDeviation) -> Range<Int> {
    let last = judgement.following.lastState.iteration
    return max(last, deviation.iteration - Self.longestGap)..<deviation.iteration
  }

  /// The state of the run at an iteration after the last row that agrees.
  private func state(
    _ judgement: ConventionJudgement, at iteration: Int, tracker: inout RunTracker
  ) -> TrackedState {
    let last = judgement.following.lastState
    return iteration == last.iteration ? last : tracker.predict(from: last, to: iteration).tracked
  }

  private func follows(_ rows: Range<Int>, from state: TrackedState, tracker: inout RunTracker) -> Bool {
    RunFollowing(recording, rows: rows, from: state, tracker: &tracker).isMatch
  }

  private func explanation(
    _ kind: RunExplanation.Kind, _ judgement: ConventionJudgement, at iteration: Int, _ statement: String
  ) -> RunExplanation {
    RunExplanation(
      kind: kind, convention: judgement.convention, iteration: iteration, map: judgement.map, statement: statement)
  }

  func double(_ value: Rational) -> Double { DoubleDouble(value).doubleValue }
}
