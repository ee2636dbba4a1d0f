extension MomentumProblem {
  /// The parameters of the method at each of `iterations` iterations, at least one.
  ///
  /// - Throws: `DynamicsError` with the iteration at which a step factor is not above 0, or a momentum not within
  ///   (-1, 1).
  /// - Complexity: one evaluation of each formula of the schedule an iteration.
  public func parameters<T: Real>(iterations: Int, as _: T.Type = T.self) throws(DynamicsError) -> ParameterSequence<T>
  {
    guard let schedule else {
      return ParameterSequence(
        count: iterations, momentum: T(momentum), initialMomentum: T(initialMomentum), hasVelocity: hasVelocity)
    }
    let declared = try schedule.values(iterations: iterations, momentum: T(momentum))
    var momenta = declared.momenta
    if schedule.keepsGradients {
      var last = T.one
      for n in momenta.indices {
        momenta[n] = momenta[n] * declared.stepFactors[n] / last
        last = declared.stepFactors[n]
      }
    }
    return ParameterSequence(
      stepFactors: declared.stepFactors, momenta: momenta, initialMomentum: T(initialMomentum), hasVelocity: hasVelocity
    )
  }

  /// The largest step factor and the largest size of the momentum over `iterations` iterations.
  ///
  /// Of a momentum kept as a buffer of gradients the declared one counts: the ratios of step sizes in it cancel.
  ///
  /// - Throws: `DynamicsError` as `parameters(iterations:as:)`.
  /// - Complexity: that of `parameters(iterations:as:)`; O(1) without a schedule.
  public func largestParameters<T: Real>(
    iterations: Int, as _: T.Type = T.self
  ) throws(DynamicsError) -> (stepFactor: Double, momentum: Double) {
    guard let schedule else { return (1, T(momentum).doubleValue) }
    let declared = try schedule.values(iterations: iterations, momentum: T(momentum))
    return (
      declared.stepFactors.reduce(0) { max($0, $1.doubleValue) },
      declared.momenta.reduce(0) { max($0, abs($1.doubleValue)) }
    )
  }

  /// The point `x_{-1}` before a start with step size `step`: `x_0 + C h grad L(x_0) - h v`.
  ///
  /// - Complexity: one gradient, none where C is 0.
  public func previousPoint<T: Real>(step: T) -> [T] {
    var point: [T] = startingPoint()
    if initialMomentum != .zero {
      var field = NegativeGradient<T>(program: program)
      let slope = field(point)
      let length = T(initialMomentum) * step
      for variable in point.indices { point[variable] -= length * slope[variable] }
    }
    for (variable, component) in initialVelocity.enumerated() where component != .zero {
      point[variable] -= step * T(component)
    }
    return point
  }
}

extension Schedule {
  /// Step factors and momenta as the formulas give them.
  fileprivate func values<T: Real>(
    iterations: Int, momentum constant: T
  ) throws(DynamicsError) -> (stepFactors: [T], momenta: [T]) {
    var factor = stepFactor.map { ScheduleEvaluator<T>($0) }
    var momentum = self.momentum.map { ScheduleEvaluator<T>($0) }
    var (factors, momenta): ([T], [T]) = ([], [])
    for n in 0..<iterations {
      let a = factor?.value(iteration: n, of: iterations) ?? .one
      let mu = momentum?.value(iteration: n, of: iterations) ?? constant
      guard a.isFinite, a > .zero else { throw fault(n, "the step factor \(shortened(a.doubleValue))", "one above 0") }
      guard mu.isFinite, mu.magnitude < .one else {
        throw fault(n, "the momentum \(shortened(mu.doubleValue))", "one above -1 and below 1")
      }
      factors.append(a)
      momenta.append(mu)
    }
    return (factors, momenta)
  }

  private func fault(_ iteration: Int, _ found: String, _ expected: String) -> DynamicsError {
    DynamicsError(kind: .parameter(expected: expected), subject: "the schedule", iteration: iteration, found: found)
  }
}
