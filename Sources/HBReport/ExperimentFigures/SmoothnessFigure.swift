import HBModel
import HBSuite

extension PageFigure {
  /// The directional smoothness along training: heavy ball, its model, gradient descent of equal effective step.
  static func smoothness(_ experiment: SmoothnessExperiment) -> PageFigure {
    let rows = experiment.rows
    let setting = experiment.setting
    let time = rows.map(\.time.doubleValue)
    let (method, model) = (rows.map(\.method.doubleValue), rows.map(\.model.doubleValue))
    let descent = rows.map(\.gradientDescent.doubleValue)
    let stride = max(1, rows.count / 60)
    let markers = rows.indices.filter { $0 % stride == 0 }.map { n in
      Marker(
        PlotPoint(time[n], method[n]),
        "iteration \(rows[n].iteration)\nheavy ball \(Figures.typeset(method[n], digits: 4))"
          + "\nmodel \(Figures.typeset(model[n], digits: 4))\ngradient descent \(Figures.typeset(descent[n], digits: 4))"
      )
    }
    let panel = Panel(
      x: Axis("time t = nh", Scale(.linear, covering: [0, time.last ?? 1], margin: 0.01)),
      y: Axis("directional smoothness ⟨∇L, ∇²L ∇L⟩ / |∇L|²", Scale(.linear, covering: method + model + descent)),
      marks: [
        .line(zip(time, descent).map { PlotPoint($0, $1) }, .muted, .dashed),
        .line(zip(time, model).map { PlotPoint($0, $1) }, .order(experiment.order)),
        .markers(markers, .method, .circle, size: 2.6),
      ],
      legend: [
        LegendEntry("heavy ball", .method, .marker(.circle)),
        LegendEntry("model of order \(experiment.order)", .order(experiment.order), .line(.solid)),
        LegendEntry("gradient descent with step h/(1−μ)", .muted, .line(.dashed)),
      ], aspect: 0.5)
    func gap(_ other: [Double]) -> Double { zip(method, other).map { abs($0 - $1) }.max() ?? .nan }
    let lower = zip(method, descent).filter { $0 < $1 }.count
    return PageFigure(
      name: Experiment.smoothness.rawValue,
      finding: "The model of order \(experiment.order) predicts the curvature that heavy ball meets within"
        + " \(Figures.typesetBound(gap(model))); gradient descent meets another, off by up to"
        + " \(Figures.typesetBound(gap(descent)))",
      caption: "The directional smoothness, the curvature along the gradient, in training"
        + " \(setting.objective); \(setting.facts). It is the term by which momentum and step size"
        + " regularize implicitly. Gradient descent has the same effective step size h/(1−μ); with momentum the curvature"
        + " is lower at \(lower) of \(rows.count) iterations.",
      description: "Dots of heavy ball on the curve of its model, apart from the dashed curve of gradient descent.",
      drawing: Drawing([panel]),
      table: DataTable(
        ["n", "t", "heavy_ball", "model_order\(experiment.order)", "gradient_descent"],
        rows: rows.indices.map {
          ["\(rows[$0].iteration)"] + [time[$0], method[$0], model[$0], descent[$0]].map(exact)
        }),
      commands: [command(Experiment.smoothness.rawValue)])
  }
}
