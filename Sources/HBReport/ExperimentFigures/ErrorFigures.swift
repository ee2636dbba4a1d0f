import HBModel
import HBSuite

extension PageFigure {
  /// The error of each order over time.
  static func errorOverTime(_ run: TrackedRun) -> PageFigure {
    let largest = run.models.map { ($0.order, $0.errors.max() ?? .nan) }
    let (first, last) = (largest.first ?? (0, .nan), largest.last ?? (0, .nan))
    let panel = errorPanel(run, name: "distance of heavy ball and model", hasNames: true)
    return PageFigure(
      name: Experiment.errorOverTime.rawValue,
      finding: "Each counter term brings the model nearer, for good: order \(first.0) is off by at most"
        + " \(Figures.typesetBound(first.1)), order \(last.0) by \(Figures.typesetBound(last.1))",
      caption:
        "The distance of heavy ball and the model of order k in the maximum norm, on L = \(run.setting.objective)"
        + " from (\(Figures.list(run.setting.start))); \(run.setting.facts), \(run.setting.steps) iterations.",
      description: largest.map { "Order \($0.0): largest distance \(Figures.typeset($0.1)). " }.joined(),
      drawing: Drawing([panel]), table: errorTable(run),
      commands: [command(Experiment.errorOverTime.rawValue)]
        + [run.setting.trajectoryCommand(order: last.0)])
  }

  /// The errors of the models along a run, on a logarithmic axis.
  static func errorPanel(_ run: TrackedRun, name: String, hasNames: Bool, title: String = "") -> Panel {
    let errors = run.models.flatMap { $0.errors.dropFirst() }
    let stride = max(1, run.method.count / 32)
    var marks: [Mark] = []
    for model in run.models {
      let points = model.errors.enumerated().dropFirst().map { PlotPoint(run.time($0), $1) }
      marks.append(.line(points, .order(model.order)))
      let markers = model.errors.enumerated().dropFirst().filter { $0.offset % stride == 0 }.map { n, error in
        Marker(
          PlotPoint(run.time(n), error), "order \(model.order), iteration \(n): \(Figures.typeset(error))")
      }
      marks.append(.markers(markers, .order(model.order), .order(model.order), size: 2.6))
    }
    return Panel(
      title: title,
      x: Axis("time t = nh", Scale(.linear, covering: [0, run.time(run.method.count - 1)], margin: 0.01)),
      y: Axis(name, Scale(.logarithmic, covering: errors)), marks: marks,
      endLabels: hasNames
        ? run.models.map { EndLabel("k = \($0.order)", .order($0.order), y: $0.errors.last ?? .nan) } : [],
      aspect: 0.52)
  }

  static func errorTable(_ run: TrackedRun) -> DataTable {
    DataTable(
      ["n", "t"] + run.models.map { "error_order\($0.order)" },
      rows: run.method.indices.map { n in
        ["\(n)", exact(run.time(n))] + run.models.map { n < $0.errors.count ? exact($0.errors[n]) : "" }
      })
  }

