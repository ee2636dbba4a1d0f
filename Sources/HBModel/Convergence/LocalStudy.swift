/// Method and model over a fixed number of steps n as h tends to 0: coefficients judged where nothing accumulates.
///
/// Two limits are taken by Richardson extrapolation. The *fixed-step error* `(x_n - x(t_n)) / h^(k+1)` must vanish.
/// The *local defect* of the model's own trajectory, by which a state differs from what the method makes of the two before
/// it, for heavy ball `x(t_{n+1}) - x(t_n) + h grad L(x(t_n)) - mu (x(t_n) - x(t_{n-1}))`, over `h^(k+2)` must tend to
/// `-(f_{n,k+1} - beta f_{n-1,k+1})(x_0)`, with `x(t_{-1}) = x_{-1}` and `f_{-1} = 0`; beta is the method's inertia at
/// iteration n. On trees of order k+2 the model's map of step n lacks `b_n(t)` and the inverse of the one before
/// `-b_{n-1}(t)`; a look-ahead acts through trees of lower order, so that the formula is Nesterov's as well, and that of
/// any schedule, with counter terms in powers of the base step size h.
public struct LocalStudy<T: Real>: Sendable {
  /// The order k of the model.
  public let order: Int
  /// The number of steps n.
  public let steps: Int
  /// The step sizes, each half of the one before.
  public let stepSizes: [T]
  /// The fixed-step error `(x_n - x(t_n)) / h^(k+1)` for each step size.
  public let fixedStepErrors: [[T]]
  /// The fixed-step error, extrapolated to h = 0.
  public let fixedStepError: RichardsonExtrapolation<T>
  /// The size of the model's top terms at the start, in the maximum norm: the scale of `fixedStepError`.
  public let topTermScale: Double
  /// The local defect over `h^(k+2)`, for each iteration of `iterations` and each step size.
  public let defectValues: [[[T]]]
  /// The local defect at each iteration of `iterations`, extrapolated to h = 0.
  public let defects: [RichardsonExtrapolation<T>]
  /// The predicted local defect at each iteration.
  public let predictedDefects: [[T]]
  /// The iterations at which the defect is measured.
  public let iterations: [Int]
  /// A bound of what rounding and integration contribute to the fixed-step error on the finest rung.
  public let noise: Double

  /// Runs the study.
  ///
  /// - Parameters:
  ///   - step: the largest step size.
  ///   - steps: the number of steps n, at least 1.
  ///   - rungs: how many step sizes, at least 4.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: `rungs * steps` model steps.
  @specialized(where T == DoubleDouble)
  public static func run(
    _ problem: MomentumProblem, model: any ContinuousModel, order: Int, step: Rational, steps: Int, rungs: Int,
    integrator: any Integrator
  ) throws(DynamicsError) -> LocalStudy {
    let parameters = try problem.parameters(iterations: steps + 1, as: T.self)
    let table = model.table(of: problem.method, order: order + 1, parameters: parameters)
    let iterations = [0, 1, 2, steps / 2, steps].reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }

