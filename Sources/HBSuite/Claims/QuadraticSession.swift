import HBModel

/// Step size and momentum of heavy ball on `L = x^2 / 2`, by the roots of `r^2 = (1 + mu - h) r - mu`.
///
/// Rational roots make the closed form rational: `mu` is their product, `h = 1 + mu` less their sum.
enum RootPair: Sendable, CustomStringConvertible {
  /// Two real roots, perhaps equal.
  case real(Rational, Rational)
  /// The complex roots `a + b i` and `a - b i`, b not 0.
  case complex(Rational, Rational)

  /// The momentum, the product of the roots.
  func momentum() throws(ExactOverflow) -> Rational {
    switch self {
    case .real(let first, let second): try first * second
    case .complex(let a, let b): try a * a + b * b
    }
  }

  /// The step size.
  func step() throws(ExactOverflow) -> Rational {
    switch self {
    case .real(let first, let second): try (.one - first) * (.one - second)
    case .complex(let a, let b): try (.one - a) * (.one - a) + b * b
    }
  }

  /// `U_n = (r_1^n - r_2^n) / (r_1 - r_2)`, the solution with `U_0 = 0` and `U_1 = 1`.
  func solution(_ n: Int) throws(ExactOverflow) -> Rational {
    switch self {
    case .real(let first, let second) where first == second:
      return n == 0 ? .zero : try Rational(n) * power(first, n - 1)
    case .real(let first, let second): return try (power(first, n) - power(second, n)) / (first - second)
    case .complex(let a, let b):
      // U_n = Im((a + b i)^n) / b
      var (real, imaginary) = (Rational.one, Rational.zero)
      for _ in 0..<n { (real, imaginary) = (try real * a - imaginary * b, try real * b + imaginary * a) }
      return try imaginary / b
    }
  }

  private func power(_ base: Rational, _ exponent: Int) throws(ExactOverflow) -> Rational {
    var result = Rational.one
    for _ in 0..<exponent { result = try result * base }
    return result
  }

  /// Step size and momentum.
  var description: String {
    let text = (try? (step(), momentum())).map { "step \($0.0), momentum \($0.1)" }
    return text ?? "roots out of range"
  }
}

/// What the closed form says, exactly, of a run of heavy ball on `L = x^2 / 2` that is stepped on, restarted and
/// given other parameters.
struct ClosedFormSession: Sendable {
  private(set) var roots = RootPair.real(ClosedFormSession.half, ClosedFormSession.half)
  private(set) var current = Rational.one
  private(set) var previous = Rational.one
  /// Whether every number so far fits into 128 bits.
  private(set) var isExact = true
  /// How many steps were made.
  private(set) var steps = 0
  /// By how much rounding errors may have grown on the way, at most.
  private(set) var growth = 1.0

  private static let half = fractions([(1, 2)])[0]

  /// Goes on by some steps: `x_n = U_{n+1} x_0 - mu U_n x_{-1}`.
  mutating func advance(_ count: Int) {
    do {
      let momentum = try roots.momentum()
      let (start, before) = (current, previous)
      func state(_ n: Int) throws(ExactOverflow) -> Rational {
        try roots.solution(n + 1) * start - momentum * roots.solution(n) * before
      }
      current = try state(count)
      previous = count == 1 ? start : try state(count - 1)
    } catch { isExact = false }
    steps += count
    // the roots lie in the unit disk, so that |U_n| <= n
    growth *= 2 * Double(count + 1)
  }

  /// Loses its momentum.
  mutating func restart() { previous = current }

  /// Goes on with other parameters from where it is.
  mutating func reparametrize(_ roots: RootPair) { self.roots = roots }
}

/// A run of a momentum method on `L = x^2 / 2` in floating-point arithmetic.
struct MethodSession: Sendable {
  private let method: MomentumMethod
  private var gradient: NegativeGradient<DoubleDouble>
  private(set) var current: [DoubleDouble] = [.one]
  var previous: [DoubleDouble] = [.one]
  /// The largest size of an iterate so far.
  private(set) var size = 1.0
  private var step = DoubleDouble.zero
  private var momentum = DoubleDouble.zero

  /// A run from `x = 1`, at rest.
  init(_ method: MomentumMethod, _ roots: RootPair) throws(ExactOverflow) {
    self.method = method
    let objective = Expression.divide(.power(.variable(0), Rational(2)), .constant(Rational(2)))
    gradient = NegativeGradient(program: .negativeGradient(of: objective, dimension: 1))
    try reparametrize(roots)
  }

  /// Makes some steps.
  mutating func advance(_ count: Int) {
    for _ in 0..<count {
      let next = method.next(current: current, previous: previous, step: step, momentum: momentum) { point in
        gradient(point).map { -$0 }
      }
      (previous, current) = (current, next)
      size = max(size, maximumNorm(next))
    }
  }

  /// Goes on with other parameters from where it is.
  mutating func reparametrize(_ roots: RootPair) throws(ExactOverflow) {
    step = DoubleDouble(try roots.step())
    momentum = DoubleDouble(try roots.momentum())
  }
}
