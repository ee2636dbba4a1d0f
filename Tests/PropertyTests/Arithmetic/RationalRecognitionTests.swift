import HBModel
import PropCheck
import PropCheckTesting
import Testing

@Suite(.propertyTesting) struct RationalRecognitionTests {
  @Test func `a fraction is recognized in its decimals, whatever the rounding`() {
    forAll(.int(in: -1_000_000...1_000_000), .int(in: 1...1_000_000), .int(in: -1000...1000)) { top, bottom, noise in
      let fraction = try Rational(Int128(top), Int128(bottom))
      let disturbed = DoubleDouble(fraction) * (DoubleDouble(1) + DoubleDouble(Double(noise)) * DoubleDouble(1e-27))
      #expect(Rational(recognizing: disturbed, tolerance: 1e-23) == fraction)
    }
  }

  @Test func `numbers that are no fractions are not taken for one`() {
    forAll(.int(in: 2...500)) { number in
      let root = DoubleDouble.sqrt(DoubleDouble(number))
      let isSquare = (1...22).contains { $0 * $0 == number }
      #expect((Rational(recognizing: root, tolerance: 1e-23) != nil) == isSquare)
      #expect(Rational(recognizing: DoubleDouble.log(DoubleDouble(number)), tolerance: 1e-23) == nil)
      #expect(Rational(recognizing: DoubleDouble.exp(DoubleDouble(number) / 100), tolerance: 1e-23) == nil)
    }
    #expect(Rational(recognizing: .nan, tolerance: 1e-23) == nil)
    #expect(Rational(recognizing: DoubleDouble(1e300), tolerance: 1e-23) == nil)
  }

  /// Numerator and denominator with small coefficients, the denominator without roots at the points.
  private static let functions = zip(
    Generator<[Int]>.array(of: .int(in: -60...60), count: 0...9),
    Generator<[Int]>.array(of: .int(in: 0...12), count: 0...6)
  ).map { top, bottom in
    try? RationalFunction(numerator: top.map { Int128($0) }, denominator: [12] + bottom.map { Int128($0) })
  }

  private static func points(_ function: RationalFunction, _ count: Int) throws -> [(
    argument: Rational, value: Rational
  )] {
    try (0..<count).map { index in
      let argument = try Rational(Int128(index), Int128(index + 1 + index % 3))
      return (argument, try function.evaluate(at: argument))
    }
  }

  @Test func `a rational function is found from its values, and checked at others`() {
    forAll(Self.functions) { function in
      guard let function else { return }
      let all = try Self.points(function, 24)
      #expect(RationalFunction.interpolating(Array(all[..<20]), heldOut: Array(all[20...])) == function)
    }
  }

  @Test func `one wrong value, or too few, and nothing is found`() {
    forAll(Self.functions, .int(in: 0...23)) { function, place in
      guard let function else { return }
      var all = try Self.points(function, 24)
      all[place].value = try all[place].value + Rational(1, 7)
      #expect(RationalFunction.interpolating(Array(all[..<20]), heldOut: Array(all[20...])) == nil)
      let degrees = function.numeratorCoefficients.count + function.denominatorCoefficients.count - 2
      let few = Array(try Self.points(function, 24)[..<max(1, min(20, degrees + 2))])
      if degrees > 0 { #expect(RationalFunction.interpolating(few, heldOut: []) == nil) }
    }
  }
}
