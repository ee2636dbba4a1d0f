import HBModel
import HBSuite

extension PageFigure {
  /// The order that two step sizes show, over step size times curvature and momentum.
  static func regime(_ map: RegimeMapExperiment) -> PageFigure {
    let expected = Double(map.order + 1)
    let half = (x: map.exponentSpacing / 2, y: map.momentumSpacing / 2)
    func power(_ exponent: Double) -> Double { exponential(exponent * naturalLogarithm(2)) }
    let cells = map.cells.map { cell in
      MapCell(
        x: power(cell.exponent - half.x)...power(cell.exponent + half.x),
        y: (cell.momentum - half.y)...(cell.momentum + half.y),
        ink: .shade(shade(cell.slope.map { abs($0 - expected) })),
        title: "h · curvature = 2^\(Figures.typeset(cell.exponent)), momentum \(Figures.typeset(cell.momentum))\n"
          + (cell.slope.map { "observed order \(Figures.typeset($0))" }
            ?? "no order: a trajectory diverges, or the error changes sign"))
    }
    let momenta = (0...93).map { Double($0) / 100 }
    let rule = momenta.map { PlotPoint((1 - $0) * (1 - $0) / 16, $0) }
    let radius = momenta.map { mu in
      let root = 1 - mu.squareRoot()
      return PlotPoint(root * root, mu)
    }
    func deviations(_ isWanted: (_ product: Double, _ momentum: Double) -> Bool) -> [Double] {
      map.cells.filter { isWanted(power($0.exponent), $0.momentum) }
        .map { $0.slope.map { abs($0 - expected) } ?? .infinity }
    }
    let inside = deviations { $0 <= (1 - $1) * (1 - $1) / 16 }
    let outside = deviations { $0 > (1 - $1.squareRoot()) * (1 - $1.squareRoot()) }
    let lost = outside.filter { $0 > 0.3 }.count
    let exponents = map.cells.map(\.exponent)
    let (low, high) = (exponents.min() ?? 0, exponents.max() ?? 1)
    let ticks = stride(from: low.rounded(.up), through: high, by: 2).map {
      Tick(power($0), $0 == 0 ? "1" : "2" + superscript(Int($0)))
    }
    let panel = Panel(
      x: Axis(
        "step size h times curvature", Scale(.logarithmic, from: power(low - half.x), to: power(high + half.x)),
        ticks: ticks, hasGrid: false),
      y: Axis("momentum μ", Scale(.linear, from: -half.y, to: 0.9 + half.y), hasGrid: false),
      marks: [
        .cells(cells), .line(rule, .method), .line(radius, .method, .dashed),
      ],
      legend: [
        LegendEntry("observed order within 0.1 of \(map.order + 1)", .shade(0), .swatch),
        LegendEntry("within 0.3", .shade(1), .swatch), LegendEntry("within 1", .shade(2), .swatch),
        LegendEntry("further off", .shade(3), .swatch), LegendEntry("no order", .shade(4), .swatch),
        LegendEntry("rule: h · curvature = (1−μ)²/16", .method, .line(.solid)),
        LegendEntry("radius of convergence (1−√μ)²", .method, .line(.dashed)),
      ], aspect: 0.58)
    return PageFigure(
      name: Experiment.regime.rawValue,
      finding:
        "Left of h · curvature = (1−μ)²/16 every observed order is within \(Figures.typesetBound(inside.max() ?? .nan))"
        + " of \(map.order + 1); beyond the radius of convergence \(lost) of \(outside.count) are off by more than 0.3",
      caption:
        "The observed order of the order-\(map.order) model at each place: the slope of its error from h to h/2, on"
        + " L = \(map.setting.objective) from (\(Figures.list(map.setting.start))), over the time 2(1−μ)/curvature or max(16, 8/(1−μ))"
        + " steps, whichever is longer; curvature is the largest row sum of the Hessian there. The whole line is the rule by which studies"
        + " choose their steps; right of the dashed one the series of counter terms diverges on a quadratic.",
      description: "A map whose good region ends along a curve that bends to smaller steps as the momentum grows.",
      drawing: Drawing([panel]),
      table: DataTable(
        ["log2_h_curvature", "momentum", "observed_order"],
        rows: map.cells.map { [exact($0.exponent), exact($0.momentum), $0.slope.map(exact) ?? ""] }),
      commands: [command(Experiment.regime.rawValue)])
  }

  private static func shade(_ deviation: Double?) -> Int {
    guard let deviation else { return 4 }
    return deviation < 0.1 ? 0 : deviation < 0.3 ? 1 : deviation < 1 ? 2 : 3
  }
}
