import HBModel

/// The ladder of a convergence study in plain text: steps, step size, largest error over the grid, slope.
public struct LadderText: Sendable {
  private let study: ConvergenceStudy<DoubleDouble>

  /// The ladder of `study`.
  public init(_ study: ConvergenceStudy<DoubleDouble>) { self.study = study }

  /// The table; rungs below the floor say so.
  public func lines(indent: String) -> [String] {
    let rows = study.rungs.enumerated().map { index, rung in
      [
        "\(rung.steps)", stepText(rung), Figures.scientific(rung.largestError),
        slope(index).map { Figures.short($0) } ?? "",
        isDropped(index) ? "dropped: below 100 times the floor of \(Figures.scientific(rung.floor, digits: 2))" : "",
      ]
    }
    return rows.isEmpty
      ? []
      : TextTable([.right("steps"), .right("step"), .right("error"), .right("slope"), .left()], rows: rows)
        .lines(indent: indent)
  }

  /// The slope from the rung before to this one; nil for the first and for dropped ones.
  func slope(_ index: Int) -> Double? {
    study.slopes.indices.contains(index - 1) ? study.slopes[index - 1] : nil
  }

  /// Whether the rung is too near its floor to be judged, or finer than one that is.
  func isDropped(_ index: Int) -> Bool {
    guard index >= study.usable else { return false }
    // A study that stopped on the way judged none of its rungs, whatever their floors.
    let first = study.rungs[study.usable]
    return maximumNorm(first.terminalError) < 100 * first.floor
  }

  /// The numbers of steps of the rungs that are dropped.
  var dropped: [Int] { study.rungs.indices.filter(isDropped).map { study.rungs[$0].steps } }

  private func stepText(_ rung: Rung<DoubleDouble>) -> String {
    let exact = try? study.request.time / Rational(rung.steps)
    return exact.map(\.description) ?? rung.step.formatted(digits: 6)
  }
}
