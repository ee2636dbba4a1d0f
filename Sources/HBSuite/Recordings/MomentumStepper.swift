import HBModel

/// The point and the buffer of a momentum method.
struct MomentumState: Equatable, Sendable {
  /// The point x.
  var position: [DoubleDouble]
  /// The buffer m, as a displacement.
  var momentum: [DoubleDouble]
  /// Whether the buffer is still empty.
  var isFresh: Bool

  /// The point with an empty buffer.
  static func atRest(_ position: [DoubleDouble]) -> MomentumState {
    MomentumState(position: position, momentum: Array(repeating: .zero, count: position.count), isFresh: true)
  }
}

/// Does steps of a map in double-double arithmetic, and bounds the rounding of an optimizer that does them in another.
struct MomentumStepper {
  /// What a step was made of.
  struct Step {
    /// The state after it.
    let state: MomentumState
    /// The point at which the gradient was taken.
    let gradientPoint: [DoubleDouble]
    /// The field `-grad L` there.
    let field: [DoubleDouble]
    /// The step size s that was used.
    let size: DoubleDouble
    /// A bound of the rounding of the new buffer.
    let momentumError: [Double]
    /// A bound of the rounding of the new point, besides what the buffer brings in.
    let positionError: [Double]
  }

  /// The map.
  let map: MomentumMap
  /// The arithmetic of the optimizer.
  let precision: RecordedPrecision
  /// The weight of the old buffer in the new one.
  let inertia: DoubleDouble
  /// The weight of the buffer in the point of the gradient.
  let lookahead: DoubleDouble
  /// The weight of the new buffer in the new point.
  let bufferWeight: DoubleDouble
  private let momentum: Double
  private let step: DoubleDouble
  private let firstStep: DoubleDouble
  private var gradient: RunningErrorGradient

  init(_ map: MomentumMap, program: StraightLineProgram, precision: RecordedPrecision) {
    self.map = map
    self.precision = precision
    let mu = DoubleDouble(map.momentum)
    momentum = mu.doubleValue
    inertia = map.forgets ? .zero : mu
    lookahead = map.looksAhead ? mu : .zero
    bufferWeight = map.isShifted ? mu : .one
    step = DoubleDouble(map.step)
    firstStep = DoubleDouble(map.firstStep)
    gradient = RunningErrorGradient(program: program)
  }

  /// The weight of the gradient in the new point, besides what the buffer brings in.
  func directWeight(_ size: DoubleDouble) -> DoubleDouble { map.isShifted ? size : .zero }

  /// One step.
  ///
  /// The errors count the roundings of every way in which the conventions are written, with u for each operation and
  /// each constant (Higham 2002, 2.4), to first order. The buffer: mu, its product, the sum, and the step outside, 6 at
  /// most on `mu m`; the step, 1-mu or 1-d (whose own rounding is larger by `1/(1-mu)`), products and the sum on `s g`.
  /// The point: the sum, 2 to be safe. Where the buffer is a difference of iterates, these are rounded as well: written as
  /// `(1+mu) x_n - mu x_{n-1} - h g` that is 9 times the largest of them.
  mutating func advance(_ state: MomentumState) -> Step {
    let point =
      map.looksAhead
      ? state.position.indices.map { state.position[$0] + lookahead * state.momentum[$0] } : state.position
    let offset: [Double]? =
      map.looksAhead
      ? point.indices.map { i in
        6 * (lookahead * state.momentum[i]).magnitude.doubleValue + 3 * state.position[i].magnitude.doubleValue
          + 3 * point[i].magnitude.doubleValue
      } : nil
    let (field, fieldError) = gradient(point, uncertainty: offset)
    let size = state.isFresh ? firstStep : step
    let direct = directWeight(size)
    var next = MomentumState(position: state.position, momentum: state.momentum, isFresh: false)
    var momentumError: [Double] = []
    var positionError: [Double] = []
    let u = precision.unitRoundoff
    for i in field.indices {
      next.momentum[i] = inertia * state.momentum[i] + size * field[i]
      next.position[i] = state.position[i] + bufferWeight * next.momentum[i] + direct * field[i]
      let slope = (size * field[i]).magnitude.doubleValue
      let kept = (inertia * state.momentum[i]).magnitude.doubleValue
      let ends = max(state.position[i].magnitude.doubleValue, next.position[i].magnitude.doubleValue)
      // The iterate before this one is no larger than this one and the displacement between them.
      let difference = map.isDifference ? 9 * (ends + state.momentum[i].magnitude.doubleValue) : 0
      let gradientError = size.magnitude.doubleValue * fieldError[i]
      momentumError.append(
        u * (6 * kept + (6 + 1 / (1 - momentum)) * slope + gradientError + difference) + 8 * precision.smallestNormal)
      let shifted =
        map.isShifted ? 6 * slope + gradientError + 6 * (bufferWeight * next.momentum[i]).magnitude.doubleValue : 0
      positionError.append(u * (2 * ends + shifted) + 8 * precision.smallestNormal)
    }
    return Step(
      state: next, gradientPoint: point, field: field, size: size, momentumError: momentumError,
      positionError: positionError)
  }
}
