import HBModel

/// A way in which optimizers write momentum down.
public enum MomentumConvention: String, CaseIterable, Sendable {
  /// `x_{n+1} = x_n - h grad L(x_n) + mu (x_n - x_{n-1})`.
  case heavyBall = "heavy-ball"
  /// `v = mu v + (1-mu) grad L(x)`, `x -= h v`.
  case exponentialAverage = "exponential-average"
  /// `v = mu v + (1-d) grad L(x)`, `x -= h v`, with `v = grad L(x)` at the first step.
  case dampening
  /// The same with the first step dampened as well.
  case dampeningFromFirst = "dampening-from-first"
  /// `y = x_n + mu (x_n - x_{n-1})`, `x_{n+1} = y - h grad L(y)`.
  case nesterov
  /// `v = mu v + grad L(x)`, `x -= h (grad L(x) + mu v)`.
  case nesterovLibrary = "nesterov-library"
  /// `x -= h grad L(x)`: every convention where mu is 0.
  case gradientDescent = "gradient-descent"

  /// The step as a formula.
  public var formula: String {
    switch self {
    case .heavyBall: "x_{n+1} = x_n - h g(x_n) + mu (x_n - x_{n-1})"
    case .exponentialAverage: "v = mu v + (1-mu) g(x), x -= h v"
    case .dampening: "v = mu v + (1-d) g(x), x -= h v, first v = g(x)"
    case .dampeningFromFirst: "v = mu v + (1-d) g(x), x -= h v"
    case .nesterov: "y = x_n + mu (x_n - x_{n-1}), x_{n+1} = y - h g(y)"
    case .nesterovLibrary: "v = mu v + g(x), x -= h (g(x) + mu v)"
    case .gradientDescent: "x -= h g(x)"
    }
  }

  /// What a person should know who is told that a run follows the convention.
  ///
  /// Which ways of writing it no recording can tell apart, and which step the continuous-time model has.
  public var remark: String {
    switch self {
    case .heavyBall:
      "at constant h and mu the same iterates are written with a velocity, the step inside (v = mu v - h g, x += v) or"
        + " outside (v = mu v + g, x -= h v): each displacement is mu times the last one minus h g, from none, so that"
        + " only rounding differs"
    case .exponentialAverage:
      "the same iterates as heavy ball with the step h (1-mu): the factor 1-mu of the gradients goes through to the"
        + " displacements"
    case .dampening:
      "from the second step on heavy ball with the step h (1-d); the first step is h, for the buffer begins with the"
        + " gradient itself"
    case .dampeningFromFirst: "the same iterates as heavy ball with the step h (1-d)"
    case .nesterov: "the iterates are x_n, the gradients those at y_n"
    case .nesterovLibrary:
      "the iterates are the points y_n of the textbook form, for which v is the last displacement of x_n over -h"
    case .gradientDescent: "without momentum all conventions are the same iteration"
    }
  }

  /// The map of a step.
  ///
  /// - Parameters:
  ///   - step: h > 0, as it was given to the optimizer.
  ///   - momentum: mu in [0, 1).
  ///   - dampening: d in [0, 1).
  /// - Throws: `ExactOverflow` where the effective step leaves 128 bits.
  public func map(step: Rational, momentum: Rational, dampening: Rational) throws(ExactOverflow) -> MomentumMap {
    var map = MomentumMap(
      momentum: self == .gradientDescent ? .zero : momentum, step: step, firstStep: step, looksAhead: self == .nesterov,
      isShifted: self == .nesterovLibrary, isDifference: self == .heavyBall || self == .nesterov)
    switch self {
    case .exponentialAverage: map.step = try step * (.one - momentum)
    case .dampening, .dampeningFromFirst: map.step = try step * (.one - dampening)
    default: break
    }
    if self != .dampening { map.firstStep = map.step }
    return map
  }

  /// The conventions that differ from each other at these settings, with the dampening that each is tried with.
  ///
  /// Without a dampening its usual value is tried: mu, with which it is an exponential average begun with a gradient.
  public static func distinct(
    momentum: Rational, dampening: Rational?
  ) -> [(convention: MomentumConvention, dampening: Rational)] {
    if momentum == .zero {
      guard let dampening, dampening != .zero else { return [(.gradientDescent, .zero)] }
      return [(.gradientDescent, .zero), (.dampening, dampening), (.dampeningFromFirst, dampening)]
    }
    var result: [(MomentumConvention, Rational)] = [(.heavyBall, .zero), (.exponentialAverage, .zero)]
    let factor = dampening ?? momentum
    if factor != .zero {
      result.append((.dampening, factor))
      // With d = mu this is the exponential average.
      if factor != momentum { result.append((.dampeningFromFirst, factor)) }
    }
    return result + [(.nesterov, .zero), (.nesterovLibrary, .zero)]
  }
}
