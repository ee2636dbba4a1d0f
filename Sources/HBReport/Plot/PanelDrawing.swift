/// A panel as SVG.
struct PanelDrawing {
  private let panel: Panel
  private let layout: PanelLayout
  private let frame: PlotRectangle
  private let head: Double

  /// A drawing of `panel` whose frame, `height` pixels high, begins `head` pixels below the top of its cell.
  init(_ panel: Panel, layout: PanelLayout, head: Double, height: Double) {
    self.panel = panel
    self.layout = layout
    self.head = head
    frame = layout.frame(head: head, height: height)
  }

  /// The panel with its upper left corner at `origin`.
  func markup(at origin: PlotPoint) -> Markup {
    var group = Markup(
      "g", ["class": "panel", "transform": "translate(\(PathText.number(origin.x)) \(PathText.number(origin.y)))"])
    for part in titles + legend + axes { group.append(part) }
    group.append(Markup("g", ["class": "marks"], panel.marks.compactMap(marks)))
    for part in notes + names { group.append(part) }
    return group
  }

  private func place(_ point: PlotPoint) -> PlotPoint? {
    guard let x = panel.x.scale.fraction(point.x), let y = panel.y.scale.fraction(point.y) else { return nil }
    return PlotPoint(frame.left + x * frame.width, frame.bottom - y * frame.height)
  }

  private func text(
    _ words: String, _ x: Double, _ y: Double, className: String, anchor: String = "start"
  ) -> Markup {
    Markup(
      "text",
      ["class": className, "x": PathText.number(x), "y": PathText.number(y), "text-anchor": anchor], text: words)
  }

  /// The titles of the panel and of the axes.
  private var titles: [Markup] {
    var parts = layout.titleLines.enumerated().map { index, line in
      text(line, 0, TextMetrics.lineHeight * Double(index) + 13, className: "pt")
    }
    for (index, line) in layout.yTitleLines.enumerated() {
      let above = Double(layout.yTitleLines.count - 1 - index)
      parts.append(text(line, 0, head - 11 - TextMetrics.lineHeight * above, className: "at"))
    }
    for (index, line) in layout.xTitleLines.enumerated() {
      parts.append(
        text(
          line, frame.right, frame.bottom + 34 + TextMetrics.lineHeight * Double(index), className: "at", anchor: "end")
      )
    }
    return parts
  }

  private var legend: [Markup] {
    layout.legend.markup(
      top: Double(layout.titleLines.count) * TextMetrics.lineHeight + (layout.titleLines.isEmpty ? 0 : 4))
  }

  /// The frame, the grid, and the tick labels that have room.
  private var axes: [Markup] {
    let (left, right) = (PathText.number(frame.left), PathText.number(frame.right))
    let (top, bottom) = (PathText.number(frame.top), PathText.number(frame.bottom))
    var grid = ""
    var labels: [Markup] = []
    let places = (panel.x.ticks ?? panel.x.scale.ticks(about: max(2, Int(frame.width / 70)))).compactMap { tick in
      visible(panel.x.scale.fraction(tick.value)).map { (x: frame.left + $0 * frame.width, label: tick.label) }
    }
    let stride = PanelDrawing.stride(places.map { ($0.x, TextMetrics.width($0.label) + 6) })
    for (index, place) in places.enumerated() {
      if panel.x.hasGrid { grid += "M\(PathText.number(place.x)) \(top)V\(bottom)" }
      guard index % stride == 0 else { continue }
      labels.append(text(place.label, place.x, frame.bottom + 16, className: "tk", anchor: "middle"))
    }
    var lowest = Double.infinity
    for tick in panel.y.ticks ?? panel.y.scale.ticks(about: max(2, Int(frame.height / 46))) {
      guard let fraction = visible(panel.y.scale.fraction(tick.value)) else { continue }
      let y = frame.bottom - fraction * frame.height
      if panel.y.hasGrid { grid += "M\(left) \(PathText.number(y))H\(right)" }
      guard abs(lowest - y) > 15 else { continue }
      lowest = y
      labels.append(text(tick.label, frame.left - 7, y + 4, className: "tk", anchor: "end"))
    }
    return [
      Markup("path", ["class": "gr", "d": grid]),
      Markup("path", ["class": "fr", "d": "M\(left) \(top)H\(right)V\(bottom)H\(left)Z"]),
    ].filter { $0.attributes[1].value != "" } + labels
  }

