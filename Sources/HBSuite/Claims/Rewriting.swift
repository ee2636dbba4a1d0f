import HBModel

/// An expression that equals its variable near the starts of problems: |x| < 3.
///
/// Together they use every function of the grammar, so that a function whose value, derivative or series is off makes
/// an objective and its rewritten form differ.
struct Rewriting: Sendable, Hashable, CustomStringConvertible {
  /// The expression, equal to its only variable.
  let identity: Expression

  /// `x = ...`
  var description: String { "x1 = \(identity)" }

  /// The identities that are tried.
  static let texts = [
    "log(exp(x))", "tan(atan(x))", "2*log(sqrt(exp(x)))", "3*log(exp(x)^(2/3))/2", "4*atan(sin(x/4)/cos(x/4))",
    "log(sinh(x)+cosh(x))", "log((1+tanh(x/2))/(1-tanh(x/2)))", "log(exp(softplus(x))-1)",
    "log(sigmoid(x)/(1-sigmoid(x)))", "log(exp(logcosh(x))+sinh(x))",
  ]

  /// The rewritings, one for each of `texts`.
  static let all = texts.compactMap { try? Expression(parsing: $0, dimension: 1) }.map(Rewriting.init)
}
