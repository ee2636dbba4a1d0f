import HBModel
import HBSuite

extension PageFigure {
  /// Paths and recovered vectors of diagonal networks for several momenta, and what theory predicts of them.
  static func diagonalNetwork(_ experiment: DiagonalNetworkExperiment) -> PageFigure {
    let ends = [experiment.runs.first, experiment.runs.last].compactMap { $0 }
    let start = DoubleDouble(experiment.settings.start).doubleValue
    let least = (ends.last?.recovered.scales.min() ?? .nan) / (start * start)
    let misses = experiment.sweep.map { abs($0.recovered.norm / $0.predicted.norm - 1) }.max() ?? .nan
    let predictedLeast = (experiment.sweep.flatMap(\.predicted.scales).min() ?? .nan) / (start * start)
    let regression = experiment.settings.regression
    let momenta = experiment.settings.momenta
    return PageFigure(
      name: Experiment.diagonalNetwork.rawValue,
      finding: "In a diagonal network momentum shrinks the effective initialization, down to"
        + " \(Figures.typeset(least, digits: 2)) of what it was where theory to first order says"
        + " \(Figures.typeset(predictedLeast, digits: 2)); the recovered norm is as predicted within"
        + " \(Figures.typesetBound(100 * misses)) %",
      caption: "θ = u∘u − v∘v learns a sparse regression, \(regression.samples) samples and \(regression.dimension)"
        + " features of which \(experiment.settings.truth.filter { $0 != .zero }.count) count, from uᵢ = vᵢ ="
        + " \(experiment.settings.start). The initialization uᵢvᵢ shrinks by exp(−4ηJᵢ) with the effective step"
        + " η = h(1+μ)/(1−μ)² and Jᵢ from one gradient flow; the recovered vector minimizes the hyperbolic entropy with"
        + " these scales. It shrinks most at the coefficients that count, so that the norm grows with η: step size and"
        + " momentum act through one number.",
      description: experiment.sweep.map {
        "Momentum \($0.momentum), step \($0.step): norm \(Figures.typeset($0.recovered.norm, digits: 4)), predicted"
          + " \(Figures.typeset($0.predicted.norm, digits: 4)). "
      }.joined(),
      drawing: Drawing(
        [
          paths(experiment, ends), norms(experiment),
          coordinates(experiment, ends, "What is left of the initialization", "uᵢvᵢ at the end over the start") {
            $0.scales.map { $0 / (start * start) }
          },
          coordinates(experiment, ends, "What is recovered", "θᵢ at the end", values: \.theta),
        ], columns: 2,
        legend: momenta.enumerated().map { LegendEntry("μ = \($1)", .category($0), .marker(.order($0))) }
          + [LegendEntry("predicted", .muted, .line(.thin))]),
      table: networkTable(experiment, start: start),
      commands: [command(Experiment.diagonalNetwork.rawValue)])
  }

  /// The colour of a momentum.
  private static func category(_ experiment: DiagonalNetworkExperiment, _ momentum: Rational) -> Int {
    experiment.settings.momenta.firstIndex(of: momentum) ?? 0
  }

  /// theta over rescaled time, for the smallest and the largest momentum.
  private static func paths(
    _ experiment: DiagonalNetworkExperiment, _ ends: [DiagonalNetworkExperiment.Run]
  ) -> Panel {
    func scaled(_ run: DiagonalNetworkExperiment.Run) -> [Double] {
      let remainder = (DoubleDouble.one - DoubleDouble(run.momentum)).doubleValue
      return run.times.map { $0 / remainder }
    }
    // Most happens early: the horizon is where the largest coefficient has got 99 % of its way.
    let horizon =
      ends.map { run -> Double in
        let end = run.recovered.theta.map { abs($0) }.max() ?? 0
        let reached = run.path.firstIndex { $0.contains { abs($0) > 0.99 * end } } ?? run.path.count - 1
        return scaled(run)[reached]
      }.max() ?? 1
    var marks: [Mark] = []
    for run in ends {
      let times = scaled(run)
      let style = run.momentum == ends[0].momentum ? LineStyle.dashed : LineStyle(width: 1.5, dash: nil)
      for i in 0..<experiment.settings.regression.dimension {
        let points = zip(times, run.path).map { PlotPoint($0, $1[i]) }
        marks.append(.line(points, .category(category(experiment, run.momentum)), style))
      }
    }
    return Panel(
      title: "On the way, μ = \(ends[0].momentum) dashed and μ = \(ends[ends.count - 1].momentum) whole",
      x: Axis("time t/(1−μ)", Scale(.linear, from: 0, to: 1.5 * horizon)),
      y: Axis("θᵢ", Scale(.linear, covering: ends.flatMap { $0.path.flatMap { $0 } })), marks: marks, aspect: 0.75)
  }

