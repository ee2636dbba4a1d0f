import HBModel
import HBSuite

extension VerificationReport {
  /// What shows each failure: the smallest case, its measurements, and how to see it again.
  ///
  /// - Complexity: one convergence study for each counterexample whose evidence is a ladder.
  var failureParts: [Page.Part] {
    rows.flatMap { row -> [Page.Part] in
      guard let block = FailureBlock(row.result, seed: seed, cases: row.requested, implementation: implementation)
      else { return [] }
      let counterexample = block.counterexample
      let study = counterexample.problem.flatMap { problem -> ConvergenceStudy<DoubleDouble>? in
        guard case .ladder = counterexample.evidence else { return nil }
        return try? problem.study(implementation)
      }
      let section = Page.Part.section(
        name: PageFigure.identifier(row.result.name), title: "\(row.result.name): \(counterexample.message)",
        content: VerificationReport.content(of: block))
      guard let study, let problem = counterexample.problem,
        let figure = PageFigure.ladder(study, claim: row.result.name, command: problem.orderCommand)
      else { return [section] }
      return [section, .figure(figure)]
    }
  }

  private static func content(of block: FailureBlock) -> [Markup] {
    let counterexample = block.counterexample
    var facts: [(String, String)] = [("found", block.origin)]
    if let problem = counterexample.problem {
      facts += [
        ("objective", "\(problem.objective)"), ("start", Figures.list(problem.start)),
        ("momentum", "\(problem.momentum)"), ("step", "\(problem.step), \(problem.steps) steps on the first rung"),
        ("model", "of order \(problem.order)"),
      ]
    }
    if counterexample.problem?.description != counterexample.description {
      facts.append(("case", counterexample.description))
    }
    if let irrelevant = counterexample.irrelevant { facts.append(("also", irrelevant)) }
    if let worst = counterexample.worst, worst.description != counterexample.description {
      facts.append(("worst seen", "\(Figures.short(worst.severity, digits: 3)) at \(worst.description)"))
    }
    if counterexample.budgetExhausted {
      facts.append(("shrinking", "used up its \(counterexample.calls) calls: the case may not be minimal"))
    }
    let list = Markup(
      "dl", ["class": "facts"], facts.flatMap { [Markup("dt", text: $0.0), Markup("dd", text: $0.1)] })
    var content = [list]
    if case .table(let title, let columns, let rows) = counterexample.evidence {
      content.append(DataTable(columns, rows: rows).markup(caption: title))
    }
    content.append(Markup("pre", text: block.commands.joined(separator: "\n")))
    return content
  }
}

extension PageFigure {
  /// A name that can be an identifier: letters, figures and hyphens.
  static func identifier(_ name: String) -> String {
    "failure-" + String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  /// The ladder of a study that contradicts a claim; nil where fewer than two rungs were run.
  static func ladder(
    _ study: ConvergenceStudy<DoubleDouble>, claim: String, command: String
  ) -> PageFigure? {
    let points = study.rungs.map { PlotPoint($0.step.doubleValue, maximumNorm($0.terminalError)) }
      .filter { $0.y.isFinite && $0.y > 0 }
    guard points.count > 1, let coarsest = points.first else { return nil }
    let expected = points.map { point in
      let power = exponential(Double(study.expectedOrder) * naturalLogarithm(point.x / coarsest.x))
      return PlotPoint(point.x, coarsest.y * power)
    }
    let markers = points.map { Marker($0, "h = \(Figures.typeset($0.x))\nerror \(Figures.typeset($0.y, digits: 4))") }
    let ticks = study.rungs.map { rung in
      Tick(rung.step.doubleValue, (try? study.request.time / Rational(rung.steps))?.description ?? "")
    }
    let observed = study.observedOrder.map { Figures.typeset($0.value) } ?? "undefined"
    let panel = Panel(
      x: Axis("step size h", Scale(.logarithmic, covering: points.map(\.x)), ticks: ticks.reversed()),
      y: Axis("error at the end", Scale(.logarithmic, covering: (points + expected).map(\.y))),
      marks: [
        .line(expected, .muted, .dashed), .line(points, .category(1)),
        .markers(markers, .category(1), .circle, size: 4),
      ],
      legend: [
        LegendEntry("measured, observed order \(observed)", .category(1), .lineWithMarker(.circle)),
        LegendEntry("the claimed slope \(study.expectedOrder)", .muted, .line(.dashed)),
      ], aspect: 0.5)
    return PageFigure(
      name: identifier(claim) + "-ladder",
      finding: "\(claim): the observed order is \(observed), and \(study.expectedOrder) is claimed",
      caption: "The error at the end against the step size on the smallest failing problem, L ="
        + " \(study.request.problem.objective).",
      description: "The measured errors fall with slope \(observed) instead of \(study.expectedOrder).",
      drawing: Drawing([panel]),
      table: DataTable(["h", "error"], rows: points.map { [exact($0.x), exact($0.y)] }), commands: [command])
  }
}
