import HBModel
import Testing

@Suite("Polynomials in mu") struct PolynomialTests {
  @Test("the laws of a ring hold exactly", arguments: 1..<40 as Range<UInt64>)
  func ringLaws(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let (a, b, c) = (random.polynomial(degree: 4), random.polynomial(degree: 3), random.polynomial(degree: 2))
    #expect(try (a + b) + c == a + (b + c))
    #expect(try (a * b) * c == a * (b * c))
    #expect(try a * (b + c) == a * b + a * c)
    #expect(try a * b == b * a)
    #expect(try a - b + b == a)
    #expect(try a - a == .zero)
  }

  @Test("evaluation at a rational number is a homomorphism", arguments: 1..<40 as Range<UInt64>)
  func evaluation(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let (a, b) = (random.polynomial(degree: 4), random.polynomial(degree: 3))
    let point = try random.rational()
    let (left, right) = (try a.evaluate(at: point), try b.evaluate(at: point))
    #expect(try (a + b).evaluate(at: point) == left + right)
    #expect(try (a * b).evaluate(at: point) == left * right)
  }

  @Test("equal polynomials have equal parts, in lowest terms and without trailing zeros")
  func lowestTerms() throws {
    let polynomial = Polynomial(coefficients: [2, 4, 0, 0], denominator: 6)
    #expect(polynomial.numeratorCoefficients == [1, 2])
    #expect(polynomial.denominator == 3)
    #expect(polynomial.degree == 1)
    #expect(try polynomial.coefficient(of: 1) == Rational(2, 3))
    #expect(try polynomial.coefficient(of: 5) == .zero)
    #expect(Polynomial.zero.degree == -1)
  }

  @Test("products of wide coefficients are exact, and an error where they leave 128 bits")
  func overflow() throws {
    // Three sizes take three routes: words, unchecked 128 bits, checked 128 bits.
    for shift: Int128 in [20, 55, 61] {
      let wide = Polynomial(coefficients: [1 << shift, -(1 << shift)])
      #expect(try (wide * wide).numeratorCoefficients == [1 << (2 * shift), -(2 << (2 * shift)), 1 << (2 * shift)])
    }
    // A factor that just fails to be a word.
    let narrow = Polynomial(coefficients: [3])
    for shift: Int128 in 60...66 {
      #expect(try (narrow * Polynomial(coefficients: [1, 1 << shift])).numeratorCoefficients == [3, 3 << shift])
    }
    let smallest = Polynomial(coefficients: [.min, 1], denominator: 3)
    #expect(throws: ExactOverflow.self) { try -smallest }
    #expect(throws: ExactOverflow.self) { try RationalFunction(numerator: [1], denominator: [.min, 1]) }
    #expect(smallest.description == "(-170141183460469231731687303715884105728+mu)/3")
    let wide = Polynomial(coefficients: [1 << 63, 1 << 63])
    #expect(throws: ExactOverflow.self) { try wide * wide }
    #expect(try (wide * Polynomial(coefficients: [1 << 62])).numeratorCoefficients == [1 << 125, 1 << 125])
  }

  @Test(
    "polynomials print the lowest power first",
    arguments: [
      ([0], 1, "0"), ([3], 4, "3/4"), ([0, 1], 1, "mu"), ([1, 10, 1], 6, "(1+10*mu+mu^2)/6"),
      ([-1, -4, -1], 2, "-(1+4*mu+mu^2)/2"), ([0, 0, -7], 2, "-7*mu^2/2"), ([-1, 0, 2], 1, "-1+2*mu^2"),
    ] as [([Int], Int, String)])
  func printing(coefficients: [Int], denominator: Int, text: String) {
    let polynomial = Polynomial(coefficients: coefficients.map { Int128($0) }, denominator: Int128(denominator))
    #expect(polynomial.description == text)
  }
}
