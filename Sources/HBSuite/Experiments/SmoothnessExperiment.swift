import HBModel

/// The directional smoothness in training, as rows of `DirectionalSmoothness`: at the iterates of heavy ball, at the
/// states of its model, and at those of gradient descent of equal effective step `h / (1 - mu)`.
public struct SmoothnessExperiment: Sendable {
  /// What was run.
  public let setting: TrackedRun.Setting
  /// The order k of the model.
  public let order: Int
  /// The iterations at which no gradient vanishes.
  public let rows: [DirectionalSmoothness<DoubleDouble>.Row]

  /// Follows `setting`.
  ///
  /// - Throws: `DynamicsError` where a trajectory diverges.
  init(_ setting: TrackedRun.Setting, order: Int) throws(DynamicsError) {
    self.setting = setting
    self.order = order
    rows = try DirectionalSmoothness<DoubleDouble>.along(
      setting.problem, step: setting.step, steps: setting.steps, order: order
    ).rows.filter { row in [row.method, row.model, row.gradientDescent].allSatisfy(\.isFinite) }
  }
}
