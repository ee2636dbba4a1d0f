import HBModel
import HBSuite

/// The zoo of models beside heavy ball: the error of each over time, its theoretical order, and the order seen.
public struct ComparisonReport: VerbReport {
  /// The comparison.
  public let comparison: ModelComparison
  /// The objective as a person wrote it.
  public let objective: String

  /// A report of `comparison`.
  public init(_ comparison: ModelComparison, objective: String) {
    self.comparison = comparison
    self.objective = objective
  }

  /// The verb.
  public var verb: String { "compare" }

  /// Holds where every model shows the order that theory gives it; inconclusive off the asymptotic regime, or where the
  /// slope that is seen, from one step size to the next, is nearer to another order.
  public var judgement: Judgement {
    let failed = comparison.series.filter { $0.failure != nil }.count
    let text =
      "\(Figures.counted(comparison.series.count, "model")) beside heavy ball over"
      + " \(Figures.counted(comparison.steps, "step")) of \(comparison.step)"
    if failed > 0 { return Judgement(.inconclusive, "\(text); \(failed) cannot be followed") }
    let regime = AsymptoticRegime(comparison.problem, time: comparison.time(comparison.steps))
    guard let required = regime.requiredSteps, comparison.steps >= required else {
      let needed = regime.firstRung.map { ": it is expected from \($0) steps on" } ?? ""
      return Judgement(.inconclusive, "\(text), off the asymptotic regime, where orders need not show\(needed)")
    }
    let doubtful = comparison.series.filter { series in
      !(series.observedOrder.map { abs($0 - Double(series.order)) < 0.5 } ?? false)
    }
    if let first = doubtful.first {
      return Judgement(.inconclusive, "\(text); the order of \(first.kind.name) does not show at this step")
    }
    return Judgement(.holds, text)
  }

  /// The keys of a comparison document: `step`, `steps`, `times` and `models`, each with its `errors` at these times.
  public var fields: [String: JSONValue] {
    let models = comparison.series.map { series in
      JSONValue.object([
        "name": .string(series.kind.name), "start": .string(series.start == .rest ? "rest" : "slow-manifold"),
        "order": JSONValue(series.order), "observedOrder": JSONValue(series.observedOrder),
        "errors": .array(series.errors.map { JSONValue(DoubleDouble($0)) }),
        "failure": series.failure.map(JSONValue.string) ?? .null,
      ])
    }
    return [
      "objective": .string(objective), "start": .array(comparison.problem.start.map { JSONValue($0) }),
      "momentum": JSONValue(comparison.problem.momentum), "step": JSONValue(comparison.step),
      "steps": JSONValue(comparison.steps),
      "times": .array(comparison.iterations.map { JSONValue(comparison.time($0)) }), "models": .array(models),
    ]
  }

  /// The problem, a row for each model, and what the columns mean.
  public var text: String {
    var lines = ["\(judgement.verdict.headline)  \(judgement.reason)"]
    let facts = [
      ["objective", Figures.abridged(objective)], ["start", Figures.list(comparison.problem.start)],
      ["momentum", "\(comparison.problem.momentum)"],
    ]
    lines += TextTable([.left(), .left()], rows: facts).lines(indent: "  ")
    let columns: [TextTable.Column] =
      [.left("model"), .right("order"), .right("seen")] + comparison.iterations.map { .right(timeText($0)) }
    let rows = comparison.series.map { series -> [String] in
      let errors =
        series.failure == nil
        ? series.errors.map { Figures.scientific($0, digits: 3) } : comparison.iterations.map { _ in "-" }
      let seen = series.observedOrder.map { Figures.short($0, digits: 3) } ?? ""
      return [series.kind.name, "\(series.order)", seen] + errors
    }
    lines += ["", "  |heavy ball - model| at the times"]
    lines += TextTable(columns, rows: rows).lines(indent: "  ")
    return (lines + failures + [""] + notes).joined(separator: "\n")
  }

  /// Why models cannot be followed, each reason once.
  private var failures: [String] {
    var reasons: [String] = []
    for series in comparison.series {
      if let failure = series.failure, !reasons.contains(failure) { reasons.append(failure) }
    }
    return reasons.flatMap { reason in
      let names = comparison.series.filter { $0.failure == reason }.map(\.kind.name)
      return ["", "  cannot be followed: \(names.joined(separator: "; "))", "    " + reason]
    }
  }

  private var notes: [String] {
    [
      "  order  in theory, of the error at a fixed time: h^order",
      "  seen   the slope of the error at the last time from the step \(comparison.step) to half of it",
      "  Heavy ball starts at rest, but beside the models on the slow manifold with x_{-1} = the model flowed back one step.",
    ]
  }

  /// The exact time where it is short, else four digits of it.
  private func timeText(_ iteration: Int) -> String {
    let exact = (try? comparison.step * Rational(iteration)).map(\.description)
    guard let exact, exact.count <= 8 else { return comparison.time(iteration).formatted(digits: 4) }
    return exact
  }
}
