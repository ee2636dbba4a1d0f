import HBModel
import PropCheck

/// Random problems in the asymptotic regime, with what the coverage tables need to know of them.
public struct ProblemGenerator: Sendable {
  /// How the objective is scaled, so that step sizes stay simple numbers.
  public enum Scaling: Sendable {
    /// For ladders over a fixed horizon: `h * curvature` near `(1 - mu)^2 / 16`, the warm-up over on every rung.
    case horizon
    /// For a fixed number of steps: `h * curvature` near 1/64, whatever the momentum.
    case fixedSteps(Int)
  }

  /// The orders that are drawn.
  public let orders: ClosedRange<Int>
  /// How the objective is scaled.
  public let scaling: Scaling
  /// Which method, parameters and start the problems have.
  public let family: ProblemFamily

  /// A generator of problems whose model has an order in `orders`.
  public init(
    orders: ClosedRange<Int> = 0...4, scaling: Scaling = .horizon, family: ProblemFamily = .method(.heavyBall)
  ) {
    self.orders = orders
    self.scaling = scaling
    self.family = family
  }

  /// The problems; momenta lie in [0, 0.95].
  public var problems: Generator<GeneratedProblem> {
    Generator { source in
      let start = try source.draw(.array(of: Self.coordinates, count: 1...4), as: "start")
      let (objective, families) = try source.draw(
        ObjectiveGenerator.objective(dimension: start.count), as: "objective")
      let momentum = try source.draw(Self.momenta, as: "momentum")
      let step = try source.draw(.element(of: Self.stepSizes), as: "step")
      let order = try source.draw(.int(in: orders), as: "order")
      var raw = Problem(
        objective: objective, start: start, momentum: momentum, step: step, steps: 0, order: order)
      try family.complete(&raw, horizon: isHorizon, from: &source)
      raw.steps = numberOfSteps(of: raw)
      guard var problem = scaledToRegime(raw) else {
        try source.discard("no gradient or no curvature at the start")
      }
      ProblemFamily.scaleVelocity(of: &problem)
      return GeneratedProblem(problem: problem, families: Set(families.map(\.rawValue)).sorted())
    }
  }

  /// Coordinates of starts.
  static let coordinates = Generator<Rational>.element(
    of: fractions([
      (1, 1), (1, 2), (-1, 2), (-1, 1), (1, 3), (2, 3), (3, 4), (-2, 3), (-1, 4), (5, 4),
    ]))
  private static let stepSizes = fractions([(1, 8), (1, 16), (1, 4), (1, 32), (1, 64)])
  /// Momenta in [0, 0.95], with the same weight for each stretch in which methods behave alike.
  static let momenta = Generator<Rational>.weighted([
    (1, .constant(.zero)), (2, momenta(in: 0.05...0.5)), (2, momenta(in: 0.5...0.8)), (2, momenta(in: 0.8...0.95)),
  ])

  private static func momenta(in range: ClosedRange<Double>) -> Generator<Rational> {
    Generator.rational(in: range, maximumDenominator: 20).map { fraction in
      fractions([(fraction.numerator, fraction.denominator)])[0]
    }
  }

  private var isHorizon: Bool { if case .horizon = scaling { true } else { false } }

  private func numberOfSteps(of problem: Problem) -> Int {
    switch scaling {
    case .horizon:
      let momentum = problem.largestMomentum
      // Breaks, in halves, fall on grid times.
      return problem.schedule.map { ($0.leastSteps(momentum: momentum) + 1) / 2 * 2 }
        ?? AsymptoticRegime.warmUpSteps(momentum: momentum)
    case .fixedSteps(let steps): return steps
    }
  }

  /// The problem with its objective times a power of two that brings it into the regime; nil where it has none.
  private func scaledToRegime(_ problem: Problem) -> Problem? {
    let momentum = problem.largestMomentum
    let step = DoubleDouble(problem.step).doubleValue
    let target: Double
    switch scaling {
    case .horizon: target = (1 - momentum) * (1 - momentum) / 16
    case .fixedSteps: target = 1.0 / 64
    }
    var exponent = 0
    // The path, and with it the stiffness along it, depends on the scale: a few rounds settle both.
    for _ in 0..<6 {
      let candidate = problem.withObjective(scaledByPowerOfTwo: exponent)
      guard let stiffness = stiffness(of: candidate) else { return nil }
      let product = stiffness * step
      guard product > 1e-12, abs(exponent) <= 20 else { return nil }
      if product <= target, product > target / 2 { return candidate }
      exponent += Int((target / product).exponent)
    }
    return problem.withObjective(scaledByPowerOfTwo: exponent - 1)
  }

  /// The rate at which the objective changes things near the path: its curvature along the path and at points
  /// around the start, where it may be larger, or the gradient if that exceeds it; nil where there is none.
  private func stiffness(of problem: Problem) -> Double? {
    let ball = problem.momentumProblem
    let start: [DoubleDouble] = ball.startingPoint()
    var gradient = NegativeGradient<DoubleDouble>(program: ball.program)
    var hessian = GradientDerivative<DoubleDouble>(program: ball.program)
    let slope = maximumNorm(gradient(start))
    guard slope.isFinite, slope > 0, let time = try? problem.time() else { return nil }
    var largest = max(
      slope, AsymptoticRegime.curvature(of: ball, time: DoubleDouble(time), samples: isHorizon ? 32 : 0))
    for variable in start.indices {
      for offset in [-0.5, 0.5] {
        var neighbour = start
        neighbour[variable] += DoubleDouble(offset)
        largest = max(largest, hessian.curvature(at: neighbour))
      }
    }
    guard largest.isFinite, slope > 1e-3 * largest else { return nil }
    return largest
  }
}

/// A problem with what its coverage is counted by.
public struct GeneratedProblem: Sendable, CustomStringConvertible {
  /// The problem.
  public let problem: Problem
  /// The families of terms that occur in its objective, sorted.
  public let families: [String]

  /// The problem in one line.
  public var description: String { problem.description }
}

extension Problem {
  /// The largest size of the momentum on the way; 0 for a method without momentum.
  var largestMomentum: Double {
    guard method.carriesMomentum else { return 0 }
    let largest = try? momentumProblem.largestParameters(iterations: 64, as: DoubleDouble.self)
    return largest?.momentum ?? 0
  }

  fileprivate func withObjective(scaledByPowerOfTwo exponent: Int) -> Problem {
    let power = Int128(1) << Int128(abs(exponent))
    guard let factor = exponent < 0 ? try? Rational(1, power) : try? Rational(power, 1) else { return self }
    var copy = self
    copy.objective = objective.scaled(by: factor)
    return copy
  }
}
