/// One axis of a panel: what it measures, and on which scale.
public struct Axis: Sendable {
  /// What is measured, with its unit.
  public let title: String
  /// The scale.
  public let scale: Scale
  /// The ticks; the scale's own where nil.
  public let ticks: [Tick]?
  /// Whether lines through the frame mark the ticks.
  public let hasGrid: Bool

  /// An axis.
  public init(_ title: String, _ scale: Scale, ticks: [Tick]? = nil, hasGrid: Bool = true) {
    self.title = title
    self.scale = scale
    self.ticks = ticks
    self.hasGrid = hasGrid
  }
}

/// One frame with its axes, marks and names.
public struct Panel: Sendable {
  /// The title above it; empty where the figure's own says it all.
  public var title: String
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The marks, from the back to the front.
  public var marks: [Mark]
  /// Names at the right ends of lines.
  public var endLabels: [EndLabel]
  /// The legend above the frame; empty where names stand at the lines.
  public var legend: [LegendEntry]
  /// The height of the frame over its width.
  public var aspect: Double
  /// The height of the frame in pixels, whatever its width; overrides `aspect`.
  public var height: Double?

  /// A panel.
  public init(
    title: String = "", x: Axis, y: Axis, marks: [Mark], endLabels: [EndLabel] = [], legend: [LegendEntry] = [],
    aspect: Double = 0.62, height: Double? = nil
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.marks = marks
    self.endLabels = endLabels
    self.legend = legend
    self.aspect = aspect
    self.height = height
  }
}
