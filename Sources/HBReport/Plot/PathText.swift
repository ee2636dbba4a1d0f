/// Coordinates and paths as SVG writes them.
enum PathText {
  /// A coordinate in pixels with at most two decimals; 0 where it is not finite, so that no path is ever broken.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e7 else { return "0" }
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }

  /// A path along the parts of a line that are inside `frame`.
  ///
  /// - Parameter points: pixels; nil where the line is interrupted.
  static func line(_ points: [PlotPoint?], inside frame: PlotRectangle) -> String {
    var text = ""
    var pen: PlotPoint?
    for (start, end) in zip(points, points.dropFirst()) {
      guard let start, let end, let (from, to) = frame.clip(start, end) else { continue }
      // Points that are closer than a tenth of a pixel cannot be told apart.
      if let pen, abs(pen.x - to.x) + abs(pen.y - to.y) < 0.1, pen != start { continue }
      if pen.map({ abs($0.x - from.x) + abs($0.y - from.y) > 0.15 }) ?? true {
        text += "M\(number(from.x)) \(number(from.y))"
      }
      text += "L\(number(to.x)) \(number(to.y))"
      pen = to
    }
    return text
  }

  /// The outline of a marker of radius `size` around `centre`.
  static func marker(_ shape: MarkerShape, at centre: PlotPoint, size: Double) -> String {
    func polygon(_ corners: [(Double, Double)]) -> String {
      let points = corners.map { "\(number(centre.x + size * $0.0)) \(number(centre.y + size * $0.1))" }
      return "M" + points.joined(separator: "L") + "Z"
    }
    switch shape {
    case .circle:
      let (r, x, y) = (number(size), number(centre.x - size), number(centre.y))
      return "M\(x) \(y)a\(r) \(r) 0 1 0 \(number(2 * size)) 0a\(r) \(r) 0 1 0 \(number(-2 * size)) 0Z"
    case .square: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
    case .diamond: return polygon([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
    case .triangle: return polygon([(0, -1.2), (1.1, 0.8), (-1.1, 0.8)])
    case .downTriangle: return polygon([(0, 1.2), (1.1, -0.8), (-1.1, -0.8)])
    case .cross:
      let (a, b) = (0.4, 1.15)
      return polygon([
        (-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a), (-b, -a), (-a, -a),
      ])
    }
  }
}
