import HBModel

/// Finds the momentum and the step with which a map passes nearest to the rows of a recording.
///
/// Gauss-Newton on the distances to the rows, with the exact derivatives of the iterates by the parameters, on windows of
/// growing length: each starts from what the one before has found. What comes out is a proposal; whether the recording
/// follows it to rounding is for `RunFollowing` to say.
struct ParameterFit {
  /// What was found: the best value of each parameter and how far it may be off.
  struct Estimate: Equatable {
    var momentum: Double
    var step: Double
    var firstStep: Double
    var momentumError: Double
    var stepError: Double
    var firstStepError: Double
  }

  /// The form of the map; its parameters do not matter.
  let shape: MomentumMap
  /// Whether the first step, with an empty buffer, is a parameter of its own.
  let fitsFirstStep: Bool
  /// The step with which the buffer at the start was made, where it is a sum of gradients that a new step multiplies;
  /// nil where it is kept as a displacement.
  let bufferStep: Double?
  private let recording: Recording
  private var derivative: GradientDerivative<DoubleDouble>

  init(
    shape: MomentumMap, fitsFirstStep: Bool = false, bufferStep: Double? = nil, recording: Recording,
    program: StraightLineProgram
  ) {
    self.shape = shape
    self.fitsFirstStep = fitsFirstStep
    self.bufferStep = bufferStep
    self.recording = recording
    derivative = GradientDerivative(program: program)
  }

  private var parameterCount: Int { fitsFirstStep ? 3 : 2 }

  /// Fits the rows of index `rows`, from a state at iteration `iteration`.
  ///
  /// The starts are usual momenta with the step given and the steps that it may be mistaken for; of these the nearest to
  /// the first rows are taken further.
  ///
  /// - Returns: nil where nothing fits the rows to a thousandth of the way that they go.
  mutating func fit(rows: Range<Int>, from state: MomentumState, at iteration: Int) -> Estimate? {
    // As few rows as determine the parameters: over a long way the distances have many minima.
    let first = rows.prefix(max(2, (parameterCount + recording.dimension) / recording.dimension))
    var starts: [(parameters: [Double], residual: Double)] = []
    for parameters in guesses {
      guard let found = distances(parameters, rows: first, from: state, at: iteration) else { continue }
      starts.append((parameters, found.norm))
    }
    var best: (parameters: [Double], residual: Double)?
    for start in starts.sorted(by: { $0.residual < $1.residual }).prefix(6) {
      guard let found = refine(start.parameters, rows: first, from: state, at: iteration) else { continue }
      if found.residual < (best?.residual ?? .infinity) { best = found }
    }
    guard var current = best?.parameters else { return nil }
    var count = 4
    while count < 2 * rows.count, count <= 64 {
      guard let found = refine(current, rows: rows.prefix(count), from: state, at: iteration) else { return nil }
      current = found.parameters
      count *= 2
    }
    return estimate(current, rows: rows.prefix(max(first.count, count / 2)), from: state, at: iteration)
  }

  private var guesses: [[Double]] {
    let (momentum, step) = (DoubleDouble(shape.momentum).doubleValue, DoubleDouble(shape.step).doubleValue)
    let factors: [Double] = [1, 1 - momentum, 1 / (1 - momentum), 0.5, 2, 0.25]
    let momenta: [Double] = [momentum, 0.5, 0.9, 0]
    var result: [[Double]] = []
    for guess in momenta {
      for factor in factors { result.append(Array([guess, factor * step, factor * step].prefix(parameterCount))) }
    }
    return result
  }

  /// Gauss-Newton steps, halved where they do not bring the rows nearer.
  private mutating func refine(
    _ start: [Double], rows: Range<Int>, from state: MomentumState, at iteration: Int
  ) -> (parameters: [Double], residual: Double)? {
    var parameters = start
    guard var current = distances(parameters, rows: rows, from: state, at: iteration) else { return nil }
    for _ in 0..<30 {
      guard let change = ParameterFit.solve(current.derivatives, current.residuals) else { break }
      var factor = 1.0
      var improved: Distances?
      var candidate = parameters
      while factor > 1e-4 {
        candidate = parameters.indices.map { parameters[$0] - factor * change[$0] }
        candidate[0] = min(max(candidate[0], 0), 0.9999)
        if let next = distances(candidate, rows: rows, from: state, at: iteration), next.norm < current.norm {
          improved = next
          break
        }
        factor /= 4
      }
      guard let improved else { break }
      let isDone = improved.norm > 0.999 * current.norm
      (parameters, current) = (candidate, improved)
      if isDone { break }
    }
    return (parameters, current.norm)
  }