  /// A fraction that is within the frame.
  private func visible(_ fraction: Double?) -> Double? {
    fraction.flatMap { $0 > -1e-6 && $0 < 1 + 1e-6 ? $0 : nil }
  }

  /// The least number n for which every n-th of labels side by side has room.
  static func stride(_ labels: [(centre: Double, width: Double)]) -> Int {
    (1...max(1, labels.count)).first { step in
      let kept = labels.indices.filter { $0 % step == 0 }.map { labels[$0] }
      return zip(kept, kept.dropFirst()).allSatisfy { $1.centre - $0.centre >= ($0.width + $1.width) / 2 }
    } ?? 1
  }

  private func marks(_ mark: Mark) -> Markup? {
    switch mark {
    case .line(let points, let ink, let style):
      let path = PathText.line(points.map(place), inside: frame)
      return path.isEmpty ? nil : .stroke(path, ink, style)
    case .markers(let markers, let ink, let shape, let size):
      let parts = markers.compactMap { marker -> Markup? in
        guard let centre = place(marker.point), frame.contains(centre) else { return nil }
        var path = Markup("path", ["d": PathText.marker(shape, at: centre, size: size)])
        path.append(Markup("title", text: marker.title))
        return path
      }
      return parts.isEmpty ? nil : Markup("g", ["class": "fi mk \(ink.className)"], parts)
    case .cells(let cells): return Markup("g", ["class": "cells"], cells.compactMap(cell))
    case .note: return nil
    }
  }

  private func cell(_ cell: MapCell) -> Markup? {
    guard let first = place(PlotPoint(cell.x.lowerBound, cell.y.upperBound)),
      let last = place(PlotPoint(cell.x.upperBound, cell.y.lowerBound))
    else { return nil }
    let (left, top) = (max(frame.left, first.x), max(frame.top, first.y))
    let (right, bottom) = (min(frame.right, last.x), min(frame.bottom, last.y))
    guard right > left, bottom > top else { return nil }
    let path =
      "M\(PathText.number(left)) \(PathText.number(top))H\(PathText.number(right))V\(PathText.number(bottom))"
      + "H\(PathText.number(left))Z"
    return .fill(path, cell.ink, title: cell.title)
  }

  private var notes: [Markup] {
    panel.marks.compactMap { mark in
      guard case .note(let point, let words, let isBefore) = mark, let place = place(point) else { return nil }
      return text(
        words, place.x + (isBefore ? -8 : 8), place.y + 4, className: "nt", anchor: isBefore ? "end" : "start")
    }
  }

  /// The names at the right ends of the lines.
  private var names: [Markup] {
    let wanted = panel.endLabels.map { name in
      frame.bottom - min(max(panel.y.scale.fraction(name.y) ?? 0, 0), 1) * frame.height
    }
    let places = LabelSpread.places(for: wanted, distance: 15, within: (frame.top + 4)...(frame.bottom - 4))
    return zip(panel.endLabels, zip(wanted, places)).flatMap { name, place in
      let words = layout.isNarrow ? name.short : name.text
      var parts = [text(words, frame.right + 11, place.1 + 4, className: "nm \(name.ink.className)")]
      if abs(place.0 - place.1) > 3 {
        let start = "M\(PathText.number(frame.right + 1)) \(PathText.number(place.0))"
        let end = "L\(PathText.number(frame.right + 9)) \(PathText.number(place.1))"
        parts.append(.stroke(start + end, name.ink, .thin))
      }
      return parts
    }
  }
}
