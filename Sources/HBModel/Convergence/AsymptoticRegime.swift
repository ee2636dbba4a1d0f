/// Where a step size is small enough, and a horizon long enough, for the error to show its order.
///
/// Two rules of thumb: `h * curvature <= (1 - mu)^2 / 16`, a quarter of the radius within which the series
/// converges on quadratics, and the warm-up of the momentum over, `N >= max(16, 8 / (1 - mu))`. Of a schedule the largest
/// step factor and momentum count, and the shortest stretch between two breaks.
public struct AsymptoticRegime: Equatable, Sendable {
  /// A bound of the spectral radius of the Hessian along the rescaled gradient flow.
  public let curvature: Double
  /// The smallest number of steps that meets both rules; nil where the curvature is not finite.
  public let requiredSteps: Int?

  /// The largest first rung that a study of a model of order `order` takes on; beyond it a study says how many steps
  /// it would need.
  ///
  /// 2^14, halved with each order above 3, as the cost of the field doubles, and with each rung above 5: a ladder
  /// stays below a few minutes for two variables. With a velocity in the start there are more trees: halved again for
  /// every two orders.
  public static func maximumFirstRung(order: Int, rungs: Int, hasVelocity: Bool = false) -> Int {
    1 << (14 - max(0, order - 3) - max(0, rungs - 5) - (hasVelocity ? order / 2 : 0))
  }

  /// Whether steps of size `step` with curvature `curvature` meet the first rule.
  public static func holds(step: Double, curvature: Double, momentum: Double) -> Bool {
    step * curvature <= (1 - momentum) * (1 - momentum) / 16
  }

  /// The least number of steps after which the warm-up of the momentum is over.
  public static func warmUpSteps(momentum: Double) -> Int { max(16, Int((8 / (1 - momentum)).rounded(.up))) }

  /// Estimates the curvature of `problem` along the gradient flow, and the steps that `time` needs.
  ///
  /// - Parameters:
  ///   - time: the horizon T = N h.
  ///   - samples: how many points of the flow are looked at, besides the start.
  /// - Complexity: one Hessian a sample.
  public init<T: Real>(_ problem: MomentumProblem, time: T, samples: Int = 32) {
    curvature = Self.curvature(of: problem, time: time, samples: samples)
    if problem.schedule != nil {
      requiredSteps = problem.stepsInRegime(time: time, curvature: curvature)
      return
    }
    let momentum = problem.regimeBounds(T.self).momentum
    let needed = time.doubleValue * curvature * 16 / ((1 - momentum) * (1 - momentum))
    if needed.isFinite, needed < 0x1p52 {
      requiredSteps = max(Self.warmUpSteps(momentum: momentum), Int(needed.rounded(.up)))
    } else {
      requiredSteps = nil
    }
  }

  /// A bound of the spectral radius of the Hessian along the rescaled gradient flow over `time`.
  ///
  /// - Complexity: one Hessian a sample.
  public static func curvature<T: Real>(of problem: MomentumProblem, time: T, samples: Int = 32) -> Double {
    let bounds = problem.regimeBounds(T.self)
    var hessian = GradientDerivative<T>(program: problem.program)
    var gradient = NegativeGradient<T>(program: problem.program)
    var point: [T] = problem.startingPoint()
    var largest = hessian.curvature(at: point)
    let effectiveTime = bounds.stepFactor * time.doubleValue / (1 - bounds.momentum)
    for _ in 0..<samples where largest.isFinite {
      // Euler steps, shortened where the curvature asks for it: only a region has to be found, not a solution.
      let step = T(min(effectiveTime / Double(samples), 1 / max(largest, 1e-30)))
      let slope = gradient(point)
      point = point.indices.map { point[$0] + step * slope[$0] }
      let here = hessian.curvature(at: point)
      guard here.isFinite else { break }
      largest = max(largest, here)
    }
    return largest
  }

  /// The smallest power of two that is at least `requiredSteps`.
  public var firstRung: Int? {
    requiredSteps.map { steps in
      var power = 1
      while power < steps { power *= 2 }
      return power
    }
  }
}
