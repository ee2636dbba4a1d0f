extension MomentumProblem {
  /// The largest step factor and momentum that the regime is chosen by; without momentum in the method it is 0.
  ///
  /// Of a schedule they are looked up over 64 iterations, enough to find the region where the trajectory lies.
  func regimeBounds<T: Real>(_: T.Type) -> (stepFactor: Double, momentum: Double) {
    let largest = (try? largestParameters(iterations: 64, as: T.self)) ?? (stepFactor: 1, momentum: 0)
    return (largest.stepFactor, method.carriesMomentum ? largest.momentum : 0)
  }

  /// The smallest power of two of steps that meets both rules for the problem's schedule; nil where none up to 2^14 does.
  ///
  /// - Complexity: O(2^15) evaluations of the schedule at most.
  func stepsInRegime<T: Real>(time: T, curvature: Double) -> Int? {
    guard curvature.isFinite, let schedule else { return nil }
    var steps = 16
    while steps <= 1 << 14 {
      guard let largest = try? largestParameters(iterations: steps, as: T.self) else { return nil }
      let momentum = method.carriesMomentum ? largest.momentum : 0
      let step = largest.stepFactor * time.doubleValue / Double(steps)
      if steps >= schedule.leastSteps(momentum: momentum),
        AsymptoticRegime.holds(step: step, curvature: curvature, momentum: momentum)
      {
        return steps
      }
      steps *= 2
    }
    return nil
  }
}

extension Schedule {
  /// The least number of steps after which the method has forgotten its start and each break, and follows what changes.
  ///
  /// Counter terms remember some `1/(1 - mu)` iterations. A momentum that changes by about itself over the run moves
  /// `1/(1 - mu)` within that memory by the part `mu / (N (1 - mu)^2)`, which is to be at most a quarter.
  ///
  /// - Parameter momentum: the largest size of the momentum.
  public func leastSteps(momentum: Double) -> Int {
    // A momentum that a double cannot tell from 1 would want more steps than an integer can hold.
    let momentum = min(momentum, 1 - 0x1p-16)
    let warmUp = Double(AsymptoticRegime.warmUpSteps(momentum: momentum))
    let change = self.momentum == nil ? 0 : 4 * momentum / ((1 - momentum) * (1 - momentum))
    return Int((max(warmUp, change) / shortestStretch).rounded(.up))
  }
}

extension StudyRequest {
  /// Why the momentum of a schedule has no bound below 1 on the ladder; nil where nothing speaks against one.
  ///
  /// The error of a model grows with powers of `1/(1 - mu)`. Where the largest momentum over N iterations tends to 1 as N
  /// grows, as that of `(n-1)/(n+2)` does, no order holds on a whole ladder, and none is claimed. A distance from 1 that
  /// halves or more from the first rung to the last tells.
  ///
  /// - Throws: `DynamicsError` where a parameter leaves its bounds.
  func missingBoundOfMomentum<T: Real>(_: T.Type) throws(DynamicsError) -> String? {
    guard problem.schedule != nil, problem.method.carriesMomentum else { return nil }
    // Without a first rung of its own a study starts late enough for a momentum that does have a bound.
    let first = firstRung ?? 1 << 10
    let last = first << (firstRung == nil ? 4 : rungs - 1)
    guard last <= 1 << 20 else { return nil }
    let coarse = try problem.largestParameters(iterations: first, as: T.self).momentum
    let fine = try problem.largestParameters(iterations: last, as: T.self).momentum
    guard 1 - fine < (1 - coarse) / 2 else { return nil }
    return "the distance of the largest momentum from 1 falls from \(shortened(1 - coarse)) at \(first) steps to"
      + " \(shortened(1 - fine)) at \(last): without a bound below 1 there is no global order; the claims"
      + " local-defect/scheduled and fixed-steps/scheduled judge such momenta at a fixed number of steps"
  }
}
