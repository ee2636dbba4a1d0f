// The method: `x = q pi/2 + i pi/64 + r`, |i| <= 16, |r| <= pi/128; sine and cosine of `i pi/64` come from a table, those
// of `r` from Taylor polynomials, and the two meet in the addition theorem.

/// `pi/64` in four words; the first three have 28 bits, so that their products with 25-bit integers are exact.
private let angleStep = (
  0x1.921fb54000000p-5, 0x1.10b4612000000p-35, -0x1.676733a000000p-65, -0x1.d1fc8f8cbb5bfp-94
)
/// `pi/2`.
private let quarterTurn = DoubleDouble(normalizedHigh: 0x1.921fb54442d18p0, low: 0x1.1a62633145c07p-54)

/// An angle less the nearest multiple of `pi/64`.
struct ReducedAngle {
  /// The multiple, modulo the 128 steps of a turn.
  let steps: Int
  /// What is left, at most `pi/128` and a rounding in magnitude.
  let remainder: DoubleDouble
}

extension DoubleDouble {
  /// The sine; relative error at most 2^-98 for every finite argument, also near the multiples of pi.
  ///
  /// Edge cases: NaN for infinities.
  public static func sin(_ x: DoubleDouble) -> DoubleDouble {
    guard let (quadrant, sine, cosine) = quadrantAndValues(x) else { return nan }
    return quadrant & 1 == 0
      ? (quadrant & 2 == 0 ? sine : -sine)
      : (quadrant & 2 == 0 ? cosine : -cosine)
  }

  /// The cosine; relative error at most 2^-98 for every finite argument, also near its zeros.
  ///
  /// Edge cases: NaN for infinities.
  public static func cos(_ x: DoubleDouble) -> DoubleDouble {
    guard let (quadrant, sine, cosine) = quadrantAndValues(x) else { return nan }
    return quadrant & 1 == 0
      ? (quadrant & 2 == 0 ? cosine : -cosine)
      : (quadrant & 2 == 0 ? -sine : sine)
  }

  /// The tangent; relative error at most 2^-98 for every finite argument, also near its zeros and poles.
  ///
  /// Edge cases: NaN for infinities.
  public static func tan(_ x: DoubleDouble) -> DoubleDouble {
    guard let (quadrant, sine, cosine) = quadrantAndValues(x) else { return nan }
    return quadrant & 1 == 0 ? sine / cosine : -(cosine / sine)
  }

  /// The inverse tangent; relative error at most 2^-98 (results of magnitude at least 2^-916).
  ///
  /// Edge cases: `atan(±inf) = ±pi/2`.
  public static func atan(_ x: DoubleDouble) -> DoubleDouble {
    let size = x.magnitude
    guard size.high <= 1 else {
      if x.isNaN { return x }
      let result = quarterTurn - unitArcTangent(one / size)
      return x.high < 0 ? -result : result
    }
    let result = unitArcTangent(size)
    return x.high < 0 ? -result : result
  }

  /// The inverse tangent on 0...1: `atan w = a + atan((w cos a - sin a) / (cos a + w sin a))`, `a` of the table.
  private static func unitArcTangent(_ w: DoubleDouble) -> DoubleDouble {
    // The Padé approximant [3/4], in error by at most 0.0012, chooses the entry.
    let (t, square) = (w.high, w.high * w.high)
    let guess = t * (105 + 55 * square) / (105 + square * (90 + 9 * square))
    let index = Int(nearestInteger(guess * 0x1.45f306dc9c883p4))
    if index == 0 { return smallArcTangent(w) }
    let (sine, cosine) = (TrigonometricTable.sines[index], TrigonometricTable.sines[32 - index])
    return TrigonometricTable.angles[index] + smallArcTangent((w * cosine - sine) / (cosine + w * sine))
  }

  /// The inverse tangent for |f| < 0.026, by its Taylor polynomial of degree 21.
  private static func smallArcTangent(_ f: DoubleDouble) -> DoubleDouble {
    let square = f * f
    let z = square.high
    var tail = 1.0 / 21
    for divisor in [19.0, 17, 15, 13, 11] { tail = 1 / divisor - z * tail }
    var series = DoubleDouble(normalizedHigh: 0x1.c71c71c71c71cp-4, low: 0x1.c71c71c71c71cp-58) - z * tail
    series = DoubleDouble(normalizedHigh: 0x1.2492492492492p-3, low: 0x1.2492492492492p-57) - square * series
    series = DoubleDouble(normalizedHigh: 0x1.999999999999ap-3, low: -0x1.999999999999ap-57) - square * series
    series = DoubleDouble(normalizedHigh: 0x1.5555555555555p-2, low: 0x1.5555555555555p-56) - square * series
    return f - f * square * series
  }

