import HBModel
import HBSuite

extension PageFigure {
  /// Trajectories on landscapes: heavy ball as points, models as curves.
  static func landscapes(_ landscapes: [LandscapeExperiment]) -> PageFigure {
    let orders = landscapes.first?.run.models.map(\.order) ?? []
    let legend =
      [LegendEntry("heavy ball, one dot an iteration", .method, .marker(.circle))]
      + orders.map { order in
        LegendEntry(
          order == 0 ? "model of order 0" : "order \(order)", .order(order), .line(.solid))
      }
    let drift = orders.map { order in
      landscapes.map { largestError($0.run, order: order) }.max() ?? .nan
    }
    let (first, last) = (drift.first ?? .nan, drift.last ?? .nan)
    return PageFigure(
      name: Experiment.landscapes.rawValue,
      finding:
        "The model of order \(orders.first ?? 0) is off heavy ball by up to \(Figures.typesetBound(first)) at equal times,"
        + " that of order \(orders.last ?? 0) by \(Figures.typesetBound(last))",
      caption: "Level lines of \(landscapes.count) objectives with the iterates of heavy ball and the models of"
        + " order \(list(orders)), which start at the same point. "
        + landscapes.map { "\($0.name): \($0.run.setting.facts)" }.joined(separator: "; ") + ".",
      description: "Curves of the models beside the points of heavy ball. "
        + zip(orders, drift).map { "Order \($0): largest distance \(Figures.typeset($1)). " }.joined(),
      drawing: Drawing(landscapes.map(panel), columns: 2, legend: legend),
      table: landscapeTable(landscapes, orders: orders),
      commands: [command(Experiment.landscapes.rawValue)]
        + landscapes.map { $0.run.setting.trajectoryCommand(order: orders.last ?? 0) })
  }

  /// The largest distance of a model from the method.
  static func largestError(_ run: TrackedRun, order: Int) -> Double {
    run.models.first { $0.order == order }?.errors.max() ?? .nan
  }

  /// Numbers in words: `0, 1 and 3`.
  static func list(_ numbers: [Int]) -> String {
    let words = numbers.map(String.init)
    return words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  private static func panel(_ landscape: LandscapeExperiment) -> Panel {
    let contours = ContourLines(x: landscape.x, y: landscape.y, values: landscape.values)
    var marks: [Mark] = landscape.levels(14).flatMap { level in
      contours.line(level: level).map { Mark.line($0, .contour, .thin) }
    }
    for model in landscape.run.models {
      marks.append(.line(model.path.map { PlotPoint($0[0], $0[1]) }, .order(model.order)))
    }
    let markers = landscape.run.method.enumerated().map { index, state in
      Marker(PlotPoint(state[0], state[1]), "iteration \(index): \(coordinates(state))")
    }
    marks.append(.markers(markers, .method, .circle, size: 2.4))
    func axis(_ name: String, _ values: [Double]) -> Axis {
      Axis(name, Scale(.linear, from: values[0], to: values[values.count - 1]), hasGrid: false)
    }
    return Panel(
      title: landscape.name, x: axis("x₁", landscape.x), y: axis("x₂", landscape.y), marks: marks, aspect: 1)
  }

  private static func landscapeTable(_ landscapes: [LandscapeExperiment], orders: [Int]) -> DataTable {
    let heads = ["objective", "n", "t", "method1", "method2"] + orders.flatMap { ["order\($0)_1", "order\($0)_2"] }
    let rows = landscapes.flatMap { landscape in
      landscape.run.method.indices.map { n in
        let models = landscape.run.models.flatMap { model -> [Double] in
          let position = n * landscape.run.substeps
          return position < model.path.count ? model.path[position] : [.nan, .nan]
        }
        return [landscape.name, "\(n)"]
          + ([landscape.run.time(n)] + landscape.run.method[n] + models).map(exact)
      }
    }
    return DataTable(heads, rows: rows)
  }
}
