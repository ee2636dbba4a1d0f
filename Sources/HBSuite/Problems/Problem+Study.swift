import HBModel

extension Problem {
  /// The convergence study of this problem: its own first rung, each rung twice as fine as the one before.
  ///
  /// - Parameter implementation: the model and the integrator that are put to the test.
  /// - Throws: `DynamicsError` where a trajectory has no finite value on the way.
  public func study(
    _ implementation: Implementation = Implementation()
  ) throws(DynamicsError) -> ConvergenceStudy<DoubleDouble> {
    guard let horizon = try? time() else {
      throw DynamicsError(
        kind: .undefined, subject: "the ladder", iteration: 0, found: "a horizon \(steps)*\(step) beyond 128 bits")
    }
    return try .run(
      StudyRequest(
        heavyBall, model: implementation.model, order: order, time: horizon, firstRung: steps,
        integrator: implementation.integrator))
  }
}
