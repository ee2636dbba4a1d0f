// Algorithms and bounds: M. Joldes, J.-M. Muller, V. Popescu, "Tight and rigorous error bounds for basic building
// blocks of double-word arithmetic", ACM TOMS 44(2), 2017, doi 10.1145/3121432, called JMP below; machine-checked, and
// the bounds of products improved, by J.-M. Muller, L. Rideau, "Formalization of double-word arithmetic", ACM TOMS
// 48(1), 2022, doi 10.1145/3484514.
// An infinite operand or an overflow makes the result of these algorithms NaN or infinite; it is then, and
// only then, computed again out of line.

extension DoubleDouble {
  /// The sum; relative error below 3u²/(1 - 4u) (JMP algorithm 6, AccurateDWPlusDW, theorem 3.1).
  @inlinable
  public static func + (lhs: DoubleDouble, rhs: DoubleDouble) -> DoubleDouble {
    let (highSum, highError) = twoSum(lhs.high, rhs.high)
    let (lowSum, lowError) = twoSum(lhs.low, rhs.low)
    let (middle, rest) = fastTwoSum(highSum, highError + lowSum)
    let result = fastTwoSum(middle, lowError + rest)
    return result.sum.isFinite ? DoubleDouble(result) : irregularSum(lhs, rhs)
  }

  /// The difference; relative error below 3u²/(1 - 4u), as for sums.
  @inlinable
  public static func - (lhs: DoubleDouble, rhs: DoubleDouble) -> DoubleDouble { lhs + (-rhs) }

  /// The additive inverse, exact.
  @inlinable
  public static prefix func - (value: DoubleDouble) -> DoubleDouble {
    DoubleDouble(normalizedHigh: -value.high, low: -value.low)
  }

  /// The product; relative error below 5u² (JMP algorithm 10, DWTimesDW1; bound by Muller and Rideau 2022).
  ///
  /// Commutative bit for bit. The variants with more fused operations (bounds 5u² and 4u²) are not, and take half
  /// as long again in a loop of multiply-adds.
  @inlinable
  public static func * (lhs: DoubleDouble, rhs: DoubleDouble) -> DoubleDouble {
    let (product, error) = twoProduct(lhs.high, rhs.high)
    let result = fastTwoSum(product, error + (lhs.high * rhs.low + lhs.low * rhs.high))
    return result.sum.isFinite ? DoubleDouble(result) : irregularProduct(result.sum, product)
  }

  /// The quotient; relative error below 9.8u² (JMP algorithm 18, DWDivDW3, theorem 7.3).
  @inlinable
  public static func / (lhs: DoubleDouble, rhs: DoubleDouble) -> DoubleDouble {
    // Beyond, the reciprocal loses bits to underflow. Where it overflows, the result is not finite and found below.
    guard rhs.high.magnitude <= 0x1p960 else { return irregularQuotient(lhs, rhs) }
    let reciprocal = 1 / rhs.high
    let residual = fastTwoSum(
      (1.0).addingProduct(-rhs.high, reciprocal), -(rhs.low * reciprocal))
    let correction = DoubleDouble(residual) * reciprocal
    let inverse = correction + reciprocal
    // JMP algorithm 11, DWTimesDW2.
    let (product, error) = twoProduct(lhs.high, inverse.high)
    let mixed = (lhs.high * inverse.low).addingProduct(lhs.low, inverse.high)
    let result = fastTwoSum(product, error + mixed)
    return result.sum.isFinite ? DoubleDouble(result) : irregularQuotient(lhs, rhs)
  }

  /// The square root; relative error below 25/8 u².
  ///
  /// Algorithm SQRTDWtoDW of V. Lefèvre, N. Louvet, J.-M. Muller, J. Picot, L. Rideau, "Accurate calculation of
  /// Euclidean norms using double-word arithmetic", ACM TOMS 49(1), 2023, doi 10.1145/3568672.
  ///
  /// Edge cases: NaN for a negative number; zero and positive infinity are their own roots.
  @inlinable
  public static func sqrt(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high >= 0x1p-900, x.high <= 0x1p1000 else { return irregularSquareRoot(x) }
    let root = x.high.squareRoot()
    let residual = x.low + x.high.addingProduct(-root, root)
    return DoubleDouble(fastTwoSum(root, residual / (2 * root)))
  }
}

// MARK: With a double

extension DoubleDouble {
  /// The sum; relative error below 2u² (JMP algorithm 4, DWPlusFP, theorem 2.2).
  @inlinable
  public static func + (lhs: DoubleDouble, rhs: Double) -> DoubleDouble {
    let (sum, error) = twoSum(lhs.high, rhs)
    let result = fastTwoSum(sum, lhs.low + error)
    return result.sum.isFinite ? DoubleDouble(result) : irregularSum(lhs, DoubleDouble(rhs))
  }

  /// The sum; relative error below 2u².
  @inlinable
  public static func + (lhs: Double, rhs: DoubleDouble) -> DoubleDouble { rhs + lhs }

