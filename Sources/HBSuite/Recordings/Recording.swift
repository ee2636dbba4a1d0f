import HBModel

/// Iterates that an optimizer wrote, row by row: the number of the iteration and the point.
///
/// ```swift
/// let run = try Recording(bytes: Array("n,x1\n0,1\n1,0.75\n".utf8), file: "run.csv")
/// print(run.rows[1].iteration, run.rows[1].state)  // 1 [0.75]
/// ```
public struct Recording: Equatable, Sendable {
  /// One recorded iterate.
  public struct Row: Equatable, Sendable {
    /// The number n of the iteration.
    public let iteration: Int
    /// The point `x_n`.
    public let state: [DoubleDouble]
    /// How far each coordinate may be from what the optimizer had, for it was written with few digits; 0 where the
    /// digits suffice to read a double back.
    public let uncertainty: [Double]
    /// Whether the row is the start as a person gave it, which the optimizer rounded.
    public let isGiven: Bool

    /// A row.
    public init(iteration: Int, state: [DoubleDouble], uncertainty: [Double], isGiven: Bool = false) {
      self.iteration = iteration
      self.state = state
      self.uncertainty = uncertainty
      self.isGiven = isGiven
    }
  }

  /// The largest number of an iteration.
  public static let largestIteration = 1 << 18
  /// The largest number of coordinates.
  public static let largestDimension = 64
  /// The number of significant digits from which on a decimal reads back as the double that was written.
  public static let completeDigits = 17

  /// The name of the file, for messages.
  public let file: String
  /// The number of coordinates.
  public let dimension: Int
  /// The rows, in ascending order of their iterations; at least two, unless made by hand.
  public let rows: [Row]
  /// The largest number of significant digits with which a coordinate was written.
  public let digits: Int

  /// The line of the file with the first row.
  public let firstLine: Int

  /// A recording of the given rows.
  public init(
    file: String = "the recording", dimension: Int, rows: [Row], digits: Int = Recording.completeDigits,
    firstLine: Int = 2
  ) {
    self.file = file
    self.firstLine = firstLine
    self.dimension = dimension
    self.rows = rows
    self.digits = digits
  }

  /// The recording with the start in front, as a person gave it; it must not begin with iteration 0.
  public func startingAt(_ start: [Rational]) -> Recording {
    let first = Row(
      iteration: 0, state: start.map { DoubleDouble(DoubleDouble($0).doubleValue) },
      uncertainty: Array(repeating: 0, count: start.count), isGiven: true)
    return Recording(file: file, dimension: dimension, rows: [first] + rows, digits: digits)
  }

  /// Whether every coordinate is a number of single precision, as far as its digits tell.
  ///
  /// Nine digits suffice to read a single back, so that fewer cannot exclude one.
  public var mayBeSingle: Bool {
    if digits <= 9 { return true }
    return rows.allSatisfy { row in
      row.isGiven
        || zip(row.state, row.uncertainty).allSatisfy { value, uncertainty in
          let nearest = Double(Float(value.doubleValue))
          return nearest.isFinite && (value - DoubleDouble(nearest)).magnitude.doubleValue <= uncertainty
        }
    }
  }
}

/// Why a text is no recording: the file, the place, what was met, and what was expected.
public typealias RecordingError = DerivationError
