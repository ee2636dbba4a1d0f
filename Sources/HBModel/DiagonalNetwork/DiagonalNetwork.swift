/// The diagonal linear network `theta = u*u - v*v` (entry by entry), trained on `L(u, v) = l(theta)`.
///
/// Training by gradients keeps `u_i v_i`, the *effective initialization*, to leading order in the step size; with it
/// `log(u_i / v_i) = arcsinh(theta_i / (2 u_i v_i))` exactly.
///
/// - SeeAlso: B. Woodworth and others, *Kernel and Rich Regimes in Overparametrized Models* (2020), for the network and
///   its entropy.
public struct DiagonalNetwork: Hashable, Sendable {
  /// The loss l in `theta_1, ..., theta_d`.
  public let loss: Expression
  /// The start u(0), d entries above 0.
  public let positive: [Rational]
  /// The start v(0), d entries above 0.
  public let negative: [Rational]

  /// A network with its start.
  public init(loss: Expression, positive: [Rational], negative: [Rational]) {
    self.loss = loss
    self.positive = positive
    self.negative = negative
  }

  /// The number d of coefficients theta.
  public var dimension: Int { positive.count }

  /// `L(u, v)` in the variables `u_1, ..., u_d, v_1, ..., v_d`.
  public var objective: Expression {
    loss.substituting(
      (0..<dimension).map { index in
        .subtract(.power(.variable(index), Rational(2)), .power(.variable(dimension + index), Rational(2)))
      })
  }

  /// Heavy ball on the network.
  public func problem(momentum: Rational) -> MomentumProblem {
    MomentumProblem(objective: objective, start: positive + negative, momentum: momentum)
  }

  /// theta at a state `(u, v)`.
  public static func coefficients<T: Real>(of state: [T]) -> [T] {
    let count = state.count / 2
    // Factored, for a coefficient near zero is a difference of near numbers.
    return (0..<count).map { (state[$0] - state[count + $0]) * (state[$0] + state[count + $0]) }
  }

  /// `u_i v_i` at a state `(u, v)`.
  public static func scales<T: Real>(of state: [T]) -> [T] {
    let count = state.count / 2
    return (0..<count).map { state[$0] * state[count + $0] }
  }

  /// `log(u_i / v_i)` at a state `(u, v)` of positive entries.
  public static func logarithmicRatios<T: Real>(of state: [T]) -> [T] {
    let count = state.count / 2
    return (0..<count).map { T.log(state[$0] / state[count + $0]) }
  }
}