  /// The norm of what is recovered against the effective step.
  private static func norms(_ experiment: DiagonalNetworkExperiment) -> Panel {
    let base = experiment.unshrunk.norm
    let predicted = [PlotPoint(0, base)] + experiment.sweep.map { PlotPoint($0.effectiveStep, $0.predicted.norm) }
    let markers = experiment.settings.momenta.enumerated().map { index, momentum in
      Mark.markers(
        experiment.sweep.filter { $0.momentum == momentum }.map {
          Marker(
            PlotPoint($0.effectiveStep, $0.recovered.norm),
            "μ = \($0.momentum), h = \($0.step)\nnorm \(Figures.typeset($0.recovered.norm, digits: 5)), predicted"
              + " \(Figures.typeset($0.predicted.norm, digits: 5))")
        }, .category(index), .order(index), size: 4.2)
    }
    return Panel(
      title: "Step size and momentum act through one number",
      x: Axis("effective step η = h(1+μ)/(1−μ)²", Scale(.linear, covering: [0] + predicted.map(\.x))),
      y: Axis(
        "Σ |θᵢ| at the end", Scale(.linear, covering: predicted.map(\.y) + experiment.sweep.map(\.recovered.norm))),
      marks: [.line(predicted, .muted, .thin)] + markers, aspect: 0.75)
  }

  /// A value of each coordinate for the smallest and the largest momentum, on short lines where it is predicted.
  private static func coordinates(
    _ experiment: DiagonalNetworkExperiment, _ ends: [DiagonalNetworkExperiment.Run], _ title: String, _ axis: String,
    values: (DiagonalNetworkExperiment.Recovery) -> [Double]
  ) -> Panel {
    var marks: [Mark] = []
    var all = [0.0]
    for (position, run) in ends.enumerated() {
      let (measured, predicted) = (values(run.recovered), values(run.predicted))
      all += measured + predicted
      let offset = 0.4 * Double(position) - 0.2
      for (i, value) in predicted.enumerated() {
        let x = Double(i + 1) + offset
        marks.append(.line([PlotPoint(x - 0.35, value), PlotPoint(x + 0.35, value)], .muted, .thin))
      }
      let index = category(experiment, run.momentum)
      let markers = zip(measured, predicted).enumerated().map { i, pair in
        Marker(
          PlotPoint(Double(i + 1) + offset, pair.0),
          "μ = \(run.momentum), i = \(i + 1)\nmeasured \(Figures.typeset(pair.0, digits: 4))"
            + "\npredicted \(Figures.typeset(pair.1, digits: 4))")
      }
      marks.append(.markers(markers, .category(index), .order(index), size: 2.8))
    }
    let dimension = experiment.settings.regression.dimension
    return Panel(
      title: title,
      x: Axis(
        "coordinate i", Scale(.linear, from: 0.2, to: Double(dimension) + 0.8),
        ticks: (1...dimension).map { Tick(Double($0), "\($0)") }, hasGrid: false),
      y: Axis(axis, Scale(.linear, covering: all)), marks: marks, aspect: 0.75)
  }

  private static func networkTable(_ experiment: DiagonalNetworkExperiment, start: Double) -> DataTable {
    DataTable(
      ["momentum", "step", "effective_step", "i", "theta", "predicted_theta", "scale", "predicted_scale"],
      rows: experiment.sweep.flatMap { run in
        run.recovered.theta.indices.map { i in
          ["\(run.momentum)", "\(run.step)", exact(run.effectiveStep), "\(i + 1)"]
            + [
              run.recovered.theta[i], i < run.predicted.theta.count ? run.predicted.theta[i] : .nan,
              run.recovered.scales[i] / (start * start), run.predicted.scales[i] / (start * start),
            ].map(exact)
        }
      })
  }
}
