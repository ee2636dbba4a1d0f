import PropCheck
import Testing

@testable import PropCheck

/// Numbers that shrinking finds are those that a person would write.
@Suite struct NumberSimplicityTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let range: ClosedRange<Double>
    let ends: Ends
    let expected: Double
    let fails: @Sendable (Double) -> Bool

    init(
      _ name: String, _ range: ClosedRange<Double>, _ ends: Ends, expected: Double,
      _ fails: @escaping @Sendable (Double) -> Bool
    ) {
      self.name = name
      self.range = range
      self.ends = ends
      self.expected = expected
      self.fails = fails
    }

    var testDescription: String { name }
  }

  private static let all = -Double.greatestFiniteMagnitude ... .greatestFiniteMagnitude

  @Test(arguments: [
    Row("above 0.3", 0...1, .open, expected: 0.5) { $0 > 0.3 },
    Row("0.7 or more", 0...1, .open, expected: 0.75) { $0 >= 0.7 },
    Row("0.3 to 0.35", 0...1, .open, expected: 0.3125) { $0 > 0.3 && $0 < 0.35 },
    Row("below 1e-3", 0...1, .openBelow, expected: 0x1p-10) { $0 < 1e-3 },
    Row("below 1e-3 in a range that ends at 1e-9", 1e-9...1, .closed, expected: 0x1p-10) { $0 < 1e-3 },
    Row("above 1000.5", -1e6...1e6, .closed, expected: 1001) { $0 > 1000.5 },
    Row("below -2.3", -1e6...1e6, .closed, expected: -3) { $0 < -2.3 },
    Row("above 1e20", -1e300...1e300, .closed, expected: 2e20) { $0 > 1e20 },
    Row("1e17 or more", all, .closed, expected: 1e17) { $0 >= 1e17 },
    Row("1e300 or more", all, .closed, expected: 1e300) { $0 >= 1e300 },
    Row("-3e40 or less", all, .closed, expected: -3e40) { $0 <= -3e40 },
    Row("1.2e30 to 1.3e30", 1e30...1e31, .closed, expected: 1.21e30) { $0 > 1.2e30 && $0 < 1.3e30 },
    Row("above 1000.05", all, .closed, expected: 1001) { $0 > 1000.05 },
    Row("1000.05 to 1000.9", 1000...1010, .closed, expected: 1000.5) { $0 > 1000.05 && $0 < 1000.9 },
    Row("3.14159 to 3.1416", 3.141...3.142, .closed, expected: 3.141591) { $0 > 3.14159 && $0 < 3.1416 },
    Row("below 1e-9", 0...1, .openBelow, expected: 1e-10) { $0 < 1e-9 },
    Row("below 1e-300", 0...1, .openBelow, expected: 1e-301) { $0 < 1e-300 },
    Row("of a fraction", 0...10, .closed, expected: 0.9375) { $0.truncatingRemainder(dividingBy: 1) > 0.93 },
  ])
  func aFloatingPointNumberIsShort(row: Row) {
    let property = Property(row.name, Generator.double(in: row.range, ends: row.ends)) { value, _ in
      row.fails(value) ? .failed("in", "") : .passed
    }
    for seed in 0..<20 as Range<UInt64> {
      let found = check(property, settings: Settings(seed: seed, cases: 10_000)).counterexample
      #expect(found?.value == row.expected, "seed \(seed)")
      #expect(found.map { $0.calls <= 40 } == true)
    }
  }

  @Test(arguments: [
    Row("above 0.3", 0...1, .open, expected: 1 / 2) { $0 > 0.3 },
    Row("0.7 or more", 0...1, .open, expected: 3 / 4) { $0 >= 0.7 },
    Row("0.3 to 0.35", 0...1, .open, expected: 1 / 3) { $0 > 0.3 && $0 < 0.35 },
    Row("below 1e-3", 0...1, .openBelow, expected: 1 / 1024) { $0 < 1e-3 },
    Row("0.70 to 0.71", 0...1, .open, expected: 45 / 64) { $0 > 0.7 && $0 < 0.71 },
    Row("below -0.9", -2...2, .closed, expected: -1) { $0 < -0.9 },
    Row("above 0.94", 0...0.95, .closed, expected: 16 / 17) { $0 > 0.94 },
  ])
  func aFractionHasASmallDenominatorOrAPowerOfTwo(row: Row) {
    let generator = Generator.rational(in: row.range, ends: row.ends, maximumDenominator: 100_000)
    let property = Property(row.name, generator) { value, _ in
      row.fails(Double(value.numerator) / Double(value.denominator)) ? .failed("in", "") : .passed
    }
    for seed in 0..<20 as Range<UInt64> {
      let found = check(property, settings: Settings(seed: seed, cases: 10_000)).counterexample
      #expect(found.map { Double($0.value.numerator) / Double($0.value.denominator) } == row.expected, "seed \(seed)")
      #expect(found.map { $0.calls <= 50 } == true)
    }
  }

  @Test func twoNumbersThatDependOnOneAnotherAreBothShort() {
    let inner = Generator.double(in: 0...1, ends: .open)
    let product = Property("product", zip(inner, inner)) { value, _ in
      value.0 * value.1 > 0.5 ? .failed("above", "") : .passed
    }
    let stability = Property("stability", zip(Generator.double(in: 0...4, ends: .open), inner)) { value, _ in
      value.0 < 2 * (1 + value.1) ? .passed : .failed("unstable", "")
    }
    for seed in 0..<50 as Range<UInt64> {
      let settings = Settings(seed: seed, cases: 10_000)
      #expect(check(product, settings: settings).counterexample?.description == "(0.75, 0.75)")
      #expect(check(stability, settings: settings).counterexample?.description == "(3.0, 0.5)")
    }
  }

  @Test(arguments: [
    (0.3, 0.9, 0.5), (0.3, 0.35, 0.3), (0.305, 0.35, 0.3125), (-0.9, -0.3, -0.5), (-1, 2, 0), (1e-9, 1e-3, 0x1p-10),
    (17.2, 900, 18),
    (1e20, 1e30, 1e20), (1.1e20, 1e30, 2e20), (3.14159265, 3.1416, 3.1416), (0.1, 0.1, 0.1),
    (0x1p-1074, 0x1p-1064, 0x65p-1073),
    (1e-9, 2e-9, 1e-9), (9.5e22, 1.1e23, 1e23), (1.5e17, 1.5e17, 1.5e17),
    (.greatestFiniteMagnitude, .greatestFiniteMagnitude, .greatestFiniteMagnitude),
  ])
  func theSimplestNumberOfARangeIsKnown(low: Double, high: Double, expected: Double) {
    #expect(DoubleOrder.simplest(in: low...high) == expected)
  }

  @Test func theOrderOfNumbersIsTotalAndAsDescribed() {
    let ordered = [
      0, 1, -1, 2, 1e15, 0.5, -0.5, 1.5, 0.25, 0.75, 0.1, 0.01, 0x1p-10, 0.001, 1e-4, 1e-9, 0x1p-20, 1e16, 1e17,
      2e17, 1.1e17, 0x1p60, 0x1.8p60, .infinity, .nan,
    ]
    for (index, x) in ordered.enumerated() {
      #expect(!DoubleOrder.isSimpler(x, than: x))
      for y in ordered[(index + 1)...] {
        #expect(DoubleOrder.isSimpler(x, than: y), "\(x) and \(y)")
        #expect(!DoubleOrder.isSimpler(y, than: x), "\(y) and \(x)")
      }
    }
  }

  /// One number alone is compared as a sequence of one choice, by what it adds to the length of the fractions.
  @Test func theOrderOfNumbersIsThatOfSequences() {
    func recording(_ value: Double) -> Recording {
      let choice = Choice(kind: .double, word: value.bitPattern, below: 0, above: Double.infinity.bitPattern)
      return Recording(choices: [choice], spans: [])
    }
    let numbers = [
      0, 1, 2, 1e15, 0.5, 0.1, 0.3125, 0.001, 1e-4, 1e-9, 0x1p-1074, 1e16, 1.1e17, 0x1p60, 0x1.8p1000, .infinity,
    ]
    for x in numbers {
      for y in numbers {
        #expect(recording(x).isSimpler(than: recording(y)) == DoubleOrder.isSimpler(x, than: y), "\(x) and \(y)")
      }
    }
  }

  @Test func theShortestDecimalIsTheOneThatIsWritten() {
    #expect(ShortestDecimal(0) == ShortestDecimal(digits: 0, exponent: 0))
    #expect(ShortestDecimal(1200) == ShortestDecimal(digits: 12, exponent: 2))
    #expect(ShortestDecimal(0.00125) == ShortestDecimal(digits: 125, exponent: -5))
    #expect(ShortestDecimal(.leastNonzeroMagnitude) == ShortestDecimal(digits: 5, exponent: -324))
    #expect(ShortestDecimal(1.7976931348623157e308) == ShortestDecimal(digits: 17_976_931_348_623_157, exponent: 292))
    let (floor, ceiling) = ShortestDecimal(0.0378).multiples(of: -2)
    #expect(floor.value == 0.03 && ceiling.value == 0.04)
    #expect(ShortestDecimal(3e-300).multiples(of: -1).ceiling.value == 0.1)
  }

  @Test func boundsAreReadAsTheFractionsThatWereWritten() {
    #expect(FractionRange.exact(0.95) == (19, 20))
    #expect(FractionRange.exact(-0.1) == (-1, 10))
    #expect(FractionRange.exact(3) == (3, 1))
    #expect(FractionRange.exact(0.3125) == (5, 16))
    #expect(FractionRange.exact(1.0 / 3) == (1, 3))
  }
}
