/// The shape of a marker; shapes tell series apart where colours cannot.
public enum MarkerShape: Sendable, CaseIterable {
  case circle, square, diamond, triangle, downTriangle, cross

  /// A shape for each order of a model.
  public static func order(_ k: Int) -> MarkerShape { allCases[k % allCases.count] }
}

/// How a line is drawn.
public struct LineStyle: Equatable, Sendable {
  /// The width in pixels.
  public var width: Double
  /// Dash and gap in pixels; nil for a whole line.
  public var dash: [Double]?

  /// A whole line of 2 pixels.
  public static let solid = LineStyle(width: 2, dash: nil)
  /// A thin whole line.
  public static let thin = LineStyle(width: 1, dash: nil)
  /// A dashed line.
  public static let dashed = LineStyle(width: 1.5, dash: [5, 4])
}

/// A marker with the words that tell its values.
public struct Marker: Equatable, Sendable {
  /// Where it is, in the units of the axes.
  public let point: PlotPoint
  /// What it stands for, shown when it is pointed at.
  public let title: String

  /// A marker.
  public init(_ point: PlotPoint, _ title: String) {
    self.point = point
    self.title = title
  }
}

/// A rectangle of a map, in the units of the axes.
public struct MapCell: Equatable, Sendable {
  /// The extent in x.
  public let x: ClosedRange<Double>
  /// The extent in y.
  public let y: ClosedRange<Double>
  /// Its colour.
  public let ink: Ink
  /// What it stands for.
  public let title: String

  /// A cell.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>, ink: Ink, title: String) {
    self.x = x
    self.y = y
    self.ink = ink
    self.title = title
  }
}

/// Something that is drawn inside the frame of a panel.
public enum Mark: Sendable {
  /// A line through points; it is interrupted where a point has no place on the axes.
  case line([PlotPoint], Ink, LineStyle = .solid)
  /// Single points.
  case markers([Marker], Ink, MarkerShape, size: Double = 3.2)
  /// Rectangles: maps and bars.
  case cells([MapCell])
  /// Words beside a point, ending there where `isBefore`.
  case note(PlotPoint, String, isBefore: Bool = false)
}

/// The name of a line, at its right end.
public struct EndLabel: Equatable, Sendable {
  /// The words.
  public let text: String
  /// The words where there is little room.
  public let short: String
  /// The colour of the line.
  public let ink: Ink
  /// The ordinate at which the line ends.
  public let y: Double

  /// A name, and a short form of it.
  public init(_ text: String, short: String? = nil, _ ink: Ink, y: Double) {
    self.text = text
    self.short = short ?? text
    self.ink = ink
    self.y = y
  }
}

/// An entry of a legend: a sample of the mark, and what it means.
public struct LegendEntry: Sendable {
  /// How the sample looks.
  public enum Sample: Sendable {
    case line(LineStyle), marker(MarkerShape), lineWithMarker(MarkerShape), swatch
  }

  /// The words.
  public let text: String
  /// The colour.
  public let ink: Ink
  /// The sample.
  public let sample: Sample

  /// An entry.
  public init(_ text: String, _ ink: Ink, _ sample: Sample) {
    self.text = text
    self.ink = ink
    self.sample = sample
  }
}
