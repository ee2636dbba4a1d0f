/// Any field of trees against the method over a fixed number of steps, as h tends to 0: from the start that suits it.
///
/// The sibling of `LocalStudy` for every method and both starts. The *fixed-step error* `(x_n - x(t_n)) / h^(k+1)` must
/// vanish. The *local defect*, by which the model's states differ from what the method makes of their predecessors, over
/// `h^(k+2)`, must tend to `-(f_{n,k+1} - beta f_{n-1,k+1})(x_0)` from rest, with `f_{-1} = 0`, and to
/// `-(1 - beta) f_{k+1}(x_0)` on the slow manifold; beta is the method's inertia, mu or 0. A look-ahead enters at order
/// `h^(k+3)` only, so that the formula is Nesterov's as well.
public struct FieldStudy<T: Real>: Sendable {
  /// The order k of the model.
  public let order: Int
  /// The number of steps n.
  public let steps: Int
  /// The fixed-step error, extrapolated to h = 0.
  public let fixedStepError: RichardsonExtrapolation<T>
  /// The size of the true model's terms of order `h^k` at the start, in the maximum norm.
  public let topTermScale: Double
  /// The iterations at which the defect is measured.
  public let iterations: [Int]
  /// The local defect at each of them, extrapolated to h = 0.
  public let defects: [RichardsonExtrapolation<T>]
  /// The predicted local defect at each of them.
  public let predictedDefects: [[T]]
  /// A bound of what rounding and integration contribute to the fixed-step error on the finest rung.
  public let noise: Double
  /// The smallest step size.
  public let finestStep: Double

  /// Runs the study of a model that is given by its coefficients.
  ///
  /// - Parameters:
  ///   - start: how the method is started.
  ///   - step: the largest step size; each rung halves it.
  ///   - steps: the number of steps n, at least 1.
  ///   - rungs: how many step sizes, at least 4.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `rungs * steps` model steps.
  @specialized(where T == DoubleDouble)
  public static func run(
    _ problem: MomentumProblem, model: any ContinuousModel, start: ModelStart, order: Int, step: Rational, steps: Int,
    rungs: Int, integrator: any Integrator
  ) throws(DynamicsError) -> FieldStudy {
    let table: CoefficientTable<T> = model.coefficients(
      of: problem.method, order: order + 1, momentum: T(problem.momentum), iterations: steps + 1)
    return try run(
      problem, start: start, order: order, step: step, steps: steps, rungs: rungs, integrator: integrator
    ) { ModelField(problem, table: table, order: order, step: $0) }
  }

  /// Runs the study of any field.
  ///
  /// - Parameters:
  ///   - start: how the method is started.
  ///   - order: the order j at which the field is judged. A field with right terms beyond `h^j` has another local
  ///     defect than the one predicted.
  ///   - step: the largest step size; each rung halves it.
  ///   - steps: the number of steps n, at least 1.
  ///   - rungs: how many step sizes, at least 4.
  ///   - field: the field for a step size.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `rungs * steps` model steps.
  public static func run<F: GridField>(
    _ problem: MomentumProblem, start: ModelStart, order: Int, step: Rational, steps: Int, rungs: Int,
    integrator: any Integrator, field: (T) -> F
  ) throws(DynamicsError) -> FieldStudy where F.Scalar == T {
    let initial: [T] = problem.startingPoint()
    let prediction = FieldPrediction<T>(problem, start: start, order: order, steps: steps)
    let defectScale = prediction.defects.map(maximumNorm).max() ?? 0
    var size = T(step)
    var finest = size
    var errors: [[T]] = []
    var defects: [[[T]]] = Array(repeating: [], count: prediction.iterations.count)
    var noise = 0.0
    for _ in 0..<rungs {
      var power = T.one
      for _ in 0...order { power *= size }
      var own = field(size)
      let before =
        start == .rest ? initial : try problem.stateBeforeStart(field: &own, step: size, integrator: integrator)
      let method = try MethodRun<T>(problem, step: size, steps: steps, previous: before)
      let solved = try ModelRun<T>(
        problem, field: &own, step: size, steps: steps + 1, integrator: integrator,
        tolerance: 1e-10 * min(prediction.topTermScale, defectScale * size.doubleValue) * power.doubleValue)
      errors.append(zip(method.states[steps], solved.states[steps]).map { ($0 - $1) / power })
      var gradient = NegativeGradient<T>(program: problem.program)
      for (index, n) in prediction.iterations.enumerated() {
        let defect = problem.defect(
          previous: n == 0 ? before : solved.states[n - 1], current: solved.states[n], next: solved.states[n + 1],
          step: size, gradient: &gradient)
        defects[index].append(defect.map { $0 / (power * size) })
      }
      let scale = max(1, maximumNorm(solved.states[steps]))
      noise = (solved.errorEstimate + Double(steps) * 0x1p-103 * scale) / power.doubleValue
      finest = size
      size *= T(0.5)
    }
    return FieldStudy(
      order: order, steps: steps, fixedStepError: RichardsonExtrapolation(errors, ratio: 2),
      topTermScale: prediction.topTermScale, iterations: prediction.iterations,
      defects: defects.map { RichardsonExtrapolation($0, ratio: 2) }, predictedDefects: prediction.defects,
      noise: noise, finestStep: finest.doubleValue)
  }
}

/// What the derivation says about a study before it is run.
private struct FieldPrediction<T: Real> {
  let iterations: [Int]
  let defects: [[T]]
  let topTermScale: Double

  init(_ problem: MomentumProblem, start: ModelStart, order: Int, steps: Int) {
    // On the slow manifold all iterations are alike.
    iterations =
      start == .slowManifold
      ? [0] : [0, 1, 2, steps].reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    let momentum = T(problem.momentum)
    let inertia = problem.method.inertia(momentum: momentum)
    let model: any ContinuousModel = start == .slowManifold ? StationaryModel() : PiecewiseModel()
    let table: CoefficientTable<T> = model.coefficients(
      of: problem.method, order: order + 2, momentum: momentum, iterations: steps + 2)
    let trees = TreeTable.upTo(order + 2)
    let (own, next) = (trees.range(ofOrder: order + 1), trees.range(ofOrder: order + 2))
    var differentials: ElementaryDifferentials<T> = problem.differentials(order: order + 2)
    differentials.evaluate(at: problem.startingPoint())
    defects = iterations.map { n in
      let current = table.coefficients(iteration: n)
      let isFirst = n == 0 && start == .rest
      let previous = isFirst ? nil : table.coefficients(iteration: max(0, n - 1))
      return differentials.combine(
        current.indices.map { tree in
          next.contains(tree) ? inertia * (previous?[tree] ?? .zero) - current[tree] : .zero
        })
    }
    let coefficients = table.coefficients(iteration: steps)
    topTermScale = own.reduce(0) { largest, tree in
      let sizes = (0..<differentials.dimension).map { component in
        abs((coefficients[tree] * differentials.value(component: component, tree: tree)).doubleValue)
      }
      return max(largest, sizes.max() ?? 0)
    }
  }
}
