extension Expression {
  /// The expression with variable `i` replaced by `replacements[i]`; further variables stay.
  ///
  /// - Complexity: O(size of the expression times size of the replacements).
  public func substituting(_ replacements: [Expression]) -> Expression {
    switch self {
    case .constant: self
    case .variable(let index): index < replacements.count ? replacements[index] : self
    case .negate(let a): .negate(a.substituting(replacements))
    case .add(let a, let b): .add(a.substituting(replacements), b.substituting(replacements))
    case .subtract(let a, let b): .subtract(a.substituting(replacements), b.substituting(replacements))
    case .multiply(let a, let b): .multiply(a.substituting(replacements), b.substituting(replacements))
    case .divide(let a, let b): .divide(a.substituting(replacements), b.substituting(replacements))
    case .power(let a, let exponent): .power(a.substituting(replacements), exponent)
    case .apply(let function, let a): .apply(function, a.substituting(replacements))
    }
  }
}
