// The method: `x = n log(2)/1024 + r`, `n = 1024 k + 32 i + j`, so that
// `e^x = 2^k (1 + A_i) (1 + B_j) (1 + p)` with two small tables and the Taylor polynomial `p = e^r - 1`.
// The table method is P. T. P. Tang's (ACM TOMS 15(2), 1989); holding every factor as its excess over one makes
// `e^x - 1` accurate near zero as well.

/// `log(2)/1024` in three words; the first two have 32 bits, so that their products with `n` are exact.
let logTwoStep = (0x1.62e42ff000000p-11, -0x1.718432a200000p-45, 0x1.3c7673007e5edp-79)
/// `1024/log(2)`.
private let stepsPerUnit = 0x1.71547652b82fep10

/// The double nearest to `x` that is an integer; for |x| up to 2^51.
@inline(__always)
func nearestInteger(_ x: Double) -> Double { (x + 0x1.8p52) - 0x1.8p52 }

extension DoubleDouble {
  /// The exponential; relative error at most 2^-98 (measured: below 2^-104) where the result is at least 2^-916.
  ///
  /// Below, the error is at most 2^-1074. Edge cases: `exp(-inf) = 0`, `exp(inf) = inf`, infinite from 709.79 on.
  public static func exp(_ x: DoubleDouble) -> DoubleDouble { scaledExponential(x, by: 0) }

  /// `e^x - 1`; relative error at most 2^-98 also where `x` is small, down to results of magnitude 2^-916.
  ///
  /// Edge cases: `expm1(-inf) = -1`, `expm1(inf) = inf`.
  public static func expm1(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high > -80 else { return x.isNaN ? x : DoubleDouble(normalizedHigh: -1, low: 0) }
    guard x.high < 710 else { return infinity }
    let (exponent, excess) = exponentialParts(x)
    if exponent == 0 { return excess }
    guard exponent < 1000 else { return (excess + 1).scaled(byPowerOfTwo: exponent) }
    return (excess + 1).scaled(byPowerOfTwo: exponent) - 1
  }

  /// `2^exponent e^x` without an intermediate overflow; for |exponent| up to 100.
  static func scaledExponential(_ x: DoubleDouble, by exponent: Int) -> DoubleDouble {
    guard x.high < 800 else { return x.isNaN ? x : infinity }
    guard x.high > -830 else { return x.isNaN ? x : zero }
    let (own, excess) = exponentialParts(x)
    return (excess + 1).scaled(byPowerOfTwo: own + exponent)
  }

  /// The parts of `e^x = 2^exponent (1 + excess)`, `|excess| < 0.42`, for |x| up to 1000.
  ///
  /// The relative error of `excess` is below 2^-102; the exponent is zero where |x| < 0.34.
  static func exponentialParts(_ x: DoubleDouble) -> (exponent: Int, excess: DoubleDouble) {
    let count = nearestInteger(x.high * stepsPerUnit)
    let steps = Int(count)
    // The first two products are exact and the first sum cancels exactly, so the rest is accurate relative to itself.
    let remainder =
      DoubleDouble(twoSum(x.high, -(count * logTwoStep.0)))
      + DoubleDouble(twoSum(x.low, -(count * logTwoStep.1)))
      + -(count * logTwoStep.2)
    let fine = ((steps + 16) & 31) - 16
    let upper = (steps - fine) >> 5
    let coarse = ((upper + 16) & 31) - 16
    let coarseFactor = ExponentialTable.coarsePowers[coarse + 16]
    let fineFactor = ExponentialTable.finePowers[fine + 16]
    let small = smallExpm1(remainder)
    // (1 + a) (1 + b) - 1 = a + (b + a b), which keeps the relative accuracy where `a` prevails.
    let inner = fineFactor + (small + fineFactor * small)
    return ((upper - coarse) >> 5, coarseFactor + (inner + coarseFactor * inner))
  }

  /// `e^r - 1` for |r| up to `log(2)/2048 = 2^-11.5`, by the Taylor polynomial of degree 9.
  ///
  /// The remainder term is 2^-124 of the result. Coefficients from 1/120 on need no more than double precision:
  /// the terms they enter are below 2^-53 of the result.
  @inline(__always)
  private static func smallExpm1(_ r: DoubleDouble) -> DoubleDouble {
    let t = r.high
    let tail =
      0x1.1111111111111p-7
      + t
      * (0x1.6c16c16c16c17p-10
        + t * (0x1.a01a01a01a01ap-13 + t * (0x1.a01a01a01a01ap-16 + t * 0x1.71de3a556c734p-19)))
    let fourth = DoubleDouble(normalizedHigh: 0x1.5555555555555p-5, low: 0x1.5555555555555p-59) + t * tail
    let third = DoubleDouble(normalizedHigh: 0x1.5555555555555p-3, low: 0x1.5555555555555p-57) + r * fourth
    let second = r * third + 0.5
    return r + r * r * second
  }
}
