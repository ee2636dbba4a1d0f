// The method: with `x = 2^k (1 + e)` and `n` near `1024 log2(1 + e)`, `(1 + e) 2^(-n/1024) = 1 + f` is formed from
// the tables of the exponential, and `log x = (1024 k + n) log(2)/1024 + log(1 + f)`, |f| < 2^-11.4.
// All factors are held as excesses over one, so nothing is lost near x = 1.

extension DoubleDouble {
  /// The natural logarithm; relative error at most 2^-98 (measured: below 2^-104) over all positive values, also near 1.
  ///
  /// Edge cases: `log(0) = -inf`, NaN for a negative number, `log(inf) = inf`.
  public static func log(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high > 0, x.isFinite else {
      return x.high == 0 ? -infinity : x.high > 0 ? x : nan
    }
    var exponent = Int(x.high.exponent)
    // The mantissa is taken from [0.707, 1.415], so that the exponent is zero near 1.
    if x.high.significand > 1.4142 { exponent += 1 }
    let mantissa = x.scaled(byPowerOfTwo: -exponent)
    // Both parts of a number near 1, less one, fit in two doubles: the sum is exact.
    let excess = DoubleDouble(twoSum(mantissa.high - 1, mantissa.low))
    return logarithm(excess: excess, exponent: exponent)
  }

  /// `log(1 + x)`; relative error at most 2^-98 also where `x` is small, down to results of magnitude 2^-916.
  ///
  /// Edge cases: `log1p(-1) = -inf`, NaN below -1, `log1p(inf) = inf`.
  public static func log1p(_ x: DoubleDouble) -> DoubleDouble {
    if x.high > -0.29, x.high < 0.41 { return logarithm(excess: x, exponent: 0) }
    return log(x + 1)
  }

  /// `exponent log 2 + log(1 + excess)` for an excess in [-0.294, 0.4143].
  private static func logarithm(excess: DoubleDouble, exponent: Int) -> DoubleDouble {
    // Error of this first approximation: below 2^-20, a small part of a step of 2^-10.5.
    let ratio = excess.high / (2 + excess.high)
    let square = ratio * ratio
    let series =
      2 + square * (0.6666666666666666 + square * (0.4 + square * (0.2857142857142857 + square * 0.2222222222222222)))
    let count = nearestInteger(ratio * series * 0x1.71547652b82fep10)
    let steps = Int(count)
    // 2^(-n/1024) is a product of two entries without a power of two, as |n| <= 512.
    let fine = ((16 - steps) & 31) - 16
    let coarseFactor = ExponentialTable.coarsePowers[(-steps - fine) >> 5 + 16]
    let fineFactor = ExponentialTable.finePowers[fine + 16]
    let coarse = excess + (coarseFactor + excess * coarseFactor)
    let rest = coarse + (fineFactor + coarse * fineFactor)

    let total = count + Double(1024 * exponent)
    let main =
      DoubleDouble(fastTwoSum(total * logTwoStep.0, total * logTwoStep.1)) + total * logTwoStep.2
    return main + smallLog1p(rest)
  }

  /// `log(1 + f)` for |f| < 2^-11.4.
  ///
  /// With `s = f / (2 + f)`, `log(1 + f) = 2 atanh s = f - f s + 2 s (s²/3 + s⁴/5 + ...)`: the error of `s` enters
  /// times `f`. The first term left out is below 2^-127 of the result.
  @inline(__always)
  private static func smallLog1p(_ f: DoubleDouble) -> DoubleDouble {
    let s = f / (f + 2)
    let square = s * s
    let z = square.high
    let tail = z * (0.4 + z * (0.2857142857142857 + z * (0.2222222222222222 + z * 0.18181818181818182)))
    let series = DoubleDouble(normalizedHigh: 0x1.5555555555555p-1, low: 0x1.5555555555555p-55) + tail
    return f + s * (square * series - f)
  }
}
