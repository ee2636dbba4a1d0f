import HBSuite

extension VerificationReport {
  /// How the random cases of the first claim about problems are spread; nil where none was counted.
  var coverageFigure: PageFigure? {
    guard let coverage else { return nil }
    let tables = coverage.tables.sorted { $0.key < $1.key }.map { name, counts in
      (name: name, counts: counts.sorted(by: CoverageText.inOrder))
    }
    let kinds = tables.reduce(0) { $0 + $1.counts.count }
    let rows = self.rows.flatMap { row in
      row.result.coverage.sorted { $0.key < $1.key }.flatMap { table, counts in
        counts.sorted(by: CoverageText.inOrder).map { [row.result.name, table, $0.key, "\($0.value)"] }
      }
    }
    let least = tables.flatMap { $0.counts.map(\.value) }.min() ?? 0
    return PageFigure(
      name: "coverage",
      finding:
        "The random problems spread over \(kinds) kinds of input, each drawn at least \(Figures.counted(least, "time"))",
      caption:
        "How the \(Figures.counted(coverage.cases, "case")) of \(coverage.claim) are spread over the input space."
        + " A problem may have terms of several families. The data have the tables of every claim.",
      description: tables.map { table in
        "\(table.name): " + table.counts.map { "\($0.key) \($0.value)" }.joined(separator: ", ") + ". "
      }.joined(),
      drawing: Drawing(tables.map { panel($0.name, $0.counts, cases: coverage.cases) }, columns: 2),
      table: DataTable(["claim", "table", "value", "cases"], rows: rows), commands: [command + " --report page.html"])
  }

  private func panel(_ name: String, _ counts: [(key: String, value: Int)], cases: Int) -> Panel {
    let largest = Double(counts.map(\.value).max() ?? 1)
    let bars = counts.enumerated().map { index, entry in
      let y = Double(counts.count - index)
      return MapCell(
        x: 0...Double(entry.value), y: (y - 0.34)...(y + 0.34), ink: .category(0),
        title: "\(name) \(entry.key): \(entry.value) of \(cases) cases")
    }
    let notes = counts.enumerated().map { index, entry in
      Mark.note(PlotPoint(Double(entry.value), Double(counts.count - index)), "\(entry.value)")
    }
    let ticks = counts.enumerated().map { Tick(Double(counts.count - $0), $1.key) }
    return Panel(
      title: name, x: Axis("cases", Scale(.linear, from: 0, to: largest * 1.2)),
      y: Axis("", Scale(.linear, from: 0.4, to: Double(counts.count) + 0.6), ticks: ticks, hasGrid: false),
      marks: [.cells(bars)] + notes, height: Double(counts.count) * 24 + 8)
  }
}
