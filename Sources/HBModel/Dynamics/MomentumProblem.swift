/// A momentum method on an objective, from a start.
public struct MomentumProblem: Sendable {
  /// The objective L.
  public let objective: Expression
  /// The start `x_0`; its length is the dimension.
  public let start: [Rational]
  /// The momentum, in [0, 1); without meaning where the schedule gives it.
  public let momentum: Rational
  /// The method.
  public let method: MomentumMethod
  /// The rule that is iterated: the method's own, unless replaced.
  public private(set) var rule: any StepRule
  /// What derivatives of the objective are computed with.
  public private(set) var jets = Jets()
  /// How step size and momentum change from iteration to iteration; nil where they do not.
  public let schedule: Schedule?
  /// The weight C of the gradient in the start: `x_{-1} = x_0 + C h grad L(x_0) - h v`; 0 for a start at rest.
  public let initialMomentum: Rational
  /// The velocity v in the start, one component a variable; empty where there is none.
  public let initialVelocity: [Rational]
  /// Code for `g = -grad L`.
  public private(set) var program: StraightLineProgram
  /// Code for L itself, whose domain may be smaller than that of its gradient: `log x` has the gradient `1/x`.
  public let valueProgram: StraightLineProgram

  /// A problem from its parts.
  ///
  /// - Parameters:
  ///   - objective: a function of at most `start.count` variables.
  ///   - start: `x_0`, not empty.
  ///   - momentum: in [0, 1), dimensionless.
  ///   - schedule: how the parameters change; nil where they do not.
  ///   - initialMomentum: C in `x_{-1} = x_0 + C h grad L(x_0) - h v`, in steps of gradient descent.
  ///   - initialVelocity: v, as long as the start, or empty; one of zeros is none.
  public init(
    objective: Expression, start: [Rational], momentum: Rational, method: MomentumMethod = .heavyBall,
    schedule: Schedule? = nil, initialMomentum: Rational = .zero, initialVelocity: [Rational] = []
  ) {
    precondition(
      initialVelocity.isEmpty || initialVelocity.count == start.count, "a velocity has the start's dimension")
    self.objective = objective
    self.start = start
    self.momentum = momentum
    self.method = method
    self.rule = method
    self.schedule = schedule
    self.initialMomentum = initialMomentum
    self.initialVelocity = initialVelocity.allSatisfy { $0 == .zero } ? [] : initialVelocity
    self.program = .negativeGradient(of: objective, dimension: start.count)
    self.valueProgram = .value(of: objective, dimension: start.count)
  }

  /// Whether there is a velocity in the start.
  public var hasVelocity: Bool { !initialVelocity.isEmpty }

  /// Whether `x_{-1} = x_0`.
  public var startsAtRest: Bool { initialMomentum == .zero && !hasVelocity }

  /// The same problem, iterated by `rule` (the method's own where nil) and differentiated by `jets`.
  public func replacing(rule: (any StepRule)?, jets: Jets) -> MomentumProblem {
    var copy = self
    copy.rule = rule ?? method
    copy.jets = jets
    copy.program = jets.rules(program)
    return copy
  }

  /// The start in the arithmetic `T`.
  public func startingPoint<T: Real>(_: T.Type = T.self) -> [T] { start.map { T($0) } }
}
