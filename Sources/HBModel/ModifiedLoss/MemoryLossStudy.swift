/// One step of heavy ball from rest beside a gradient step on a loss with memory, at one iteration.
///
/// With the iterates and their derivatives with respect to the start, the gradient with respect to the current iterate is
/// the solution y of `(dx_n/dx_0)^T y = d M_n / d x_0`. Nothing is expanded: the two agree to rounding at any step size
/// for which `dx_n/dx_0` is invertible.
public struct MemoryLossStudy<T: Real>: Sendable {
  /// The method's `x_{n+1}`.
  public let method: [T]
  /// `x_n - h grad M_n(x_n)`.
  public let descent: [T]
  /// The size of the states and of what their derivatives amplify, at least 1.
  public let scale: Double

  /// The distance of the two, relative to the scale.
  public var deviation: Double { maximumNorm(method, minus: descent) / scale }

  /// Compares both after `iteration` steps.
  ///
  /// - Parameters:
  ///   - memory: the stated loss.
  ///   - step: h > 0.
  ///   - iteration: n, at least 0.
  /// - Throws: `DynamicsError` where the trajectory leaves the domain of the objective or diverges.
  /// - Complexity: one directional derivative for each variable and step.
  @specialized(where T == DoubleDouble)
  public static func run(
    _ problem: MomentumProblem, memory: MemoryLoss, step: T, iteration: Int
  ) throws(DynamicsError) -> MemoryLossStudy {
    let momentum = T(problem.momentum)
    let decay: T = memory.decay.evaluate(at: momentum)
    let kinetic: T = memory.kinetic.evaluate(at: momentum)
    let states = try MethodRun<T>(problem, step: step, steps: iteration + 1).states
    let dimension = problem.start.count
    // d M_n / d x_0 and d x_n / d x_0, one column for each variable of the start.
    var slopes: [T] = []
    var columns: [[T]] = []
    for variable in 0..<dimension {
      var tangent = Tangent<T>(problem, variable: variable)
      var slope = T.zero
      for n in 0...iteration {
        let moved = n == 0 ? Array(repeating: T.zero, count: dimension) : difference(states[n], states[n - 1])
        let share =
          tangent.objectiveSlope(at: states[n]) - (kinetic + kinetic) / step * tangent.alongDisplacement(moved)
        slope = decay * slope + share
        if n < iteration { tangent.advance(from: states[n], step: step, momentum: momentum) }
      }
      slopes.append(slope)
      columns.append(tangent.current)
    }
    let solution = solve(columns, slopes)
    let descent = zip(states[iteration], solution.values).map { $0 - step * $1 }
    let size = states.reduce(maximumNorm(slopes) * step.doubleValue) { max($0, maximumNorm($1)) }
    return MemoryLossStudy(
      method: states[iteration + 1], descent: descent, scale: max(1, size) / min(1, solution.smallestPivot))
  }

  private static func difference(_ first: [T], _ second: [T]) -> [T] { zip(first, second).map { $0 - $1 } }

  /// The solution of `sum over r of rows[c][r] y_r = right[c]`, by elimination with row exchanges.
  private static func solve(_ rows: [[T]], _ right: [T]) -> (values: [T], smallestPivot: Double) {
    var (rows, right) = (rows, right)
    var smallest = Double.infinity
    for column in rows.indices {
      let pivot = (column..<rows.count).reduce(column) { best, row in
        rows[row][column].magnitude > rows[best][column].magnitude ? row : best
      }
      rows.swapAt(column, pivot)
      right.swapAt(column, pivot)
      smallest = min(smallest, rows[column][column].magnitude.doubleValue)
      for row in (column + 1)..<max(rows.count, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        for entry in column..<rows.count { rows[row][entry] -= factor * rows[column][entry] }
        right[row] -= factor * right[column]
      }
    }
    var values = right
    for row in rows.indices.reversed() {
      for entry in (row + 1)..<max(rows.count, row + 1) { values[row] -= rows[row][entry] * values[entry] }
      values[row] = values[row] / rows[row][row]
    }
    return (values, smallest)
  }
}

/// The derivative of the iterates with respect to one variable of the start.
private struct Tangent<T: Real> {
  private(set) var current: [T]
  private var previous: [T]
  private var gradient: GradientDerivative<T>
  private var objective: JetEvaluator<T>

  init(_ problem: MomentumProblem, variable: Int) {
    current = Array(repeating: .zero, count: problem.start.count)
    current[variable] = .one
    previous = current
    gradient = GradientDerivative(program: problem.program)
    objective = JetEvaluator(program: problem.valueProgram, algebra: .taylor(degree: 1))
  }

  mutating func advance(from state: [T], step: T, momentum: T) {
    let change = gradient(state, along: current).derivative
    let next = current.indices.map { current[$0] + step * change[$0] + momentum * (current[$0] - previous[$0]) }
    (previous, current) = (current, next)
  }

  /// The derivative of `L(x_n)`.
  mutating func objectiveSlope(at state: [T]) -> T {
    for variable in state.indices {
      objective.setInput(variable, at: 0, to: state[variable])
      objective.setInput(variable, at: 1, to: current[variable])
    }
    objective.advance(toWeight: 0)
    objective.advance(toWeight: 1)
    return objective.output(0, at: 1)
  }

  /// Half the derivative of `|x_n - x_{n-1}|^2`, for the displacement `x_n - x_{n-1}`.
  func alongDisplacement(_ displacement: [T]) -> T {
    displacement.indices.reduce(T.zero) { $0 + displacement[$1] * (current[$1] - previous[$1]) }
  }
}
