import HBModel
import HBSuite

extension PageFigure {
  /// A model in training: the loss and the distance of the models from the method.
  static func training(_ run: TrackedRun, name: String, subject: String) -> PageFigure {
    let losses = run.losses(run.method)
    let stride = max(1, run.method.count / 48)
    var marks: [Mark] = []
    let paths = run.models.map { ($0.order, run.losses($0.path)) }
    for (order, values) in paths {
      marks.append(.line(values.enumerated().map { PlotPoint(run.time($0), $1) }, .order(order)))
    }
    let markers = losses.enumerated().filter { $0.offset % stride == 0 }.map { n, loss in
      Marker(PlotPoint(run.time(n), loss), "iteration \(n): loss \(Figures.typeset(loss, digits: 4))")
    }
    marks.append(.markers(markers, .method, .circle, size: 2.4))
    let all = losses + paths.flatMap { $0.1 }
    let time = Scale(.linear, covering: [0, run.time(run.method.count - 1)], margin: 0.01)
    let loss = Panel(
      title: "Loss", x: Axis("time t = nh", time), y: Axis("loss", Scale(.linear, covering: all)), marks: marks,
      aspect: 0.8)
    var error = errorPanel(
      run, name: "distance of heavy ball and model", hasNames: true, title: "Distance in weight space")
    error.aspect = 0.8
    let finals = run.models.map { ($0.order, largestError(run, order: $0.order)) }
    let (first, last) = (finals.first ?? (0, .nan), finals.last ?? (0, .nan))
    return PageFigure(
      name: name,
      finding:
        "\(subject): the model of order \(last.0) tracks the weights to \(Figures.typesetBound(last.1)), that of"
        + " order \(first.0) only to \(Figures.typesetBound(first.1))",
      caption: "\(run.setting.start.count) weights, \(run.setting.facts), \(run.setting.steps) iterations: the loss"
        + " of heavy ball (dots) and of the models of order \(list(run.models.map(\.order))), and the distance of their"
        + " weights in the maximum norm.",
      description: finals.map { "Order \($0.0): largest distance \(Figures.typeset($0.1)). " }.joined(),
      drawing: Drawing(
        [loss, error], columns: 2,
        legend: [LegendEntry("heavy ball", .method, .marker(.circle))]
          + run.models.map { LegendEntry("order \($0.order)", .order($0.order), .line(.solid)) }),
      table: DataTable(
        ["n", "t", "loss"] + run.models.flatMap { ["loss_order\($0.order)", "error_order\($0.order)"] },
        rows: run.method.indices.map { n in
          ["\(n)", exact(run.time(n)), exact(losses[n])]
            + zip(run.models, paths).flatMap { model, path in
              n < model.errors.count ? [exact(path.1[n]), exact(model.errors[n])] : ["", ""]
            }
        }),
      commands: [command(name), run.setting.trajectoryCommand(order: last.0)])
  }
}
