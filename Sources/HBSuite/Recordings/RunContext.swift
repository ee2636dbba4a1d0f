import HBModel

/// What following a recording needs to know, besides the map that is followed.
struct RunContext: Sendable {
  /// The recording.
  let recording: Recording
  /// Where the comparison begins.
  let origin: RunOrigin
  /// The arithmetic of the optimizer.
  let precision: RecordedPrecision
  /// Code for `-grad L`.
  let program: StraightLineProgram
  /// The largest recorded iterate, in the maximum norm.
  let extent: Double

  init(_ recording: Recording, origin: RunOrigin, precision: RecordedPrecision, program: StraightLineProgram) {
    self.recording = recording
    self.origin = origin
    self.precision = precision
    self.program = program
    extent = recording.rows.reduce(0) { max($0, maximumNorm($1.state)) }
  }

  /// The rows that are compared.
  var rows: Range<Int> {
    switch origin {
    case .rest: 1..<recording.rows.count
    case .moving(let index): index + 1..<recording.rows.count
    }
  }

  /// A follower of a map.
  func tracker(_ map: MomentumMap) -> RunTracker {
    RunTracker(map, program: program, precision: precision, extent: extent)
  }

  /// The state with which the comparison begins.
  func start(_ tracker: inout RunTracker) -> TrackedState {
    switch origin {
    case .rest: tracker.start(recording.rows[0])
    case .moving(let index): tracker.observed(recording.rows[index - 1], recording.rows[index])
    }
  }

  /// How far the recording follows a map.
  func follow(_ map: MomentumMap) -> RunFollowing {
    var tracker = tracker(map)
    let start = start(&tracker)
    return RunFollowing(recording, rows: rows, from: start, tracker: &tracker)
  }

  /// The same with another origin.
  func from(_ origin: RunOrigin) -> RunContext {
    RunContext(recording, origin: origin, precision: precision, program: program)
  }
}

/// Where the comparison with a map begins: at rest at the first row, or at two rows of successive iterations.
enum RunOrigin: Equatable, Sendable {
  /// At the first row, iteration 0, with an empty buffer.
  case rest
  /// At the row of this index, with the displacement since the row before, which is one iteration older.
  case moving(Int)

  /// The origin of a recording; nil where there is none.
  init?(_ recording: Recording) {
    let rows = recording.rows
    if rows[0].iteration == 0 {
      self = .rest
    } else if let index = rows.indices.dropFirst().first(where: { rows[$0 - 1].iteration + 1 == rows[$0].iteration }) {
      self = .moving(index)
    } else {
      return nil
    }
  }
}
