extension DoubleDouble {
  /// The hyperbolic sine; relative error at most 2^-98, also near zero (results of magnitude at least 2^-916).
  ///
  /// Edge cases: `sinh(±inf) = ±inf`; infinite from 710.48 on.
  public static func sinh(_ x: DoubleDouble) -> DoubleDouble {
    let size = x.magnitude
    let result: DoubleDouble
    if size.high < 40 {
      let excess = expm1(size)
      result = (excess + excess / (excess + 1)).scaled(byPowerOfTwo: -1)
    } else {
      // The term left out is 2^-115 of the result.
      result = scaledExponential(size, by: -1)
    }
    return x.high < 0 ? -result : result
  }

  /// The hyperbolic cosine; relative error at most 2^-98.
  ///
  /// Edge cases: `cosh(±inf) = inf`; infinite from 710.48 on.
  public static func cosh(_ x: DoubleDouble) -> DoubleDouble {
    let size = x.magnitude
    guard size.high < 40 else { return scaledExponential(size, by: -1) }
    let power = exp(size)
    return (power + one / power).scaled(byPowerOfTwo: -1)
  }

  /// The hyperbolic tangent; relative error at most 2^-98, also near zero (results of magnitude at least 2^-916).
  ///
  /// Edge cases: `tanh(±inf) = ±1`; ±1 from 40 on, where the difference is below 2^-114.
  public static func tanh(_ x: DoubleDouble) -> DoubleDouble {
    let size = x.magnitude
    guard size.high < 40 else { return x.isNaN ? x : DoubleDouble(normalizedHigh: x.high < 0 ? -1 : 1, low: 0) }
    let excess = expm1(size.scaled(byPowerOfTwo: 1))
    let result = excess / (excess + 2)
    return x.high < 0 ? -result : result
  }
}