  /// The parameters with their uncertainty: four times what the remaining distances, or rounding, mean for them.
  private mutating func estimate(
    _ parameters: [Double], rows: Range<Int>, from state: MomentumState, at iteration: Int
  ) -> Estimate? {
    guard let found = distances(parameters, rows: rows, from: state, at: iteration) else { return nil }
    let way = rows.reduce(0) { max($0, maximumNorm(recording.rows[$1].state, minus: state.position)) }
    guard found.norm <= 1e-3 * way else { return nil }
    let size = rows.reduce(0) { max($0, maximumNorm(recording.rows[$1].state)) }
    let noise = 4 * max(found.norm, 0x1p-52 * size)
    var errors: [Double] = []
    for index in parameters.indices {
      var unit = Array(repeating: 0.0, count: parameters.count)
      unit[index] = 1
      guard let column = ParameterFit.solveNormal(found.derivatives, unit) else { return nil }
      errors.append(noise * max(column[index], 0).squareRoot())
    }
    return Estimate(
      momentum: parameters[0], step: parameters[1], firstStep: parameters[parameters.count - 1],
      momentumError: errors[0], stepError: errors[1], firstStepError: errors[errors.count - 1])
  }

  /// The distances of the rows from the map's iterates, and their derivatives by the parameters.
  private struct Distances {
    var residuals: [Double] = []
    var derivatives: [[Double]] = []
    /// The Euclidean norm.
    var norm: Double { residuals.reduce(0) { $0 + $1 * $1 }.squareRoot() }
  }

  private mutating func distances(
    _ parameters: [Double], rows: Range<Int>, from origin: MomentumState, at iteration: Int
  ) -> Distances? {
    let mu = DoubleDouble(parameters[0])
    var x = origin.position
    let scale = bufferStep.map { DoubleDouble(parameters[1]) / DoubleDouble($0) } ?? .one
    var m = origin.momentum.map { scale * $0 }
    var isFresh = origin.isFresh
    let zero = Array(repeating: DoubleDouble.zero, count: x.count)
    // The derivatives of point and buffer by each parameter.
    var dx = Array(repeating: zero, count: parameterCount)
    var dm = dx
    if let bufferStep { dm[1] = origin.momentum.map { $0 / DoubleDouble(bufferStep) } }
    var result = Distances()
    var n = iteration
    for row in rows {
      while n < recording.rows[row].iteration {
        let stepIndex = isFresh && fitsFirstStep ? 2 : 1
        let s = DoubleDouble(parameters[stepIndex])
        let p = shape.looksAhead ? x.indices.map { x[$0] + mu * m[$0] } : x
        var g = zero
        var nextM = m
        let (oldM, oldX) = (m, x)
        for index in 0..<parameterCount {
          var dp = dx[index]
          if shape.looksAhead {
            for i in dp.indices { dp[i] += mu * dm[index][i] + (index == 0 ? oldM[i] : .zero) }
          }
          let both = derivative(p, along: dp)
          g = both.value
          for i in dp.indices {
            let own = s * both.derivative[i] + (index == stepIndex ? g[i] : .zero)
            nextM[i] = mu * oldM[i] + s * g[i]
            dm[index][i] = mu * dm[index][i] + (index == 0 ? oldM[i] : .zero) + own
            if shape.isShifted {
              dx[index][i] += mu * dm[index][i] + (index == 0 ? nextM[i] : .zero) + own
            } else {
              dx[index][i] += dm[index][i]
            }
          }
        }
        m = nextM
        x = oldX.indices.map { oldX[$0] + (shape.isShifted ? mu * m[$0] + s * g[$0] : m[$0]) }
        isFresh = false
        n += 1
      }
      guard x.allSatisfy({ $0.isFinite && $0.magnitude.doubleValue < 1e30 }) else { return nil }
      for i in x.indices {
        result.residuals.append((x[i] - recording.rows[row].state[i]).doubleValue)
        result.derivatives.append((0..<parameterCount).map { dx[$0][i].doubleValue })
      }
    }
    return result
  }

  /// The least-squares solution of `J change = residuals`; nil where the parameters cannot be told apart.
  private static func solve(_ derivatives: [[Double]], _ residuals: [Double]) -> [Double]? {
    guard let count = derivatives.first?.count else { return nil }
    var right = Array(repeating: 0.0, count: count)
    for (row, residual) in zip(derivatives, residuals) { for i in 0..<count { right[i] += row[i] * residual } }
    return solveNormal(derivatives, right)
  }

  /// The solution of `J^T J y = right` by elimination, columns scaled to length 1.
  private static func solveNormal(_ derivatives: [[Double]], _ right: [Double]) -> [Double]? {
    let count = right.count
    var matrix = Array(repeating: Array(repeating: 0.0, count: count + 1), count: count)
    for row in derivatives { for i in 0..<count { for j in 0..<count { matrix[i][j] += row[i] * row[j] } } }
    let scale = (0..<count).map { matrix[$0][$0].squareRoot() }
    guard scale.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    for i in 0..<count {
      for j in 0..<count { matrix[i][j] /= scale[i] * scale[j] }
      matrix[i][count] = right[i] / scale[i]
    }
    // Positive definite with ones on the diagonal: no pivoting is needed.
    for i in 0..<count {
      guard matrix[i][i] > 1e-13 else { return nil }
      for k in 0..<count where k != i {
        let factor = matrix[k][i] / matrix[i][i]
        for j in i...count { matrix[k][j] -= factor * matrix[i][j] }
      }
    }
    return (0..<count).map { matrix[$0][count] / matrix[$0][$0] / scale[$0] }
  }
}
