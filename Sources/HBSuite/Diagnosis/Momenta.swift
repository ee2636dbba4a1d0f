import HBModel

/// The momenta at which coefficients are measured, so chosen that the values of what people write there have small
/// numerators and denominators.
enum Momenta {
  /// Where a coefficient is compared with the right one.
  static let compared = fractions([(1, 2), (1, 3), (4, 5)])

  /// Where a wrong coefficient is recognized: fractions a/b whose powers of `1-mu` and of mu stay short.
  ///
  /// Stationary coefficients have high powers of `1-mu` below, hence `b - a` small; those of an iteration are
  /// polynomials, hence b small.
  static func recognized(_ start: ModelStart) -> [Rational] {
    let largest = start == .slowManifold ? 16 : 9
    var result = [Rational.zero]
    for bottom in 2...largest {
      let least = start == .slowManifold ? max(1, bottom - 3) : 1
      result += fractions((least..<bottom).map { ($0, bottom) }).filter { $0.denominator == Int128(bottom) }
    }
    return result
  }
}
