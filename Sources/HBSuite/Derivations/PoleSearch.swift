import HBModel

/// Whether a rational function has a pole for a momentum in [0, 1), decided exactly.
///
/// By the rule of signs of Descartes on ever smaller intervals: a polynomial whose coefficients, after `[a, b)` is mapped
/// onto `[0, infinity)`, do not change sign has no root there; if they change it once, it has exactly one.
///
/// - SeeAlso: Collins, Akritas, *Polynomial real root isolation using Descartes' rule of signs* (1976).
public enum PoleSearch {
  /// An interval that has a pole in it; both ends are the same where the pole is known.
  public struct Interval: Equatable, Sendable, CustomStringConvertible {
    /// The lower end.
    public let lower: Rational
    /// The upper end.
    public let upper: Rational

    /// The momentum, or the two ends.
    public var description: String { lower == upper ? "mu = \(lower)" : "mu between \(lower) and \(upper)" }
  }

  /// An interval within [0, 1) that has a pole; nil where there is none.
  ///
  /// - Throws: `ExactOverflow` where the denominator is too large to decide.
  /// - Complexity: O(degree^2) for each interval.
  public static func pole(of function: RationalFunction) throws(ExactOverflow) -> Interval? {
    let cofactor = function.denominatorCofactor
    guard cofactor.count > 1 else { return nil }
    guard cofactor[0] != 0 else { return Interval(lower: .zero, upper: .zero) }
    // Without multiple roots, so that small enough intervals show at most one change of sign.
    var derivative: [Int128] = []
    for (power, coefficient) in cofactor.enumerated().dropFirst() {
      derivative.append(try product(Int128(power), coefficient))
    }
    let simple = try RationalFunction(numerator: derivative, denominator: cofactor).denominatorCoefficients
    return try root(of: simple, from: .zero, length: .one)
  }

  /// A root of `x -> polynomial` in the open unit interval, which stands for the interval given.
  private static func root(
    of polynomial: [Int128], from lower: Rational, length: Rational
  ) throws(ExactOverflow) -> Interval? {
    // (1 + x)^d p(1 / (1 + x)) has the roots of p in (0, 1) on the positive axis.
    switch changesOfSign(try shifted(polynomial.reversed())) {
    case 0: return nil
    case 1: return Interval(lower: lower, upper: try lower + length)
    default: break
    }
    let half = try length / Rational(2)
    let middle = try lower + half
    // 2^d p(x / 2)
    var left = polynomial
    for power in left.indices {
      left[power] = try product(left[power], scale(2, polynomial.count - 1 - power))
    }
    var atMiddle: Int128 = 0
    for coefficient in left { atMiddle = try sum(atMiddle, coefficient) }
    if atMiddle == 0 { return Interval(lower: middle, upper: middle) }
    if let found = try root(of: left, from: lower, length: half) { return found }
    return try root(of: shifted(left), from: middle, length: half)
  }

  /// The coefficients of `p(x + 1)`.
  private static func shifted(_ polynomial: [Int128]) throws(ExactOverflow) -> [Int128] {
    var result = polynomial
    for start in result.indices {
      for power in (start..<result.count - 1).reversed() {
        result[power] = try sum(result[power], result[power + 1])
      }
    }
    return result
  }

  private static func changesOfSign(_ list: [Int128]) -> Int {
    let signs = list.filter { $0 != 0 }.map { $0 < 0 }
    return zip(signs, signs.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }

  private static func scale(_ base: Int128, _ exponent: Int) throws(ExactOverflow) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<exponent { result = try product(result, base) }
    return result
  }

  private static func product(_ left: Int128, _ right: Int128) throws(ExactOverflow) -> Int128 {
    let (value, overflow) = left.multipliedReportingOverflow(by: right)
    guard !overflow else { throw ExactOverflow() }
    return value
  }

  private static func sum(_ left: Int128, _ right: Int128) throws(ExactOverflow) -> Int128 {
    let (value, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw ExactOverflow() }
    return value
  }
}
