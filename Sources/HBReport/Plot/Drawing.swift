/// Panels side by side as one SVG picture, for a width that is given.
public struct Drawing: Sendable {
  /// The panels, row by row.
  public let panels: [Panel]
  /// How many panels stand in a row where there is room.
  public let columns: Int
  /// The legend of all panels, above them.
  public let legend: [LegendEntry]

  /// The width of a picture on a wide screen, in pixels.
  public static let wide = 860.0
  /// The width of a picture on a telephone.
  public static let narrow = 350.0

  /// A picture of `panels`, `columns` of them in a row.
  public init(_ panels: [Panel], columns: Int = 1, legend: [LegendEntry] = []) {
    self.panels = panels
    self.columns = max(1, columns)
    self.legend = legend
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - width: the width in pixels; below 600 panels stand one below the other.
  ///   - identifier: what the identifiers in it begin with; different for each picture of a page.
  ///   - title: what it shows, in a sentence.
  ///   - description: the same for who cannot see it.
  ///   - style: a style sheet inside the picture, where it stands alone.
  /// - Complexity: O(number of points).
  public func svg(
    width: Double, identifier: String, title: String, description: String, style: String? = nil
  ) -> Markup {
    let columns = width < 600 ? 1 : self.columns
    let gap = 34.0
    let cell = (width - gap * Double(columns - 1)) / Double(columns)
    let common = LegendDrawing(legend, width: width)
    var groups = common.markup(top: 0)
    var top = legend.isEmpty ? 0 : common.height + 12
    for start in stride(from: 0, to: panels.count, by: columns) {
      let row = Array(panels[start..<min(start + columns, panels.count)])
      let layouts = row.map { PanelLayout($0, width: cell) }
      // Frames of a row begin at one height and are equally high.
      let head = layouts.map(\.head).max() ?? 0
      let height = layouts.map(\.frameHeight).max() ?? 0
      for (index, (panel, layout)) in zip(row, layouts).enumerated() {
        groups.append(
          PanelDrawing(panel, layout: layout, head: head, height: panel.height ?? height)
            .markup(at: PlotPoint(Double(index) * (cell + gap), top)))
      }
      top += head + (layouts.map { $0.frameHeight + $0.foot }.max() ?? 0) + 14
    }
    let height = PathText.number(max(top - 6, 1))
    var root = Markup(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(PathText.number(width)) \(height)",
        "width": PathText.number(width), "height": height, "role": "img", "class": "plot",
        "aria-labelledby": "\(identifier)-t \(identifier)-d",
      ])
    root.append(Markup("title", ["id": "\(identifier)-t"], text: title))
    root.append(Markup("desc", ["id": "\(identifier)-d"], text: description))
    if let style { root.append(Markup("style", raw: style)) }
    for group in groups { root.append(group) }
    return root
  }
}
