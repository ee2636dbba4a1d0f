/// A momentum method on an objective, from a start.
public struct MomentumProblem: Sendable {
  /// The objective L.
  public let objective: Expression
  /// The start `x_0`; its length is the dimension.
  public let start: [Rational]
  /// The momentum, in [0, 1).
  public let momentum: Rational
  /// The method.
  public let method: MomentumMethod
  /// The rule that is iterated: the method's own, unless replaced.
  public private(set) var rule: any StepRule
  /// What derivatives of the objective are computed with.
  public private(set) var jets = Jets()
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
  public init(
    objective: Expression, start: [Rational], momentum: Rational, method: MomentumMethod = .heavyBall
  ) {
    self.objective = objective
    self.start = start
    self.momentum = momentum
    self.method = method
    self.rule = method
    self.program = .negativeGradient(of: objective, dimension: start.count)
    self.valueProgram = .value(of: objective, dimension: start.count)
  }

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
