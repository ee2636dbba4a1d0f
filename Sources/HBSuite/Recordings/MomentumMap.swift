import HBModel

/// One step of a momentum method with a buffer, in the form that all conventions have in common.
///
/// The buffer is kept as a displacement m, from `m = 0`. With `g = -grad L` taken at `p = x + lookahead m`, a step is
///
///     m' = mu m + s g,    x' = x + m'             (the usual form)
///     m' = mu m + s g,    x' = x + mu m' + s g    (what libraries call Nesterov's method)
///
/// where s is the step, and the first step where the buffer is still empty.
public struct MomentumMap: Hashable, Sendable {
  /// The weight mu of the buffer.
  public var momentum: Rational
  /// The step s.
  public var step: Rational
  /// The step s while the buffer is empty.
  public var firstStep: Rational
  /// Whether the gradient is taken at the point displaced by mu m; then the lookahead is mu, otherwise 0.
  public var looksAhead: Bool
  /// Whether the iterates are the displaced points, as libraries keep them in Nesterov's method.
  public var isShifted: Bool
  /// Whether the buffer may be the difference of two iterates, and so have the rounding of the iterates.
  public var isDifference: Bool

  /// Whether the buffer loses what it held at every step.
  public var forgets = false

  /// The map with the same first step, and gradient descent from there on.
  ///
  /// A run that also follows this one shows no momentum.
  var forgetful: MomentumMap {
    var map = self
    map.forgets = true
    map.looksAhead = false
    return map
  }

  /// The momentum method whose models belong to this map.
  public var method: MomentumMethod { looksAhead || isShifted ? .nesterov : .heavyBall }
}
