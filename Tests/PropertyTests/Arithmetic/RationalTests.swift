import HBModel
import Testing

@Suite("Rational numbers") struct RationalTests {
  @Test("the laws of a field hold exactly", arguments: 1..<50 as Range<UInt64>)
  func fieldLaws(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let (a, b, c) = (try random.rational(), try random.rational(), try random.rational())
    #expect(try (a + b) + c == a + (b + c))
    #expect(try (a * b) * c == a * (b * c))
    #expect(try a * (b + c) == a * b + a * c)
    #expect(try a + b == b + a)
    #expect(try a * b == b * a)
    #expect(try a - b + b == a)
    if b != .zero { #expect(try a / b * b == a) }
  }

  @Test("a fraction is in lowest terms with a positive denominator")
  func lowestTerms() throws {
    #expect(try Rational(6, -4).description == "-3/2")
    #expect(try Rational(-6, -3).description == "2")
    #expect(try Rational(0, -7) == .zero)
    let sum = try Rational(1, 6) + Rational(1, 10)
    #expect((sum.numerator, sum.denominator) == (4, 15))
  }

  @Test("fractions that need all 128 bits are exact, and one bit more is an error, never a wrong number")
  func overflow() throws {
    let large = try Rational(.max, 1)
    #expect(try large - Rational(1) == Rational(.max - 1, 1))
    #expect(try large * Rational(1, .max) == .one)
    #expect(try large / large == .one)
    #expect(throws: ExactOverflow.self) { try large + Rational(1) }
    #expect(throws: ExactOverflow.self) { try large + Rational(1, 2) }
    #expect(throws: ExactOverflow.self) { try large * Rational(2) }
    #expect(throws: ExactOverflow.self) { try Rational(1, .max) * Rational(1, 2) }
    #expect(throws: ExactOverflow.self) { try -Rational(.min, 1) }
    #expect(throws: ExactOverflow.self) { try Rational(1, .min) }
    #expect(try Rational(.min, .min) == .one)
  }

  @Test("a division by zero is an error")
  func divisionByZero() throws {
    #expect(throws: ExactOverflow.self) { try Rational(1, 0) }
    #expect(throws: ExactOverflow.self) { try Rational(3) / .zero }
  }

  @Test("common factors beyond 64 bits are found")
  func longGreatestCommonDivisor() throws {
    let prime: Int128 = (1 << 61) - 1
    let factor = prime * 1_000_003
    #expect(try Rational(factor * 6, factor * 4) == Rational(3, 2))
    #expect(try Rational(prime, factor).denominator == 1_000_003)
  }
}
