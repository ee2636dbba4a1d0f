/// A smooth scalar function of several real variables, as a person writes it.
///
/// ```swift
/// let rosenbrock = try Expression(parsing: "(1-x1)^2 + 100*(x2-x1^2)^2")
/// print(rosenbrock.dimension)  // 2
/// ```
public indirect enum Expression: Hashable, Sendable {
  /// An exact constant.
  case constant(Rational)
  /// The variable `x(index + 1)`.
  case variable(Int)
  /// The additive inverse.
  case negate(Expression)
  /// A sum.
  case add(Expression, Expression)
  /// A difference.
  case subtract(Expression, Expression)
  /// A product.
  case multiply(Expression, Expression)
  /// A quotient.
  case divide(Expression, Expression)
  /// A power with an exact constant exponent.
  case power(Expression, Rational)
  /// A function of the grammar applied to an argument.
  case apply(ElementaryFunction, Expression)

  /// The number of variables: one more than the largest index that occurs.
  ///
  /// - Complexity: O(size).
  public var dimension: Int {
    switch self {
    case .constant: 0
    case .variable(let index): index + 1
    case .negate(let a), .power(let a, _), .apply(_, let a): a.dimension
    case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b), .divide(let a, let b):
      max(a.dimension, b.dimension)
    }
  }

  /// The sum of `terms`, from the left; 0 where there are none.
  public static func sum(_ terms: [Expression]) -> Expression {
    guard let first = terms.first else { return .constant(.zero) }
    return terms.dropFirst().reduce(first) { .add($0, $1) }
  }
}

extension Expression: CustomStringConvertible {
  /// The infix form; parsing it gives an expression of the same value at every point.
  public var description: String { printed(inside: .sum, names: []) }

  /// The infix form with names of its own for the variables; `x1, x2, ...` beyond them.
  public func text(variables names: [String]) -> String { printed(inside: .sum, names: names) }

  /// How tightly an operand must bind to stand without parentheses.
  private enum Precedence: Int, Comparable {
    case sum, term, product, factor, base
    static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  private func printed(inside context: Precedence, names: [String]) -> String {
    let (text, own) = form(names)
    return own < context ? "(\(text))" : text
  }

  private func form(_ names: [String]) -> (String, Precedence) {
    func printed(_ operand: Expression, _ context: Precedence) -> String {
      operand.printed(inside: context, names: names)
    }
    switch self {
    case .constant(let value):
      if value.numerator < 0 { return ("\(value)", .sum) }
      return ("\(value)", value.denominator == 1 ? .base : .product)
    case .variable(let index): return (index < names.count ? names[index] : "x\(index + 1)", .base)
    case .negate(let a): return ("-" + printed(a, .product), .sum)
    case .add(let a, let b): return (printed(a, .sum) + " + " + printed(b, .term), .sum)
    case .subtract(let a, let b): return (printed(a, .sum) + " - " + printed(b, .term), .sum)
    case .multiply(let a, let b): return (printed(a, .product) + "*" + printed(b, .factor), .product)
    case .divide(let a, let b): return (printed(a, .product) + "/" + printed(b, .factor), .product)
    case .power(let a, let exponent):
      let plain = exponent.denominator == 1 && exponent.numerator >= 0
      return (printed(a, .base) + "^" + (plain ? "\(exponent)" : "(\(exponent))"), .factor)
    case .apply(let function, let a): return ("\(function.rawValue)(\(printed(a, .sum)))", .base)
    }
  }
}