  /// The difference; relative error below 2u².
  @inlinable
  public static func - (lhs: DoubleDouble, rhs: Double) -> DoubleDouble { lhs + (-rhs) }

  /// The difference; relative error below 2u².
  @inlinable
  public static func - (lhs: Double, rhs: DoubleDouble) -> DoubleDouble { -rhs + lhs }

  /// The product; relative error below 2u² (JMP algorithm 9, DWTimesFP3, theorem 4.3).
  @inlinable
  public static func * (lhs: DoubleDouble, rhs: Double) -> DoubleDouble {
    let (product, error) = twoProduct(lhs.high, rhs)
    let result = fastTwoSum(product, error.addingProduct(lhs.low, rhs))
    return result.sum.isFinite ? DoubleDouble(result) : irregularProduct(result.sum, product)
  }

  /// The product; relative error below 2u².
  @inlinable
  public static func * (lhs: Double, rhs: DoubleDouble) -> DoubleDouble { rhs * lhs }

  /// The quotient; relative error below 3u² (JMP algorithm 15, DWDivFP3, theorem 6.2).
  @inlinable
  public static func / (lhs: DoubleDouble, rhs: Double) -> DoubleDouble {
    let size = rhs.magnitude
    // A small divisor takes dividends so small that the error of the product below underflows.
    guard size >= 0x1p-50, size <= 0x1p960 else { return irregularQuotient(lhs, DoubleDouble(rhs)) }
    let quotient = lhs.high / rhs
    let (product, error) = twoProduct(quotient, rhs)
    let residual = ((lhs.high - product) - error) + lhs.low
    let result = fastTwoSum(quotient, residual / rhs)
    return result.sum.isFinite ? DoubleDouble(result) : irregularQuotient(lhs, DoubleDouble(rhs))
  }

  /// The quotient; relative error below 9.8u².
  @inlinable
  public static func / (lhs: Double, rhs: DoubleDouble) -> DoubleDouble { DoubleDouble(lhs) / rhs }

  /// Adds a double in place.
  @inlinable public static func += (lhs: inout DoubleDouble, rhs: Double) { lhs = lhs + rhs }
  /// Subtracts a double in place.
  @inlinable public static func -= (lhs: inout DoubleDouble, rhs: Double) { lhs = lhs - rhs }
  /// Multiplies by a double in place.
  @inlinable public static func *= (lhs: inout DoubleDouble, rhs: Double) { lhs = lhs * rhs }
  /// Divides in place.
  @inlinable public static func /= (lhs: inout DoubleDouble, rhs: DoubleDouble) { lhs = lhs / rhs }
  /// Divides by a double in place.
  @inlinable public static func /= (lhs: inout DoubleDouble, rhs: Double) { lhs = lhs / rhs }
}

// MARK: Infinities, NaN, and the ends of the range

extension DoubleDouble {
  /// The product whose regular computation ended in `result`, its leading double being `leading`.
  @usableFromInline @inline(never)
  static func irregularProduct(_ result: Double, _ leading: Double) -> DoubleDouble {
    // A finite leading part that the correction pushes to infinity is a true overflow.
    DoubleDouble(leading.isFinite ? result : leading)
  }

  /// The sum where the regular computation is not finite.
  @usableFromInline @inline(never)
  static func irregularSum(_ lhs: DoubleDouble, _ rhs: DoubleDouble) -> DoubleDouble {
    let leading = lhs.high + rhs.high
    guard lhs.isFinite, rhs.isFinite else { return DoubleDouble(leading) }
    // Finite operands near the top of the range: once more at half the size, where no step overflows. A low part
    // that halving makes inexact is far below the bound.
    let half =
      DoubleDouble(normalizedHigh: lhs.high / 2, low: lhs.low / 2)
      + DoubleDouble(normalizedHigh: rhs.high / 2, low: rhs.low / 2)
    return half.scaled(byPowerOfTwo: 1)
  }

  /// The quotient where the regular computation is not finite or the divisor is not of middle size.
  @usableFromInline @inline(never)
  static func irregularQuotient(_ lhs: DoubleDouble, _ rhs: DoubleDouble) -> DoubleDouble {
    guard lhs.isFinite, rhs.isFinite, lhs.high != 0, rhs.high != 0 else { return DoubleDouble(lhs.high / rhs.high) }
    let (top, bottom) = (Int(lhs.high.exponent), Int(rhs.high.exponent))
    let quotient = lhs.scaled(byPowerOfTwo: -top) / rhs.scaled(byPowerOfTwo: -bottom)
    return quotient.scaled(byPowerOfTwo: top - bottom)
  }

  /// The square root outside of the middle range.
  @usableFromInline @inline(never)
  static func irregularSquareRoot(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high > 0, x.isFinite else { return DoubleDouble(x.high.squareRoot()) }
    let shift = x.high < 1 ? 600 : -600
    return sqrt(x.scaled(byPowerOfTwo: shift)).scaled(byPowerOfTwo: -shift / 2)
  }
}
