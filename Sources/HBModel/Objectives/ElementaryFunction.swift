/// A smooth function of one variable in the grammar of objectives.
public enum ElementaryFunction: String, CaseIterable, Hashable, Sendable {
  /// The exponential.
  case exp
  /// The natural logarithm, on positive numbers.
  case log
  /// The sine.
  case sin
  /// The cosine.
  case cos
  /// The tangent.
  case tan
  /// The hyperbolic sine.
  case sinh
  /// The hyperbolic cosine.
  case cosh
  /// The hyperbolic tangent.
  case tanh
  /// The inverse tangent.
  case atan
  /// The square root, smooth on positive numbers.
  case sqrt
  /// `log(1 + e^x)`.
  case softplus
  /// `1 / (1 + e^(-x))`.
  case sigmoid
  /// `log cosh x`.
  case logcosh

  /// The value at `x`, with the error bound of the arithmetic's own function.
  @inlinable public func callAsFunction<T: Real>(_ x: T) -> T {
    switch self {
    case .exp: T.exp(x)
    case .log: T.log(x)
    case .sin: T.sin(x)
    case .cos: T.cos(x)
    case .tan: T.tan(x)
    case .sinh: T.sinh(x)
    case .cosh: T.cosh(x)
    case .tanh: T.tanh(x)
    case .atan: T.atan(x)
    case .sqrt: T.sqrt(x)
    case .softplus: T.softplus(x)
    case .sigmoid: T.sigmoid(x)
    case .logcosh: T.logcosh(x)
    }
  }
}
