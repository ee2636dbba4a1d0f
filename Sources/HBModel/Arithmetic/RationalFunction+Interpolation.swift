extension RationalFunction {
  /// The rational function of least degree through points, found by some of them and checked at the others.
  ///
  /// Cauchy interpolation: the extended Euclidean algorithm on `prod (x - x_i)` and the interpolating polynomial runs
  /// through the rational functions through the points; the largest quotient belongs to the one whose degrees sum to
  /// the least. It runs modulo a prime, the result is checked exactly.
  ///
  /// - Parameters:
  ///   - points: arguments, all different, with their values.
  ///   - heldOut: points that do not enter the interpolation.
  /// - Returns: the function, where its degrees are at least three less than the points allow, all coefficients are
  ///   below 2^30 over a common denominator of that size, and every point lies on it; nil otherwise.
  /// - Complexity: O(points^2).
  /// - SeeAlso: M. Monagan, *Maximal quotient rational reconstruction* (2004).
  public static func interpolating(
    _ points: [(argument: Rational, value: Rational)], heldOut: [(argument: Rational, value: Rational)]
  ) -> RationalFunction? {
    guard let candidate = leastDegree(points) else { return nil }
    for (argument, value) in points + heldOut {
      guard let own = try? candidate.evaluate(at: argument), own == value else { return nil }
    }
    return candidate
  }

  private static let field = PrimeField(prime: PrimeField.mersenne)

  private static func leastDegree(_ points: [(argument: Rational, value: Rational)]) -> RationalFunction? {
    // Newton's form, both the node polynomial and the interpolating one grow point by point.
    var (nodes, interpolant): ([UInt64], [UInt64]) = ([1], [])
    for (argument, value) in points {
      guard let x = field.image(of: argument), let y = field.image(of: value) else { return nil }
      let atNode = field.value(of: nodes, at: x)
      guard atNode != 0 else { return nil }
      let missing = field.difference(y, field.value(of: interpolant, at: x))
      interpolant = field.adding(field.product(missing, field.inverse(atNode)), times: nodes, to: interpolant)
      nodes = field.adding(field.difference(0, x), times: nodes, to: [0] + nodes)
    }
    guard !interpolant.isEmpty else { return .zero }
    var (older, newer) = (nodes, interpolant)
    var (olderFactor, newerFactor): ([UInt64], [UInt64]) = ([], [1])
    var best: (numerator: [UInt64], denominator: [UInt64])?
    var largest = 2
    while !newer.isEmpty {
      let (quotient, remainder) = field.division(of: older, by: newer)
      if quotient.count - 1 > largest {
        largest = quotient.count - 1
        best = (newer, newerFactor)
      }
      var next = olderFactor
      for (power, coefficient) in quotient.enumerated() {
        next = field.adding(field.difference(0, coefficient), shift: power, times: newerFactor, to: next)
      }
      (older, newer) = (newer, remainder)
      (olderFactor, newerFactor) = (newerFactor, next)
    }
    return best.flatMap { lifted($0.numerator, over: $0.denominator) }
  }

  /// The function over the rational numbers with small coefficients that has this image.
  private static func lifted(_ numerator: [UInt64], over denominator: [UInt64]) -> RationalFunction? {
    guard let lowest = denominator.first(where: { $0 != 0 }) else { return nil }
    let scale = field.inverse(lowest)
    let images = (numerator + denominator).map { field.fraction(withImage: field.product($0, scale)) }
    let fractions = images.compactMap(\.self)
    guard fractions.count == images.count else { return nil }
    var common: Int128 = 1
    for fraction in fractions {
      let shared = Int128(greatestCommonDivisor(common.magnitude, fraction.denominator.magnitude))
      let (product, overflow) = common.multipliedReportingOverflow(by: fraction.denominator / shared)
      guard !overflow, product < 1 << 62 else { return nil }
      common = product
    }
    let integers = fractions.map { $0.numerator * (common / $0.denominator) }
    return try? RationalFunction(
      numerator: Array(integers[..<numerator.count]), denominator: Array(integers[numerator.count...]))
  }
}
