import HBModel

/// The first recorded iterate that is not the method's.
public struct RunDeviation: Equatable, Sendable {
  /// The index of its row.
  public let row: Int
  /// The number of its iteration.
  public let iteration: Int
  /// The coordinate that is off by most in terms of its bound, from 0.
  public let coordinate: Int
  /// What was recorded there.
  public let recorded: DoubleDouble
  /// What the method has, from the records before.
  public let expected: DoubleDouble
  /// The distance that rounding allows.
  public let bound: Double

  /// What was recorded less what the method has.
  public var difference: Double { (recorded - expected).doubleValue }
}

/// How far a recording follows one map.
struct RunFollowing: Sendable {
  /// How many rows were compared and agree.
  var agreeing = 0
  /// The iteration up to which everything agrees.
  var agreesThrough: Int
  /// The largest distance over its bound among the rows that agree.
  var worst = 0.0
  /// The rows that nothing can be told about, as rounding may have grown too far.
  var lost: [Int] = []
  /// The first row that does not agree, where there is one.
  var deviation: RunDeviation?
  /// The state at the last row before it; the end where all agree.
  var lastState: TrackedState

  /// Whether all rows agree, and something was compared.
  var isMatch: Bool { deviation == nil && lost.isEmpty && agreeing > 0 }

  /// Follows the map of `tracker` from a state through the rows of index `rows`, up to the first that does not agree.
  init(_ recording: Recording, rows: Range<Int>, from origin: TrackedState, tracker: inout RunTracker) {
    agreesThrough = origin.iteration
    lastState = origin
    for index in rows {
      let row = recording.rows[index]
      let prediction = tracker.predict(from: lastState, to: row.iteration)
      if prediction.isLost {
        lost.append(index)
      } else {
        let (ratio, coordinate) = RunFollowing.ratio(prediction, row: row, box: tracker.box(of: row))
        guard ratio <= 1 else {
          deviation = RunDeviation(
            row: index, iteration: row.iteration, coordinate: coordinate, recorded: row.state[coordinate],
            expected: prediction.tracked.state.position[coordinate],
            bound: prediction.tracked.positionBox[coordinate] + tracker.box(of: row)[coordinate])
          return
        }
        worst = max(worst, ratio)
        agreeing += 1
        agreesThrough = row.iteration
      }
      lastState = tracker.anchored(prediction, at: row, after: lastState)
    }
  }

  /// The largest distance over its bound, and the coordinate that has it.
  private static func ratio(
    _ prediction: RunTracker.Prediction, row: Recording.Row, box: [Double]
  ) -> (ratio: Double, coordinate: Int) {
    var result = (ratio: 0.0, coordinate: 0)
    for i in row.state.indices {
      let distance = (row.state[i] - prediction.tracked.state.position[i]).magnitude.doubleValue
      let bound = prediction.tracked.positionBox[i] + box[i]
      let ratio = distance == 0 ? 0 : distance / bound
      if !(ratio <= result.ratio) { result = (ratio.isNaN ? .infinity : ratio, i) }
    }
    return result
  }
}
