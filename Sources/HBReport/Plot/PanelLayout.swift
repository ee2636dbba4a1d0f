/// Where the parts of a panel are, in pixels from the upper left corner of its cell.
struct PanelLayout {
  /// The width of the cell.
  let width: Double
  /// Whether there is room for short names only.
  let isNarrow: Bool
  /// The lines of the title.
  let titleLines: [String]
  /// The legend.
  let legend: LegendDrawing
  /// The lines of the title of the vertical axis.
  let yTitleLines: [String]
  /// The lines of the title of the horizontal axis.
  let xTitleLines: [String]
  /// The height of everything above the frame.
  let head: Double
  /// The room at the left of the frame.
  let leftMargin: Double
  /// The room at the right of the frame.
  let rightMargin: Double
  /// The height of everything below the frame.
  let foot: Double
  /// The height of the frame.
  let frameHeight: Double

  init(_ panel: Panel, width: Double) {
    self.width = width
    titleLines = TextMetrics.wrapped(panel.title, width: width, size: TextMetrics.title, isBold: true)
    legend = LegendDrawing(panel.legend, width: width)
    yTitleLines = TextMetrics.wrapped(panel.y.title, width: width)
    xTitleLines = TextMetrics.wrapped(panel.x.title, width: width)
    let labels = (panel.y.ticks ?? panel.y.scale.ticks(about: 6)).map { TextMetrics.width($0.label) }
    leftMargin = max(14, (labels.max() ?? 0) + 10)
    isNarrow = width < 380
    let names = panel.endLabels.map { [isNarrow] in TextMetrics.width(isNarrow ? $0.short : $0.text) }.max()
    // Half of the last tick label reaches beyond the frame.
    let lastTick = (panel.x.ticks ?? panel.x.scale.ticks(about: 5)).last.map { TextMetrics.width($0.label) / 2 } ?? 0
    rightMargin = max(names.map { $0 + 14 } ?? 0, lastTick, 8)
    frameHeight = panel.height ?? max(190, ((width - leftMargin - rightMargin) * panel.aspect).rounded())
    let lines = Double(titleLines.count + yTitleLines.count)
    head = lines * TextMetrics.lineHeight + legend.height + (titleLines.isEmpty ? 0 : 4) + 7
    foot = 20 + Double(xTitleLines.count) * TextMetrics.lineHeight
  }

  /// The frame, `height` pixels high, where everything above it takes `head` pixels.
  func frame(head: Double, height: Double) -> PlotRectangle {
    PlotRectangle(left: leftMargin, top: head, right: width - rightMargin, bottom: head + height)
  }
}
