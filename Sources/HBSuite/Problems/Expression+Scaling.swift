import HBModel

extension Expression {
  /// The product with a factor other than zero, written as a person would: one constant in front or below.
  ///
  /// - Complexity: O(depth of the leading factors).
  func scaled(by factor: Rational) -> Expression {
    switch self {
    case .constant(let value): if let product = try? factor * value { return .constant(product) }
    case .negate(let a): return .negate(a.scaled(by: factor))
    case .multiply(.constant(let value), let a): if let product = try? factor * value { return a.scaled(by: product) }
    case .divide(let a, .constant(let value)): if let quotient = try? factor / value { return a.scaled(by: quotient) }
    default: break
    }
    if factor == .one { return self }
    if factor.numerator < 0, let size = try? -factor { return .negate(scaled(by: size)) }
    if factor.numerator == 1, let below = try? Rational(factor.denominator, 1) {
      return .divide(self, .constant(below))
    }
    if case .multiply(let a, let b) = self { return .multiply(a.scaled(by: factor), b) }
    return .multiply(.constant(factor), self)
  }
}
