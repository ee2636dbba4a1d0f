import HBModel

/// A state at a recorded iteration, with how far the optimizer's may be from it.
struct TrackedState: Sendable {
  /// The number n of the iteration.
  var iteration: Int
  /// The state.
  var state: MomentumState
  /// A bound for each coordinate of the point.
  var positionBox: [Double]
  /// A bound for each coordinate of the buffer.
  var momentumBox: [Double]
}

/// Follows a map from one recorded iteration to the next, with a bound of what rounding can have done in between.
///
/// Each step of the gap injects the rounding of `MomentumStepper`; the linearized map carries it to the end of the gap,
/// where its contributions are added in absolute values: `sum over k of |Phi(n,k)| r_k`, the first-order forward error of
/// Higham (2002), 3.8 and 18.1, with the exact Jacobians instead of their norms, which would grow like Gronwall's bound.
/// Terms of second order are covered by a factor of `1 + 2^-6`, as long as the bound is below 2^-6 of the largest
/// recorded iterate.
struct RunTracker {
  /// The end of a gap.
  struct Prediction {
    /// The state there, with bounds of its distance from the optimizer's.
    let tracked: TrackedState
    /// The last step of the gap.
    let lastStep: MomentumStepper.Step
    /// Whether rounding has grown so far that nothing can be told.
    let isLost: Bool
  }

  /// What covers terms of higher order.
  private static let firstOrderFactor = 1 + 0x1p-6

  private(set) var stepper: MomentumStepper
  private var derivative: GradientDerivative<DoubleDouble>
  /// The bound from which on nothing can be told.
  private let limit: Double

  /// - Parameter extent: the largest recorded iterate, in the maximum norm.
  init(_ map: MomentumMap, program: StraightLineProgram, precision: RecordedPrecision, extent: Double) {
    limit = extent * 0x1p-6
    stepper = MomentumStepper(map, program: program, precision: precision)
    derivative = GradientDerivative(program: program)
  }

  /// The state at the recorded start, at rest.
  func start(_ row: Recording.Row) -> TrackedState {
    TrackedState(
      iteration: row.iteration, state: .atRest(row.state), positionBox: box(of: row),
      momentumBox: Array(repeating: 0, count: row.state.count))
  }

  /// How far a recorded point may be from the optimizer's.
  func box(of row: Recording.Row) -> [Double] {
    guard row.isGiven else { return row.uncertainty }
    return row.state.map { stepper.precision.unitRoundoff * $0.magnitude.doubleValue }
  }

  /// Follows the map to iteration `iteration`, which must be later.
  ///
  /// - Complexity: one gradient and one Hessian a step, and O(d^3) for its Jacobian; no Hessian for a single step from an
  ///   exact point.
  mutating func predict(from origin: TrackedState, to iteration: Int) -> Prediction {
    var state = origin.state
    var steps: [MomentumStepper.Step] = []
    for _ in origin.iteration..<iteration {
      let step = stepper.advance(state)
      steps.append(step)
      state = step.state
      guard state.position.allSatisfy({ $0.isFinite }) else { break }
    }
    let bounds = bounds(steps, from: origin)
    let tracked = TrackedState(
      iteration: iteration, state: state, positionBox: bounds.position, momentumBox: bounds.momentum)
    let largest = bounds.position.reduce(0) { $1.isNaN ? .infinity : max($0, $1) }
    return Prediction(tracked: tracked, lastStep: steps[steps.count - 1], isLost: !(largest <= limit))
  }

  /// The state at a recorded iteration, once the record was seen: the point is that of the record.
  ///
  /// Of the two ways to know the buffer, following it and taking the difference of two records in a row, each coordinate
  /// has the one with the smaller bound.
  func anchored(_ prediction: Prediction, at row: Recording.Row, after origin: TrackedState) -> TrackedState {
    var result = prediction.tracked
    result.state.position = row.state
    result.positionBox = box(of: row)
    if origin.iteration + 1 == row.iteration {
      let observed = observedMomentum(prediction.lastStep, from: origin, to: row)
      for i in observed.value.indices where observed.box[i] < result.momentumBox[i] {
        result.state.momentum[i] = observed.value[i]
        result.momentumBox[i] = observed.box[i]
      }
    }
    return result
  }

