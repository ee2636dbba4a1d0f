import HBModel

/// Heavy ball and its models on the landscape of an objective of two variables.
public struct LandscapeExperiment: Sendable {
  /// What it is called.
  public let name: String
  /// The trajectories.
  public let run: TrackedRun
  /// The abscissas of the grid.
  public let x: [Double]
  /// The ordinates of the grid.
  public let y: [Double]
  /// The objective: `values[j][i]` at `(x[i], y[j])`.
  public let values: [[Double]]

  /// Where a landscape is looked at.
  struct Window: Sendable {
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
  }

  /// The trajectories of `setting` over a grid of `count` by `count` values in `window`.
  ///
  /// - Throws: `DynamicsError` where the method diverges.
  init(
    _ name: String, _ setting: TrackedRun.Setting, orders: [Int], window: Window, count: Int = 61
  ) throws(DynamicsError) {
    self.name = name
    let run = try TrackedRun(setting, orders: orders, substeps: 4)
    self.run = run
    func grid(_ range: ClosedRange<Double>) -> [Double] {
      (0..<count).map {
        range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count - 1)
      }
    }
    let (columns, rows) = (grid(window.x), grid(window.y))
    x = columns
    y = rows
    values = rows.map { y in run.losses(columns.map { [$0, y] }) }
  }

  /// Levels at equal distances of their ranks among the values, so that valleys and slopes both have lines.
  public func levels(_ count: Int) -> [Double] {
    let sorted = values.flatMap { $0 }.filter(\.isFinite).sorted()
    guard let last = sorted.indices.last else { return [] }
    return (1...count).map { sorted[last * $0 / (count + 1)] }
  }
}
