extension MomentumProblem {
  /// The state `x_{-1}` that the stationary model of order `order`, flowed back by one step from the start, reaches.
  ///
  /// Started from it the method stays on the slow manifold, where the stationary model has its order.
  ///
  /// - Parameters:
  ///   - table: coefficients whose stationary vector is used, for trees of order up to `order + 1`.
  ///   - step: h > 0.
  /// - Throws: `DynamicsError` where the flow leaves the domain of the objective.
  /// - Complexity: one integrator step.
  public func stateBeforeStart<T: Real>(
    table: CoefficientTable<T>, order: Int, step: T, integrator: any Integrator
  ) throws(DynamicsError) -> [T] {
    var field = ModelField<T>(self, table: table, order: order, step: step)
    return try stateBeforeStart(field: &field, step: step, integrator: integrator)
  }

  /// The state `x_{-1}` that the stationary field, followed backwards by one step from the start, reaches.
  ///
  /// - Throws: `DynamicsError` where the flow leaves the domain of the objective.
  /// - Complexity: one integrator step.
  public func stateBeforeStart<T: Real, F: GridField>(
    field: inout F, step: T, integrator: any Integrator
  ) throws(DynamicsError) -> [T] where F.Scalar == T {
    field.use(iteration: nil)
    let start: [T] = startingPoint()
    let before = integrator.advance(start, by: T.zero - step, along: &field, tolerance: 0)
    try checkState(before.state, from: start, of: self, subject: "the model flowed back by one step", iteration: 0)
    return before.state
  }
}