  /// The error of each order against the step size, measured, fitted and predicted.
  static func errorAgainstStep(_ experiment: StepLadderExperiment) -> PageFigure {
    let ladders = experiment.ladders.filter { $0.steps.count > 1 }
    var marks: [Mark] = []
    for ladder in ladders {
      let ink = Ink.order(ladder.order)
      marks.append(.line(ladder.steps.map { PlotPoint($0, predicted(ladder, $0)) }, .muted, .dashed))
      marks.append(.line(ladder.steps.map { PlotPoint($0, fitted(ladder, $0)) }, ink))
      let markers = zip(ladder.steps, ladder.errors).map { step, error in
        Marker(
          PlotPoint(step, error),
          "order \(ladder.order), \(reciprocal(step))\nerror \(Figures.typeset(error, digits: 4))"
            + "\npredicted \(Figures.typeset(predicted(ladder, step), digits: 4))")
      }
      marks.append(.markers(markers, ink, .order(ladder.order), size: 4))
    }
    let ticks = (ladders.first?.steps ?? []).map { Tick($0, reciprocal($0).replacing("h = ", with: "")) }
    let panel = Panel(
      x: Axis("step size h", Scale(.logarithmic, covering: ladders.flatMap(\.steps)), ticks: ticks.reversed()),
      y: Axis(
        "error at t = \(experiment.time)",
        Scale(.logarithmic, covering: ladders.flatMap { $0.errors + $0.steps.map(predicted($0)) })),
      marks: marks,
      endLabels: ladders.map {
        EndLabel(
          "k = \($0.order), slope \(decimal($0.slope))", short: "k = \($0.order)", .order($0.order),
          y: fitted($0, $0.steps[0]))
      },
      legend: [
        LegendEntry("measured", .method, .marker(.circle)),
        LegendEntry("fitted through the two finest", .method, .line(.solid)),
        LegendEntry("predicted by theory, |E| hᵏ⁺¹", .muted, .line(.dashed)),
      ], aspect: 0.62)
    let orders = ladders.map { decimal($0.slope) }.joined(separator: ", ")
    let holding = ladders.filter { $0.judgement.verdict == .holds }.map(\.order)
    return PageFigure(
      name: Experiment.errorAgainstStep.rawValue,
      finding: "The error of order k falls like hᵏ⁺¹: slopes \(orders) for k = \(list(ladders.map(\.order)))",
      caption: "The distance of heavy ball and model at t = \(experiment.time) for step sizes h, h/2, h/4, …, on"
        + " L = \(experiment.setting.objective), momentum \(experiment.setting.momentum). The dashed lines are no fit:"
        + " their height is the principal error E that the next counter term predicts. Order and principal error are"
        + " confirmed by extrapolation to h = 0 for k = \(list(holding)).",
      description: ladders.map { "Order \($0.order): fitted slope \(decimal($0.slope)). " }.joined(),
      drawing: Drawing([panel]), table: ladderTable(ladders),
      commands: [command(Experiment.errorAgainstStep.rawValue)]
        + ladders.suffix(1).map { ladder in
          "hbcheck order \(experiment.setting.options()) --time \(experiment.time) --order \(ladder.order)"
            + " --steps \(experiment.setting.steps)"
        })
  }

  private static func ladderTable(_ ladders: [StepLadderExperiment.Ladder]) -> DataTable {
    DataTable(
      ["order", "h", "error", "predicted", "fitted"],
      rows: ladders.flatMap { ladder in
        zip(ladder.steps, ladder.errors).map { step, error in
          ["\(ladder.order)"] + [step, error, predicted(ladder, step), fitted(ladder, step)].map(exact)
        }
      })
  }

  private static func predicted(_ ladder: StepLadderExperiment.Ladder) -> (Double) -> Double {
    { predicted(ladder, $0) }
  }

  private static func predicted(_ ladder: StepLadderExperiment.Ladder, _ step: Double) -> Double {
    (0...ladder.order).reduce(ladder.principalError) { product, _ in product * step }
  }

  private static func fitted(_ ladder: StepLadderExperiment.Ladder, _ step: Double) -> Double {
    let (finest, error) = (ladder.steps[ladder.steps.count - 1], ladder.errors[ladder.errors.count - 1])
    return error * exponential(ladder.slope * naturalLogarithm(step / finest))
  }

  private static func reciprocal(_ step: Double) -> String {
    let inverse = 1 / step
    return "h = " + (inverse == inverse.rounded() ? "1/\(Int(inverse))" : Figures.typeset(step))
  }

  /// A slope with two decimals.
  private static func decimal(_ value: Double) -> String {
    guard value.isFinite else { return "?" }
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths) % 100
    return "\(hundredths < 0 ? "−" : "")\(abs(hundredths) / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
