import HBModel

/// An operation of arithmetic.
public enum ArithmeticOperation: Hashable, Sendable, CustomStringConvertible {
  /// The operations of a field.
  case sum, difference, product, quotient
  /// The conversion of a rational number.
  case conversion
  /// A power with a real exponent.
  case power
  /// An elementary function.
  case function(ElementaryFunction)

  /// The operation in words.
  public var description: String {
    switch self {
    case .sum: "sums"
    case .difference: "differences"
    case .product: "products"
    case .quotient: "quotients"
    case .conversion: "conversions of fractions"
    case .power: "powers"
    case .function(let function): "values of \(function.rawValue)"
    }
  }
}

/// What goes wrong in an arithmetic, as a type: the numbers of `FaultyReal` know it without carrying it.
public protocol RealFault: Sendable {
  /// What becomes of the result of an operation.
  static func result(_ exact: DoubleDouble, of operation: ArithmeticOperation) -> DoubleDouble
}

/// Double-double numbers whose operations have a fault.
public struct FaultyReal<Fault: RealFault>: Real {
  /// Operations never fail.
  public typealias Failure = Never

  /// The number.
  public let value: DoubleDouble

  private init(_ value: DoubleDouble) { self.value = value }

  private init(_ exact: DoubleDouble, of operation: ArithmeticOperation) {
    value = Fault.result(exact, of: operation)
  }

  private init(_ function: ElementaryFunction, _ x: FaultyReal) {
    self.init(function(x.value), of: .function(function))
  }

  /// The image of a double, exact.
  public init(_ value: Double) { self.value = DoubleDouble(value) }
  /// The image of a rational number.
  public init(_ value: Rational) { self.init(DoubleDouble(value), of: .conversion) }

  /// 0
  public static var zero: FaultyReal { FaultyReal(DoubleDouble.zero) }
  /// 1
  public static var one: FaultyReal { FaultyReal(DoubleDouble.one) }

  /// The nearest double.
  public var doubleValue: Double { value.doubleValue }
  /// Whether the value is neither infinite nor NaN.
  public var isFinite: Bool { value.isFinite }
  /// The absolute value.
  public var magnitude: FaultyReal { FaultyReal(value.magnitude) }
  /// The number that it is.
  public var description: String { value.description }

  /// The order of the numbers.
  public static func < (lhs: FaultyReal, rhs: FaultyReal) -> Bool { lhs.value < rhs.value }
  /// The sum.
  public static func + (lhs: FaultyReal, rhs: FaultyReal) -> FaultyReal { FaultyReal(lhs.value + rhs.value, of: .sum) }
  /// The difference.
  public static func - (lhs: FaultyReal, rhs: FaultyReal) -> FaultyReal {
    FaultyReal(lhs.value - rhs.value, of: .difference)
  }
  /// The product.
  public static func * (lhs: FaultyReal, rhs: FaultyReal) -> FaultyReal {
    FaultyReal(lhs.value * rhs.value, of: .product)
  }
  /// The quotient.
  public static func / (lhs: FaultyReal, rhs: FaultyReal) -> FaultyReal {
    FaultyReal(lhs.value / rhs.value, of: .quotient)
  }
  /// The additive inverse, exact.
  public static prefix func - (value: FaultyReal) -> FaultyReal { FaultyReal(-value.value) }

  /// The square root.
  public static func sqrt(_ x: FaultyReal) -> FaultyReal { FaultyReal(.sqrt, x) }
  /// The exponential.
  public static func exp(_ x: FaultyReal) -> FaultyReal { FaultyReal(.exp, x) }
  /// The natural logarithm.
  public static func log(_ x: FaultyReal) -> FaultyReal { FaultyReal(.log, x) }
  /// The sine.
  public static func sin(_ x: FaultyReal) -> FaultyReal { FaultyReal(.sin, x) }
  /// The cosine.
  public static func cos(_ x: FaultyReal) -> FaultyReal { FaultyReal(.cos, x) }
  /// The tangent.
  public static func tan(_ x: FaultyReal) -> FaultyReal { FaultyReal(.tan, x) }
  /// The hyperbolic sine.
  public static func sinh(_ x: FaultyReal) -> FaultyReal { FaultyReal(.sinh, x) }
  /// The hyperbolic cosine.
  public static func cosh(_ x: FaultyReal) -> FaultyReal { FaultyReal(.cosh, x) }
  /// The hyperbolic tangent.
  public static func tanh(_ x: FaultyReal) -> FaultyReal { FaultyReal(.tanh, x) }
  /// The inverse tangent.
  public static func atan(_ x: FaultyReal) -> FaultyReal { FaultyReal(.atan, x) }
  /// The power `x^y`.
  public static func pow(_ x: FaultyReal, _ y: FaultyReal) -> FaultyReal {
    FaultyReal(DoubleDouble.pow(x.value, y.value), of: .power)
  }
  /// The softplus function.
  public static func softplus(_ x: FaultyReal) -> FaultyReal { FaultyReal(.softplus, x) }
  /// The logistic function.
  public static func sigmoid(_ x: FaultyReal) -> FaultyReal { FaultyReal(.sigmoid, x) }
  /// The function `log cosh x`.
  public static func logcosh(_ x: FaultyReal) -> FaultyReal { FaultyReal(.logcosh, x) }
}
