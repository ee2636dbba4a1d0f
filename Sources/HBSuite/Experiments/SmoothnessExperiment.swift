import HBModel

/// The directional smoothness `<grad L, Hess L grad L> / |grad L|^2` in training: at the iterates of heavy ball, at the
/// states of its model, and at those of gradient descent of equal effective step `h / (1 - mu)`.
public struct SmoothnessExperiment: Sendable {
  /// The three values at one iteration.
  public struct Row: Sendable {
    /// The iteration n.
    public let iteration: Int
    /// At heavy ball's `x_n`.
    public let method: Double
    /// At the model's `x(t_n)`.
    public let model: Double
    /// At the n-th iterate of gradient descent.
    public let gradientDescent: Double
  }

  /// What was run.
  public let run: TrackedRun
  /// The order k of the model.
  public let order: Int
  /// The iterations at which all three gradients do not vanish.
  public let rows: [Row]

  /// Follows `setting`.
  ///
  /// - Throws: `DynamicsError` where heavy ball or gradient descent diverges.
  init(_ setting: TrackedRun.Setting, order: Int) throws(DynamicsError) {
    let run = try TrackedRun(setting, orders: [order])
    let plain = MomentumProblem(objective: setting.expression, start: setting.start, momentum: .zero)
    let effective = DoubleDouble(setting.step) / (DoubleDouble.one - DoubleDouble(setting.momentum))
    let descent = try MethodRun(plain, step: effective, steps: setting.steps).states.map { $0.map(\.doubleValue) }
    var derivative = GradientDerivative<DoubleDouble>(program: setting.problem.program)
    func smoothness(_ state: [Double]) -> Double {
      let point = state.map { DoubleDouble($0) }
      let gradient = derivative(point, along: point).value
      // The field is -grad L, and so is its derivative -Hess L.
      let curvature = derivative(point, along: gradient).derivative
      let along = zip(gradient, curvature).reduce(DoubleDouble.zero) { $0 - $1.0 * $1.1 }
      return (along / gradient.reduce(DoubleDouble.zero) { $0 + $1 * $1 }).doubleValue
    }
    let path = run.models[0].path
    self.run = run
    self.order = order
    rows = path.indices.compactMap { n in
      let row = Row(
        iteration: n, method: smoothness(run.method[n]), model: smoothness(path[n]),
        gradientDescent: smoothness(descent[n]))
      return [row.method, row.model, row.gradientDescent].allSatisfy(\.isFinite) ? row : nil
    }
  }
}
