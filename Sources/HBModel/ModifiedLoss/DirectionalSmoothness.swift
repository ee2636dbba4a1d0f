/// The directional smoothness `<grad L, Hess L grad L> / |grad L|^2`, the curvature along the gradient, along heavy ball
/// from rest, beside what the model predicts and what gradient descent of equal effective step sees.
///
/// Times `|grad L|^2` it is the term of order `h^2` of the modified loss: what momentum regularizes implicitly.
///
/// ```swift
/// let rosenbrock = NamedObjective.catalogue[2]
/// let problem = MomentumProblem(
///   objective: rosenbrock.expression, start: rosenbrock.start, momentum: try Rational(9, 10))
/// let series = try DirectionalSmoothness<DoubleDouble>.along(problem, step: try Rational(1, 16384), steps: 64, order: 2)
/// print(series.rows[64].method, series.rows[64].model, series.rows[64].gradientDescent)
/// ```
public struct DirectionalSmoothness<T: Real>: Sendable {
  /// The directional smoothness at one iteration; NaN where a gradient vanishes.
  public struct Row: Sendable {
    /// The iteration n.
    public let iteration: Int
    /// The time `t_n = n h`.
    public let time: T
    /// At heavy ball's iterate `x_n`.
    public let method: T
    /// At the model's `x(t_n)`.
    public let model: T
    /// At the n-th iterate of gradient descent with step `h / (1 - mu)`.
    public let gradientDescent: T
  }

  /// One row for each iteration 0, ..., N.
  public let rows: [Row]

  /// Follows heavy ball from rest for `steps` steps.
  ///
  /// - Parameters:
  ///   - step: h > 0.
  ///   - order: the order k of the model.
  /// - Throws: `DynamicsError` where a trajectory leaves the domain of the objective or diverges.
  /// - Complexity: 20 to 60 evaluations of the model's field a step.
  public static func along(
    _ problem: MomentumProblem, step: Rational, steps: Int, order: Int, model: any ContinuousModel = PiecewiseModel(),
    integrator: any Integrator = ExtrapolationIntegrator()
  ) throws(DynamicsError) -> DirectionalSmoothness {
    let states = try States(
      problem, step: T(step), steps: steps, order: order, model: model, effectiveStep: nil, integrator: integrator,
      tolerance: 0)
    var line = GradientLine<T>(problem, degree: 2)
    let direction = Array(repeating: T.zero, count: problem.start.count)
    return DirectionalSmoothness(
      rows: (0...steps).map { n in
        Row(
          iteration: n, time: T(step) * T(Double(n)),
          method: line(states.method[n], along: direction).directionalSmoothness,
          model: line(states.model[n], along: direction).directionalSmoothness,
          gradientDescent: line(states.descent[n], along: direction).directionalSmoothness)
      })
  }

  /// The three trajectories.
  struct States {
    let method: [[T]]
    let model: [[T]]
    let descent: [[T]]

    init(
      _ problem: MomentumProblem, step: T, steps: Int, order: Int, model: any ContinuousModel, effectiveStep: T?,
      integrator: any Integrator, tolerance: Double
    ) throws(DynamicsError) {
      let momentum = T(problem.momentum)
      let table: CoefficientTable<T> = model.coefficients(
        of: problem.method, order: order + 1, momentum: momentum, iterations: steps)
      let plain = MomentumProblem(
        objective: problem.objective, start: problem.start, momentum: .zero, method: .gradientDescent)
      method = try MethodRun<T>(problem, step: step, steps: steps).states
      descent = try MethodRun<T>(plain, step: step * (effectiveStep ?? T.one / (T.one - momentum)), steps: steps).states
      self.model = try ModelRun<T>(
        problem, table: table, order: order, step: step, steps: steps, integrator: integrator, tolerance: tolerance
      ).states
    }
  }
}
