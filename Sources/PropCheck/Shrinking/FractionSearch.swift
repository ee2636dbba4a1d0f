/// The fractions that are worth trying near one that fails.
///
/// Those refused on either side bound the search: what fails is supposed to lie between them.
struct FractionSearch {
  struct Fraction: Equatable {
    let numerator: Int
    let denominator: UInt64
  }

  private let centre: Fraction
  private var low: Fraction?
  private var high: Fraction?

  init(numerator: Int, denominator: UInt64) {
    centre = Fraction(numerator: numerator, denominator: denominator)
  }

  /// The fractions of a denominator just below and above the centre, in lowest terms and within the bounds;
  /// the one nearer to zero first.
  func neighbours(_ denominator: UInt64) -> [Fraction] {
    let product = Int128(centre.numerator) * Int128(denominator)
    let floor = FractionSearch.floorDivided(product, by: Int128(centre.denominator))
    let order = centre.numerator < 0 ? [floor + 1, floor] : [floor, floor + 1]
    return order.compactMap { numerator in
      guard let numerator = Int(exactly: numerator) else { return nil }
      let fraction = Fraction(numerator: numerator, denominator: denominator)
      let isReduced = greatestCommonDivisor(UInt64(numerator.magnitude), denominator) == 1
      return isReduced && isBetweenBounds(fraction) ? fraction : nil
    }
  }

  /// Notes that a fraction did not fail.
  mutating func refuse(_ fraction: Fraction) {
    guard isBetweenBounds(fraction) else { return }
    if FractionSearch.isLess(fraction, centre) { low = fraction } else { high = fraction }
  }

  /// The fraction of least denominator strictly between the bounds; nil where one bound is not known.
  func simplest() -> Fraction? {
    guard let low, let high else { return nil }
    let whole = FractionSearch.floorDivided(Int128(low.numerator), by: Int128(low.denominator))
    // walk down from the whole part: a fraction between 0/1 and 1/0 shifted by it
    var (leftP, leftQ, rightP, rightQ): (Int128, Int128, Int128, Int128) = (whole, 1, 1, 0)
    for _ in 0..<100_000 {
      let (p, q) = (leftP + rightP, leftQ + rightQ)
      guard q <= Int128(centre.denominator) else { return nil }
      if p * Int128(low.denominator) <= Int128(low.numerator) * q {
        (leftP, leftQ) = (p, q)
      } else if p * Int128(high.denominator) >= Int128(high.numerator) * q {
        (rightP, rightQ) = (p, q)
      } else {
        guard let numerator = Int(exactly: p), let denominator = UInt64(exactly: q) else { return nil }
        return Fraction(numerator: numerator, denominator: denominator)
      }
    }
    return nil
  }

  private func isBetweenBounds(_ fraction: Fraction) -> Bool {
    if let low, !FractionSearch.isLess(low, fraction) { return false }
    if let high, !FractionSearch.isLess(fraction, high) { return false }
    return true
  }

  private static func isLess(_ a: Fraction, _ b: Fraction) -> Bool {
    Int128(a.numerator) * Int128(b.denominator) < Int128(b.numerator) * Int128(a.denominator)
  }

  private static func floorDivided(_ a: Int128, by b: Int128) -> Int128 {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
