/// A point of a plot, in the units of its data or in pixels.
public struct PlotPoint: Equatable, Sendable {
  /// The abscissa; in pixels, from the left.
  public var x: Double
  /// The ordinate; in pixels, from the top.
  public var y: Double

  /// The point (x, y).
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle in pixels.
public struct PlotRectangle: Equatable, Sendable {
  /// The left edge.
  public var left: Double
  /// The upper edge.
  public var top: Double
  /// The right edge.
  public var right: Double
  /// The lower edge.
  public var bottom: Double

  /// A rectangle from its edges.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The distance of the left and the right edge.
  public var width: Double { right - left }
  /// The distance of the upper and the lower edge.
  public var height: Double { bottom - top }

  /// Whether the point is inside or on the edge.
  public func contains(_ point: PlotPoint) -> Bool {
    left <= point.x && point.x <= right && top <= point.y && point.y <= bottom
  }

  /// The part of the segment from `start` to `end` inside the rectangle; nil where there is none.
  ///
  /// - SeeAlso: Liang, Barsky, *A new concept and method for line clipping* (1984).
  public func clip(_ start: PlotPoint, _ end: PlotPoint) -> (PlotPoint, PlotPoint)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enter, leave) = (0.0, 1.0)
    let edges = [(-dx, start.x - left), (dx, right - start.x), (-dy, start.y - top), (dy, bottom - start.y)]
    for (slope, distance) in edges {
      if slope == 0 {
        if distance < 0 { return nil }
      } else if slope < 0 {
        enter = max(enter, distance / slope)
      } else {
        leave = min(leave, distance / slope)
      }
    }
    guard enter <= leave else { return nil }
    return (
      PlotPoint(start.x + enter * dx, start.y + enter * dy), PlotPoint(start.x + leave * dx, start.y + leave * dy)
    )
  }
}
