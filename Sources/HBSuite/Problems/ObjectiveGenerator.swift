import HBModel
import PropCheck

/// Random smooth objectives as a person would write them: sums of a few monomials, functions of linear forms,
/// products and compositions, all smooth on the whole space.
enum ObjectiveGenerator {
  /// The families of terms, simplest first.
  enum Family: String, CaseIterable {
    case monomial, function, gaussian, product, composition
  }

  /// Objectives of `dimension` variables with one to four terms, and the families that occur.
  static func objective(dimension: Int) -> Generator<(expression: Expression, families: [Family])> {
    Generator.array(of: term(dimension: dimension), count: 1...4).map { terms in
      (sum(terms), terms.map(\.family))
    }
  }

  private struct Term {
    let size: Expression
    let isNegative: Bool
    let family: Family
  }

  private static func sum(_ terms: [Term]) -> Expression {
    let first = terms[0].isNegative ? .negate(terms[0].size) : terms[0].size
    return terms.dropFirst().reduce(first) { $1.isNegative ? .subtract($0, $1.size) : .add($0, $1.size) }
  }

  private static func term(dimension: Int) -> Generator<Term> {
    let family = Generator<Family>.weighted([
      (5, .constant(.monomial)), (4, .constant(.function)), (1, .constant(.gaussian)), (2, .constant(.product)),
      (2, .constant(.composition)),
    ])
    return Generator { source in
      let family = try source.draw(family)
      let coefficient = try source.draw(coefficients)
      let shape: Expression
      switch family {
      case .monomial: shape = try source.draw(monomial(dimension: dimension))
      case .function: shape = try source.draw(function(of: linearForm(dimension: dimension)))
      case .gaussian:
        shape = .apply(.exp, .negate(.power(try source.draw(linearForm(dimension: dimension)), Rational(2))))
      case .product:
        shape = .multiply(
          .variable(try source.draw(variable(dimension: dimension))),
          try source.draw(function(of: linearForm(dimension: dimension))))
      case .composition:
        shape = try source.draw(function(of: function(of: linearForm(dimension: dimension), bounded: true)))
      }
      let size = coefficient.numerator < 0 ? (try? -coefficient) ?? coefficient : coefficient
      return Term(size: shape.scaled(by: size), isNegative: coefficient.numerator < 0, family: family)
    }
  }

  // The same choice means a variable in every dimension, so that a dimension can go without changing the terms.
  private static func variable(dimension: Int) -> Generator<Int> { Generator.int(in: 0...3).map { $0 % dimension } }

  private static func variable(dimension: Int, except other: Int) -> Generator<Int> {
    Generator.int(in: 0...2).map { (other + 1 + $0 % (dimension - 1)) % dimension }
  }

  private static let coefficients = Generator<Rational>.element(
    of: fractions([
      (1, 1), (1, 2), (2, 1), (1, 3), (2, 3), (-1, 2), (-1, 1), (3, 2), (1, 4), (-1, 3), (3, 1), (-2, 1),
    ]))

  private static func monomial(dimension: Int) -> Generator<Expression> {
    Generator { source in
      let first = try source.draw(variable(dimension: dimension))
      let power = try source.draw(.element(of: [2, 3, 4]))
      let own = Expression.power(.variable(first), Rational(power))
      // Drawn in every dimension, so that a dimension can go without moving the choices that follow.
      guard try source.draw(.bool), dimension > 1 else { return own }
      let second = try source.draw(variable(dimension: dimension, except: first))
      let other = try source.draw(.element(of: [1, 2]))
      return .multiply(own, other == 1 ? .variable(second) : .power(.variable(second), Rational(2)))
    }
  }

  private static func linearForm(dimension: Int) -> Generator<Expression> {
    Generator { source in
      let index = try source.draw(variable(dimension: dimension))
      let first = Expression.variable(index)
      guard try source.draw(.bool), dimension > 1 else { return first }
      let second = Expression.variable(try source.draw(variable(dimension: dimension, except: index)))
      let factor = try source.draw(.element(of: fractions([(1, 1), (1, 2), (2, 1), (1, 3)])))
      return try source.draw(.bool)
        ? .subtract(first.scaled(by: factor), second) : .add(first.scaled(by: factor), second)
    }
  }

  /// A function of an argument; with `bounded`, one that cannot grow, so that compositions stay tame.
  private static func function(of argument: Generator<Expression>, bounded: Bool = false) -> Generator<Expression> {
    let functions: [ElementaryFunction] =
      bounded
      ? [.sin, .cos, .tanh, .atan, .sigmoid] : [.exp, .logcosh, .sin, .cos, .softplus, .tanh, .atan, .sigmoid, .cosh]
    return Generator { source in
      let function = try source.draw(.element(of: functions))
      return .apply(function, try source.draw(argument))
    }
  }
}

/// Small fractions, which cannot overflow.
func fractions(_ pairs: [(Int, Int)]) -> [Rational] {
  pairs.compactMap { try? Rational(Int128($0.0), Int128($0.1)) }
}
