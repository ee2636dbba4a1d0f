/// How heavy ball shrinks the effective initialization: `u_i v_i (T) = u_i v_i (0) exp(-h rate(mu) I_i) + O(h^2)` with
/// `I_i` the integral of `r_i^2` over [0, T] and `r = grad l(theta)`.
///
/// With `D = grad L = (2 u r, -2 v r)` the first counter term is `-h (1+mu)/(4(1-mu)^3) grad |grad L|^2`, and
/// `|grad L|^2 = 4 sum_j (u_j^2 + v_j^2) r_j^2`. Its part that differentiates `u_j^2 + v_j^2` lowers `log u_i` and
/// `log v_i` alike, at the rate `2 h (1+mu)/(1-mu)^3 r_i^2` each; all else raises the one as it lowers the other. So the
/// rate of `log(u_i v_i)` is `-4 h (1+mu)/(1-mu)^3 r_i^2`. A start at rest displaces `(u, v)` by
/// `h mu/(1-mu)^2 grad L`, which changes `u_i v_i` at order `h^2` only, and `log(u/v)` by a multiple of r.
public struct EffectiveInitialization: Hashable, Sendable {
  /// The rate as a function of the momentum, dimensionless.
  public let rate: RationalFunction

  /// A law with the given rate.
  public init(rate: RationalFunction) { self.rate = rate }

  /// Heavy ball's law: `4 (1+mu)/(1-mu)^3`.
  public static let heavyBall = EffectiveInitialization(
    rate: RationalFunction(reduced: [4, 4], denominator: [1, -3, 3, -1]))

  /// `u_i v_i (T)` as the law predicts it.
  ///
  /// - Parameters:
  ///   - initial: `u_i v_i (0)`.
  ///   - integrals: `I_i`, over time.
  ///   - step: h > 0.
  ///   - momentum: mu in [0, 1).
  public func scales<T: Real>(initial: [T], integrals: [T], step: T, momentum: T) -> [T] {
    let factor = T.zero - step * rate.evaluate(at: momentum)
    return zip(initial, integrals).map { $0 * T.exp(factor * $1) }
  }
}
