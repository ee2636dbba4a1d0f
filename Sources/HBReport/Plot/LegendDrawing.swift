/// A legend as rows of samples and words, as wide as there is room.
struct LegendDrawing {
  private let entries: [LegendEntry]
  private let rows: [[(entry: Int, left: Double)]]

  /// The length of a sample with the gap after it.
  private static let sampleWidth = 27.0

  /// A legend in rows of at most `width` pixels; an entry that is longer has a row of its own.
  init(_ entries: [LegendEntry], width: Double) {
    self.entries = entries
    var rows: [[(entry: Int, left: Double)]] = []
    var left = 0.0
    for (index, entry) in entries.enumerated() {
      let length = LegendDrawing.sampleWidth + TextMetrics.width(entry.text)
      if rows.isEmpty || left + length > width {
        rows.append([])
        left = 0
      }
      rows[rows.count - 1].append((index, left))
      left += length + 14
    }
    self.rows = rows
  }

  /// The height in pixels.
  var height: Double { Double(rows.count) * TextMetrics.lineHeight }

  /// The samples and the words, below `top`.
  func markup(top: Double) -> [Markup] {
    rows.enumerated().flatMap { row, places in
      places.flatMap { index, left in
        let y = top + TextMetrics.lineHeight * Double(row) + 9
        let words = Markup(
          "text",
          ["class": "lt", "x": PathText.number(left + LegendDrawing.sampleWidth), "y": PathText.number(y + 4)],
          text: entries[index].text)
        return sample(entries[index], left: left, y: y) + [words]
      }
    }
  }

  private func sample(_ entry: LegendEntry, left: Double, y: Double) -> [Markup] {
    let line = "M\(PathText.number(left)) \(PathText.number(y))h20"
    let centre = PlotPoint(left + 10, y)
    switch entry.sample {
    case .line(let style): return [.stroke(line, entry.ink, style)]
    case .marker(let shape): return [.fill(PathText.marker(shape, at: centre, size: 4), entry.ink)]
    case .lineWithMarker(let shape):
      return [.stroke(line, entry.ink, .solid), .fill(PathText.marker(shape, at: centre, size: 4), entry.ink)]
    case .swatch: return [.fill("M\(PathText.number(left)) \(PathText.number(y - 6))h20v12h-20Z", entry.ink)]
    }
  }
}

extension Markup {
  /// A path that is drawn as a line.
  static func stroke(_ path: String, _ ink: Ink, _ style: LineStyle) -> Markup {
    var element = Markup(
      "path", ["class": "ln \(ink.className)", "d": path, "stroke-width": PathText.number(style.width)])
    if let dash = style.dash {
      element.attributes.append(("stroke-dasharray", dash.map(PathText.number).joined(separator: " ")))
    }
    return element
  }

  /// A path that is filled.
  static func fill(_ path: String, _ ink: Ink, title: String? = nil) -> Markup {
    var element = Markup("path", ["class": "fi \(ink.className)", "d": path])
    if let title { element.append(Markup("title", text: title)) }
    return element
  }
}
