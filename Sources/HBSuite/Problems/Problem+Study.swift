import HBModel

extension Problem {
  /// The convergence study of this problem: its own first rung, each rung twice as fine as the one before.
  ///
  /// - Parameter implementation: the parts that are put to the test; its arithmetic does not enter.
  /// - Throws: `DynamicsError` where a trajectory has no finite value on the way.
  public func study(
    _ implementation: Implementation = Implementation()
  ) throws(DynamicsError) -> ConvergenceStudy<DoubleDouble> {
    try study(implementation, in: DoubleDouble.self)
  }

  /// The convergence study in any arithmetic.
  func study<T: Real>(
    _ implementation: Implementation, in _: T.Type
  ) throws(DynamicsError) -> ConvergenceStudy<T> {
    guard let horizon = try? time() else {
      throw DynamicsError(
        kind: .undefined, subject: "the ladder", iteration: 0, found: "a horizon \(steps)*\(step) beyond 128 bits")
    }
    return try .run(
      StudyRequest(
        implementation.applied(to: momentumProblem), model: implementation.model, order: order, time: horizon,
        firstRung: steps, integrator: implementation.integrator))
  }
}
