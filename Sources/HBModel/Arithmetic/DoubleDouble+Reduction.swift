extension DoubleDouble {
  /// The multiple of `pi/64` nearest to a finite angle, and the rest, however large or close to a multiple it is.
  ///
  /// Exact multiplication with 1536 bits of `2/pi`, in the spirit of M. H. Payne and R. N. Hanek (1983). The product
  /// is in error by less than 2^-507 steps. There are 2^128 pairs of doubles, so none is expected within much less than
  /// 2^-128 steps of a multiple, and even there hundreds of bits are right.
  @inline(never)
  static func exactlyReducedAngle(_ x: DoubleDouble) -> ReducedAngle {
    let angle = ExactRatio(x)
    let scale = angle.denominator.bitWidth - 1 + 64 * TrigonometricTable.twoOverPi.count
    let product = (angle.numerator * Natural(words: TrigonometricTable.twoOverPi)) << 5
    var count = product >> scale
    var rest = product - count << scale
    let roundsUp = rest.bit(scale - 1)
    if roundsUp {
      count = count + Natural(1)
      rest = Natural(1) << scale - rest
    }
    let part = DoubleDouble(
      rounding: ExactRatio(isNegative: roundsUp, numerator: rest, denominator: Natural(1) << scale))
    let steps = Int((count.words.first ?? 0) & 127)
    let remainder = part * TrigonometricTable.angles[1]
    return angle.isNegative
      ? ReducedAngle(steps: -steps & 127, remainder: -remainder)
      : ReducedAngle(steps: steps, remainder: remainder)
  }
}
