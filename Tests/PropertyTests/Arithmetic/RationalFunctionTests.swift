import HBModel
import Testing

@Suite("Rational functions of mu") struct RationalFunctionTests {
  private static let seeds: Range<UInt64> = 1..<60

  @Test("the laws of a field hold exactly", arguments: seeds)
  func fieldLaws(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let a = try random.rationalFunction()
    let (b, c) = (try random.rationalFunction(), try random.rationalFunction())
    #expect(try (a + b) + c == a + (b + c))
    #expect(try (a * b) * c == a * (b * c))
    #expect(try a * (b + c) == a * b + a * c)
    #expect(try a - b + b == a)
    #expect(try a - a == .zero)
    if b != .zero {
      #expect(try a / b * b == a)
      #expect(try b.power(-2) * b * b == .one)
    }
  }

  @Test("evaluation at a rational number is a homomorphism", arguments: seeds)
  func evaluation(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let (a, b) = (try random.rationalFunction(), try random.rationalFunction())
    let point = try Rational(22, 7)
    let (left, right) = (try a.evaluate(at: point), try b.evaluate(at: point))
    #expect(try (a + b).evaluate(at: point) == left + right)
    #expect(try (a * b).evaluate(at: point) == left * right)
  }

  @Test("a common factor cancels, whatever it is", arguments: seeds)
  func cancellation(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let (a, b) = (random.polynomial(degree: 4), random.polynomial(degree: 3))
    var factor = random.polynomial(degree: 3)
    if factor == .zero { factor = .mu }
    guard b != .zero else { return }
    #expect(try RationalFunction(a * factor, over: b * factor) == RationalFunction(a, over: b))
  }

  @Test("parts of a function over an integer times a power of 1 - mu")
  func parts() throws {
    let function = try RationalFunction(numerator: [-2, 0, 2], integer: 4, power: 4)
    #expect(function.numeratorCoefficients == [-1, -1])
    #expect(function.denominatorInteger == 2)
    #expect(function.power == 3)
    #expect(function.denominatorCofactor == [1])
    #expect(function.polynomial == nil)
    let other = try RationalFunction(numerator: [3], denominator: [2, 0, -2])
    #expect(other.denominatorParts == (2, 1, [1, 1]))
    #expect(try RationalFunction(numerator: [0, 2], integer: 4, power: 0).polynomial?.description == "mu/2")
  }

  @Test(
    "functions print in factored form",
    arguments: [
      ([-1, -1], 2, 3, "-(1+mu)/(2*(1-mu)^3)", "-\\frac{1+\\mu}{2(1-\\mu)^3}"),
      ([1], 1, 1, "1/(1-mu)", "\\frac{1}{1-\\mu}"),
      ([1, 10, 1], 6, 5, "(1+10*mu+mu^2)/(6*(1-mu)^5)", "\\frac{1+10\\mu+\\mu^2}{6(1-\\mu)^5}"),
      ([0, -3, -3], 1, 7, "-3*mu*(1+mu)/(1-mu)^7", "-\\frac{3\\mu(1+\\mu)}{(1-\\mu)^7}"),
      (
        [-1, -29, -29, -1], 12, 11, "-(1+mu)*(1+28*mu+mu^2)/(12*(1-mu)^11)",
        "-\\frac{(1+\\mu)(1+28\\mu+\\mu^2)}{12(1-\\mu)^{11}}"
      ),
      ([-1], 6, 0, "-1/6", "-\\frac{1}{6}"), ([], 1, 0, "0", "0"), ([1, 1], 1, 0, "1+mu", "1+\\mu"),
      ([-1, -1], 1, 0, "-(1+mu)", "-(1+\\mu)"),
    ] as [([Int], Int, Int, String, String)])
  func printing(numerator: [Int], integer: Int, power: Int, text: String, latex: String) throws {
    let function = try RationalFunction(
      numerator: numerator.map { Int128($0) }, integer: Int128(integer), power: power)
    #expect(function.description == text)
    #expect(function.latex == latex)
  }

  @Test("f(1/mu) taken twice is f, and it evaluates as it says", arguments: seeds)
  func reciprocal(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let function = try random.rationalFunction()
    let reversed = try function.reciprocalArgument()
    #expect(try reversed.reciprocalArgument() == function)
    #expect(try reversed.evaluate(at: Rational(3, 7)) == function.evaluate(at: Rational(7, 3)))
  }

  @Test("a division by zero is an error")
  func divisionByZero() throws {
    #expect(throws: ExactOverflow.self) { try RationalFunction.one / .zero }
    #expect(throws: ExactOverflow.self) { try RationalFunction.zero.power(-1) }
    let pole = try RationalFunction(numerator: [1], integer: 1, power: 1)
    #expect(throws: ExactOverflow.self) { try pole.evaluate(at: Rational.one) }
  }

  @Test("sums over high powers of 1 - mu stay exact where a naive common denominator would overflow")
  func highPowers() throws {
    var sum = RationalFunction.zero
    for power in 0...30 { sum = try sum + RationalFunction(numerator: [1], integer: 1, power: power) }
    // A geometric series: (1 - r^31) / (1 - r) with r = 1/(1 - mu).
    let ratio = try RationalFunction(numerator: [1], integer: 1, power: 1)
    #expect(try sum * (.one - ratio) == .one - ratio.power(31))
  }
}
