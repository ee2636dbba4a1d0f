/// Floating-point real arithmetic with the elementary functions of the objective grammar.
///
/// Operations never fail: what has no finite value is a NaN or an infinity, as in IEEE 754.
public protocol Real: Field, Comparable, CustomStringConvertible where Failure == Never {
  /// The image of a double, exact.
  init(_ value: Double)
  /// The nearest double.
  var doubleValue: Double { get }
  /// Whether the value is neither infinite nor NaN.
  var isFinite: Bool { get }
  /// The absolute value.
  var magnitude: Self { get }

  /// The square root.
  static func sqrt(_ x: Self) -> Self
  /// The exponential.
  static func exp(_ x: Self) -> Self
  /// The natural logarithm.
  static func log(_ x: Self) -> Self
  /// The sine.
  static func sin(_ x: Self) -> Self
  /// The cosine.
  static func cos(_ x: Self) -> Self
  /// The tangent.
  static func tan(_ x: Self) -> Self
  /// The hyperbolic sine.
  static func sinh(_ x: Self) -> Self
  /// The hyperbolic cosine.
  static func cosh(_ x: Self) -> Self
  /// The hyperbolic tangent.
  static func tanh(_ x: Self) -> Self
  /// The inverse tangent.
  static func atan(_ x: Self) -> Self
  /// The power `x^y`.
  static func pow(_ x: Self, _ y: Self) -> Self
  /// The softplus function `log(1 + e^x)`.
  static func softplus(_ x: Self) -> Self
  /// The logistic function `1 / (1 + e^(-x))`.
  static func sigmoid(_ x: Self) -> Self
  /// The function `log cosh x`.
  static func logcosh(_ x: Self) -> Self
}