  /// The quadrant of an angle with sine and cosine of the rest, which is at most `pi/4`; nil for no finite angle.
  @inline(__always)
  private static func quadrantAndValues(
    _ x: DoubleDouble
  ) -> (quadrant: Int, sine: DoubleDouble, cosine: DoubleDouble)? {
    guard x.isFinite else { return nil }
    let angle = reducedAngle(x)
    let index = ((angle.steps + 16) & 31) - 16
    let quadrant = (angle.steps - index) >> 5
    let (sine, cosine) = smallSineAndCosineLessOne(angle.remainder)
    if index == 0 { return (quadrant, sine, cosine + 1) }
    let place = abs(index)
    let tableSine = TrigonometricTable.sines[place]
    let baseSine = index < 0 ? -tableSine : tableSine
    let baseCosine = TrigonometricTable.sines[32 - place]
    return (
      quadrant,
      baseSine + (baseCosine * sine + baseSine * cosine),
      baseCosine + (baseCosine * cosine - baseSine * sine)
    )
  }

  /// `sin r` and `cos r - 1` for |r| up to `pi/128 = 2^-5.35`, by Taylor polynomials of degree 15 and 16.
  ///
  /// Terms below 2^-53 of the result are evaluated in double precision.
  @inline(__always)
  private static func smallSineAndCosineLessOne(_ r: DoubleDouble) -> (sine: DoubleDouble, cosine: DoubleDouble) {
    let square = r * r
    let z = square.high
    let sineTail =
      0x1.71de3a556c734p-19 - z * (0x1.ae64567f544e4p-26 - z * (0x1.6124613a86d09p-33 - z * 0x1.ae7f3e733b81fp-41))
    var sine = DoubleDouble(normalizedHigh: 0x1.a01a01a01a01ap-13, low: 0x1.a01a01a01a01ap-73) - z * sineTail
    sine = DoubleDouble(normalizedHigh: 0x1.1111111111111p-7, low: 0x1.1111111111111p-63) - square * sine
    sine = DoubleDouble(normalizedHigh: 0x1.5555555555555p-3, low: 0x1.5555555555555p-57) - square * sine

    let cosineTail =
      0x1.a01a01a01a01ap-16 - z * (0x1.27e4fb7789f5cp-22 - z * (0x1.1eed8eff8d898p-29 - z * 0x1.93974a8c07c9dp-37))
    var cosine = DoubleDouble(normalizedHigh: 0x1.6c16c16c16c17p-10, low: -0x1.f49f49f49f49fp-65) - z * cosineTail
    cosine = DoubleDouble(normalizedHigh: 0x1.5555555555555p-5, low: 0x1.5555555555555p-59) - square * cosine
    cosine = 0.5 - square * cosine
    return (r - r * square * sine, -(square * cosine))
  }

  /// The multiple of `pi/64` nearest to a finite angle, and the rest with relative error below 2^-103.
  @inline(__always)
  static func reducedAngle(_ x: DoubleDouble) -> ReducedAngle {
    guard x.high.magnitude < 0x1p20 else { return exactlyReducedAngle(x) }
    let count = nearestInteger(x.high * 0x1.45f306dc9c883p4)
    if count == 0 { return ReducedAngle(steps: 0, remainder: x) }
    // The first three products are exact; the four words are in error by 2^-137 of the angle.
    let upper =
      DoubleDouble(twoSum(x.high, -(count * angleStep.0))) + DoubleDouble(twoSum(x.low, -(count * angleStep.1)))
    let remainder = upper + DoubleDouble(twoSum(-(count * angleStep.2), -(count * angleStep.3)))
    // So close to a multiple that these words are not enough: the exact way.
    guard remainder.high.magnitude > x.high.magnitude * 0x1p-30 else { return exactlyReducedAngle(x) }
    return ReducedAngle(steps: Int(count) & 127, remainder: remainder)
  }
}