    let topScale = topTermScale(problem, table: table, order: order, iteration: steps)
    let predicted = predictedDefects(problem, order: order, parameters: parameters, iterations: iterations)
    let defectScale = predicted.map(maximumNorm).max() ?? 0
    var size = T(step)
    var sizes: [T] = []
    var errors: [[T]] = []
    var defects: [[[T]]] = Array(repeating: [], count: iterations.count)
    var noise = 0.0
    for _ in 0..<rungs {
      var power = T.one
      for _ in 0...order { power *= size }
      let before: [T] = problem.previousPoint(step: size)
      let method = try MethodRun<T>(problem, step: size, steps: steps, previous: before, parameters: parameters)
      let solved = try ModelRun<T>(
        problem, table: table, order: order, step: size, steps: steps + 1, integrator: integrator,
        tolerance: 1e-8 * min(topScale, defectScale * size.doubleValue) * power.doubleValue)
      errors.append(zip(method.states[steps], solved.states[steps]).map { ($0 - $1) / power })
      var gradient = NegativeGradient<T>(program: problem.program)
      for (index, n) in iterations.enumerated() {
        let defect = problem.defect(
          previous: n == 0 ? before : solved.states[n - 1], current: solved.states[n], next: solved.states[n + 1],
          step: parameters.step(size, iteration: n), momentum: parameters.momentum(iteration: n), gradient: &gradient)
        defects[index].append(defect.map { $0 / (power * size) })
      }
      let scale = max(1, maximumNorm(solved.states[steps]))
      noise = (solved.errorEstimate + Double(steps) * 0x1p-103 * scale) / power.doubleValue
      sizes.append(size)
      size *= T(0.5)
    }
    return LocalStudy(
      order: order, steps: steps, stepSizes: sizes,
      fixedStepErrors: errors, fixedStepError: RichardsonExtrapolation(errors, ratio: 2),
      topTermScale: topScale,
      defectValues: defects, defects: defects.map { RichardsonExtrapolation($0, ratio: 2) },
      predictedDefects: predicted, iterations: iterations, noise: noise)
  }

  private static func predictedDefects(
    _ problem: MomentumProblem, order: Int, parameters: ParameterSequence<T>, iterations: [Int]
  ) -> [[T]] {
    let table = PiecewiseModel().table(of: problem.method, order: order + 2, parameters: parameters)
    let top = table.trees.range(ofOrder: order + 2)
    var differentials: ElementaryDifferentials<T> = problem.differentials(of: table.trees)
    differentials.evaluate(at: problem.startingPoint())
    return iterations.map { n in
      let current = table.coefficients(iteration: n)
      let previous = n == 0 ? nil : table.coefficients(iteration: n - 1)
      let inertia = problem.method.inertia(momentum: parameters.momentum(iteration: n))
      let weights = current.indices.map { tree in
        top.contains(tree) ? inertia * (previous?[tree] ?? .zero) - current[tree] : .zero
      }
      return differentials.combine(weights)
    }
  }

  private static func topTermScale(
    _ problem: MomentumProblem, table: CoefficientTable<T>, order: Int, iteration: Int
  ) -> Double {
    let trees = TreeTable.upTo(order + 1, hasVelocity: table.hasVelocity)
    var differentials: ElementaryDifferentials<T> = problem.differentials(of: trees)
    differentials.evaluate(at: problem.startingPoint())
    let coefficients = table.coefficients(iteration: iteration)
    return trees.range(ofOrder: order + 1).reduce(0) { largest, tree in
      let size = (0..<differentials.dimension).map { component in
        abs((coefficients[tree] * differentials.value(component: component, tree: tree)).doubleValue)
      }
      return max(largest, size.max() ?? 0)
    }
  }
}

extension LocalStudy {
  /// The accepted size of the fixed-step error, relative to the model's largest top term.
  public static var fixedStepTolerance: Double { 1e-4 }
  /// The accepted relative distance of a defect from its prediction.
  public static var defectTolerance: Double { 1e-3 }

  /// Whether the fixed-step error vanishes.
  public var fixedStepJudgement: Judgement {
    guard topTermScale > 0 else {
      return Judgement(.inconclusive, "the model's terms of order h^\(order) vanish at the start")
    }
    let size = maximumNorm(fixedStepError.limit) / topTermScale
    let disagreement = (fixedStepError.disagreement + 4 * noise) / topTermScale
    let text = "after \(steps) steps the error over h^\(order + 1) tends to \(shortened(size)) of the top term"
    return Self.judge(deviation: size, disagreement: disagreement, tolerance: Self.fixedStepTolerance, text)
  }

  /// The largest distance of a defect from its prediction, relative to the largest prediction.
  public var worstDefectDeviation: Double {
    let scale = predictedDefects.map(maximumNorm).max() ?? 0
    let deviations = zip(defects, predictedDefects).map { maximumNorm($0.limit, minus: $1) }
    return (deviations.max() ?? 0) / max(scale, 1e-300)
  }

  /// Whether every local defect tends to its prediction.
  public var defectJudgement: Judgement {
    let scale = predictedDefects.map(maximumNorm).max() ?? 0
    guard scale > 0 else { return Judgement(.inconclusive, "the predicted local defect vanishes at the start") }
    let judgements = defects.indices.map { index in
      let deviation = maximumNorm(defects[index].limit, minus: predictedDefects[index]) / scale
      let disagreement = (defects[index].disagreement + 4 * noise / stepSizes[stepSizes.count - 1].doubleValue) / scale
      let text =
        "the local defect at iteration \(iterations[index]) differs from h^\(order + 2) times the"
        + " predicted one by \(shortened(deviation)) of its size"
      return Self.judge(deviation: deviation, disagreement: disagreement, tolerance: Self.defectTolerance, text)
    }
    return judgements.first { $0.verdict == .falsified } ?? judgements.first { $0.verdict == .inconclusive }
      ?? judgements[0]
  }

  private static func judge(
    deviation: Double, disagreement: Double, tolerance: Double, _ text: String
  ) -> Judgement {
    if deviation <= tolerance, disagreement <= tolerance { return Judgement(.holds, text) }
    if deviation > tolerance + OrderCriteria.significance * disagreement { return Judgement(.falsified, text) }
    return Judgement(
      .inconclusive, "successive extrapolations do not agree (they differ by \(shortened(disagreement))): " + text)
  }
}
