import HBModel

/// The gradient of an expression in plain floating-point arithmetic, by forward differentiation of its formula.
///
/// This is how an optimizer rounds: one rounding an operation, elementary functions rounded to the nearest. It shares no
/// code with the straight-line programs whose rounding it stands for.
struct PlainGradient<Number: BinaryFloatingPoint> {
  /// The objective.
  let expression: Expression

  /// The gradient at a point.
  func callAsFunction(_ point: [Number]) -> [Number] { evaluate(expression, at: point).derivatives }

  private typealias Dual = (value: Number, derivatives: [Number])

  private func evaluate(_ expression: Expression, at point: [Number]) -> Dual {
    func combine(_ a: Expression, _ b: Expression, _ operation: (Dual, Dual) -> Dual) -> Dual {
      operation(evaluate(a, at: point), evaluate(b, at: point))
    }
    switch expression {
    case .constant(let value): return (number(DoubleDouble(value)), point.map { _ in 0 })
    case .variable(let index): return (point[index], point.indices.map { $0 == index ? 1 : 0 })
    case .negate(let a):
      let dual = evaluate(a, at: point)
      return (-dual.value, dual.derivatives.map { -$0 })
    case .add(let a, let b):
      return combine(a, b) { l, r in (l.value + r.value, zip(l.derivatives, r.derivatives).map { $0 + $1 }) }
    case .subtract(let a, let b):
      return combine(a, b) { l, r in (l.value - r.value, zip(l.derivatives, r.derivatives).map { $0 - $1 }) }
    case .multiply(let a, let b):
      return combine(a, b) { l, r in
        (l.value * r.value, zip(l.derivatives, r.derivatives).map { $0 * r.value + l.value * $1 })
      }
    case .divide(let a, let b):
      return combine(a, b) { l, r in
        let quotient = l.value / r.value
        return (quotient, zip(l.derivatives, r.derivatives).map { ($0 - quotient * $1) / r.value })
      }
    case .power(let a, let exponent):
      let base = evaluate(a, at: point)
      let power = number(DoubleDouble(exponent))
      let lowered = number(wide(base.value) == .zero && power == 1 ? .one : raised(wide(base.value), exponent, less: 1))
      return (number(raised(wide(base.value), exponent, less: 0)), base.derivatives.map { power * lowered * $0 })
    case .apply(let function, let a):
      let argument = evaluate(a, at: point)
      let slope = slope(of: function, at: wide(argument.value))
      return (number(function(wide(argument.value))), argument.derivatives.map { number(slope) * $0 })
    }
  }

  private func raised(_ base: DoubleDouble, _ exponent: Rational, less: Int) -> DoubleDouble {
    guard exponent.denominator == 1, let whole = Int(exactly: exponent.numerator) else {
      return DoubleDouble.pow(base, DoubleDouble(exponent) - DoubleDouble(Double(less)))
    }
    let power = (0..<abs(whole - less)).reduce(DoubleDouble.one) { product, _ in product * base }
    return whole >= less ? power : .one / power
  }

  private func slope(of function: ElementaryFunction, at x: DoubleDouble) -> DoubleDouble {
    let value = function(x)
    switch function {
    case .exp: return value
    case .log: return .one / x
    case .sin: return DoubleDouble.cos(x)
    case .cos: return -DoubleDouble.sin(x)
    case .tan: return .one + value * value
    case .sinh: return DoubleDouble.cosh(x)
    case .cosh: return DoubleDouble.sinh(x)
    case .tanh: return .one - value * value
    case .atan: return .one / (.one + x * x)
    case .sqrt: return .one / (value + value)
    case .softplus: return DoubleDouble.sigmoid(x)
    case .sigmoid: return value - value * value
    case .logcosh: return DoubleDouble.tanh(x)
    }
  }

  private func wide(_ value: Number) -> DoubleDouble { DoubleDouble(Double(value)) }

  private func number(_ value: DoubleDouble) -> Number { Number(value.doubleValue) }
}