  /// The state at `row`, of which nothing is known but it and the row of the iteration before.
  mutating func observed(_ before: Recording.Row, _ row: Recording.Row) -> TrackedState {
    var origin = start(before)
    origin.state.isFresh = false
    let observed = observedMomentum(stepper.advance(origin.state), from: origin, to: row)
    return TrackedState(
      iteration: row.iteration,
      state: MomentumState(position: row.state, momentum: observed.value, isFresh: false), positionBox: box(of: row),
      momentumBox: observed.box)
  }

  /// The buffer after a step from one record to the next: `bufferWeight m' = x' - x - direct g`.
  private func observedMomentum(
    _ step: MomentumStepper.Step, from origin: TrackedState, to row: Recording.Row
  ) -> (value: [DoubleDouble], box: [Double]) {
    let direct = stepper.directWeight(step.size)
    let weight = stepper.bufferWeight
    let end = box(of: row)
    // What an uncertain point does to the direct gradient is not followed here.
    let isUseless = weight.isZero || stepper.map.isShifted && origin.positionBox.contains { $0 > 0 }
    var value: [DoubleDouble] = []
    var bounds: [Double] = []
    for i in end.indices {
      value.append(isUseless ? .zero : (row.state[i] - origin.state.position[i] - direct * step.field[i]) / weight)
      bounds.append(
        isUseless
          ? .infinity
          : Self.firstOrderFactor * (step.positionError[i] + origin.positionBox[i] + end[i]) / weight.doubleValue)
    }
    return (value, bounds)
  }

  /// What the boxes at the start of a gap and the rounding of its steps amount to at its end.
  private mutating func bounds(
    _ steps: [MomentumStepper.Step], from origin: TrackedState
  ) -> (position: [Double], momentum: [Double]) {
    let d = origin.positionBox.count
    // Rows: point and buffer at the end; columns: point, buffer after the step in question.
    var byPosition = (0..<2 * d).map { row in (0..<d).map { $0 == row ? 1.0 : 0 } }
    var byMomentum = (0..<2 * d).map { row in (0..<d).map { $0 + d == row ? 1.0 : 0 } }
    var total = Array(repeating: 0.0, count: 2 * d)
    let weight = stepper.bufferWeight.doubleValue
    let (inertia, lookahead) = (stepper.inertia.doubleValue, stepper.lookahead.doubleValue)
    let isExact = origin.positionBox.allSatisfy { $0 == 0 } && lookahead == 0
    for (index, step) in steps.enumerated().reversed() {
      let needsHessian = index > 0 || !isExact
      let jacobian = needsHessian ? self.jacobian(at: step.gradientPoint) : []
      let (size, direct) = (step.size.doubleValue, stepper.directWeight(step.size).doubleValue)
      for row in 0..<2 * d {
        var throughGradient = Array(repeating: 0.0, count: d)
        var throughBuffer = throughGradient
        for j in 0..<d {
          throughBuffer[j] = weight * byPosition[row][j] + byMomentum[row][j]
          total[row] += abs(throughBuffer[j]) * step.momentumError[j] + abs(byPosition[row][j]) * step.positionError[j]
        }
        if needsHessian {
          for j in 0..<d {
            let factor = size * throughBuffer[j] + direct * byPosition[row][j]
            for i in 0..<d { throughGradient[i] += factor * jacobian[i][j] }
          }
        }
        for j in 0..<d {
          byPosition[row][j] += throughGradient[j]
          byMomentum[row][j] = inertia * throughBuffer[j] + lookahead * throughGradient[j]
        }
      }
    }
    for row in 0..<2 * d {
      for j in 0..<d {
        if origin.positionBox[j] > 0 { total[row] += abs(byPosition[row][j]) * origin.positionBox[j] }
        if origin.momentumBox[j] > 0 { total[row] += abs(byMomentum[row][j]) * origin.momentumBox[j] }
      }
    }
    total = total.map { Self.firstOrderFactor * $0 }
    return (Array(total[..<d]), Array(total[d...]))
  }

  /// Column i: the derivative of the field along coordinate i.
  private mutating func jacobian(at point: [DoubleDouble]) -> [[Double]] {
    point.indices.map { i in
      var direction = Array(repeating: DoubleDouble.zero, count: point.count)
      direction[i] = .one
      return derivative(point, along: direction).derivative.map(\.doubleValue)
    }
  }
}
