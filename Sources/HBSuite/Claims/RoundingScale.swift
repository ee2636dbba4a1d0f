import HBModel

/// A number with the size of everything that entered it: what rounding errors are relative to.
///
/// Running error analysis to first order: where each operation errs by at most `u` times its result, a result computed
/// by `m` operations in turn errs by at most about `m u size`. Where terms cancel, the value is small and the size is not.
///
/// - SeeAlso: J. H. Wilkinson, *Rounding Errors in Algebraic Processes* (1963); N. J. Higham, *Accuracy and Stability of
///   Numerical Algorithms* (2002), 3.3.
struct RoundingScale: Real {
  typealias Failure = Never

  /// The value, to double precision.
  let value: Double
  /// The size; at least that of the value.
  let size: Double

  private init(value: Double, size: Double) {
    self.value = value
    self.size = size
  }

  /// A function of `x` with the derivative `slope` there.
  private init(_ value: DoubleDouble, slope: Double, at x: RoundingScale) {
    self.value = value.doubleValue
    size = abs(self.value) + abs(slope) * x.size
  }

  init(_ value: Double) { self.init(value: value, size: abs(value)) }
  init(_ value: Rational) { self.init(DoubleDouble(value).doubleValue) }

  static var zero: RoundingScale { RoundingScale(0) }
  static var one: RoundingScale { RoundingScale(1) }

  var doubleValue: Double { value }
  var isFinite: Bool { value.isFinite && size.isFinite }
  var magnitude: RoundingScale { RoundingScale(value: abs(value), size: size) }
  var description: String { "\(value) of \(size)" }

  static func < (lhs: RoundingScale, rhs: RoundingScale) -> Bool { lhs.value < rhs.value }

  static func + (lhs: RoundingScale, rhs: RoundingScale) -> RoundingScale {
    RoundingScale(value: lhs.value + rhs.value, size: lhs.size + rhs.size)
  }

  static func - (lhs: RoundingScale, rhs: RoundingScale) -> RoundingScale {
    RoundingScale(value: lhs.value - rhs.value, size: lhs.size + rhs.size)
  }

  static func * (lhs: RoundingScale, rhs: RoundingScale) -> RoundingScale {
    RoundingScale(value: lhs.value * rhs.value, size: abs(lhs.value) * rhs.size + lhs.size * abs(rhs.value))
  }

  static func / (lhs: RoundingScale, rhs: RoundingScale) -> RoundingScale {
    let quotient = lhs.value / rhs.value
    return RoundingScale(value: quotient, size: (lhs.size + abs(quotient) * rhs.size) / abs(rhs.value))
  }
}

extension RoundingScale {
  private var exact: DoubleDouble { DoubleDouble(value) }

  static func sqrt(_ x: RoundingScale) -> RoundingScale {
    let root = DoubleDouble.sqrt(x.exact)
    return RoundingScale(root, slope: 0.5 / root.doubleValue, at: x)
  }
  static func exp(_ x: RoundingScale) -> RoundingScale {
    let power = DoubleDouble.exp(x.exact)
    return RoundingScale(power, slope: power.doubleValue, at: x)
  }
  static func log(_ x: RoundingScale) -> RoundingScale {
    RoundingScale(DoubleDouble.log(x.exact), slope: 1 / x.value, at: x)
  }
  static func sin(_ x: RoundingScale) -> RoundingScale { RoundingScale(DoubleDouble.sin(x.exact), slope: 1, at: x) }
  static func cos(_ x: RoundingScale) -> RoundingScale { RoundingScale(DoubleDouble.cos(x.exact), slope: 1, at: x) }
  static func tan(_ x: RoundingScale) -> RoundingScale {
    let tangent = DoubleDouble.tan(x.exact)
    return RoundingScale(tangent, slope: 1 + tangent.doubleValue * tangent.doubleValue, at: x)
  }
  static func sinh(_ x: RoundingScale) -> RoundingScale {
    RoundingScale(DoubleDouble.sinh(x.exact), slope: DoubleDouble.cosh(x.exact).doubleValue, at: x)
  }
  static func cosh(_ x: RoundingScale) -> RoundingScale {
    RoundingScale(DoubleDouble.cosh(x.exact), slope: DoubleDouble.sinh(x.exact).doubleValue, at: x)
  }
  static func tanh(_ x: RoundingScale) -> RoundingScale { RoundingScale(DoubleDouble.tanh(x.exact), slope: 1, at: x) }
  static func atan(_ x: RoundingScale) -> RoundingScale { RoundingScale(DoubleDouble.atan(x.exact), slope: 1, at: x) }
  static func pow(_ x: RoundingScale, _ y: RoundingScale) -> RoundingScale {
    let power = DoubleDouble.pow(x.exact, y.exact)
    return RoundingScale(power, slope: y.value * power.doubleValue / x.value, at: x)
  }
  static func softplus(_ x: RoundingScale) -> RoundingScale {
    RoundingScale(DoubleDouble.softplus(x.exact), slope: DoubleDouble.sigmoid(x.exact).doubleValue, at: x)
  }
  static func sigmoid(_ x: RoundingScale) -> RoundingScale {
    RoundingScale(DoubleDouble.sigmoid(x.exact), slope: 1, at: x)
  }
  static func logcosh(_ x: RoundingScale) -> RoundingScale {
    RoundingScale(DoubleDouble.logcosh(x.exact), slope: 1, at: x)
  }
}
