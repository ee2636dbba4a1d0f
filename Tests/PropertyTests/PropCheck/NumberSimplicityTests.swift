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

  @Test(arguments: [
    Row("above 0.3", 0...1, .open, expected: 0.5) { $0 > 0.3 },
    Row("0.7 or more", 0...1, .open, expected: 0.75) { $0 >= 0.7 },
    Row("0.3 to 0.35", 0...1, .open, expected: 0.3125) { $0 > 0.3 && $0 < 0.35 },
    Row("below 1e-3", 0...1, .openBelow, expected: 0x1p-10) { $0 < 1e-3 },
    Row("below 1e-3 in a range that ends at 1e-9", 1e-9...1, .closed, expected: 0x1p-10) { $0 < 1e-3 },
    Row("above 1000.5", -1e6...1e6, .closed, expected: 1001) { $0 > 1000.5 },
    Row("below -2.3", -1e6...1e6, .closed, expected: -3) { $0 < -2.3 },
    Row("above 1e20", -1e300...1e300, .closed, expected: 0x1p67) { $0 > 1e20 },
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
    (0.3, 0.9, 0.5), (0.3, 0.35, 0.3125), (-0.9, -0.3, -0.5), (-1, 2, 0), (1e-9, 1e-3, 0x1p-10), (17.2, 900, 18),
    (1e20, 1e30, 0x1p67), (0.1, 0.1, 0.1), (0x1p-1074, 0x1p-1064, 0x1p-1064),
  ])
  func theSimplestNumberOfARangeIsKnown(low: Double, high: Double, expected: Double) {
    #expect(DoubleOrder.simplest(in: low...high) == expected)
  }

  @Test func theOrderOfNumbersIsTotalAndAsDescribed() {
    let ordered = [0, 1, -1, 2, 1e15, 0.5, -0.5, 1.5, 0.25, 0.75, 0.1, 0x1p60, 0x1.8p60, .infinity, .nan]
    for (index, x) in ordered.enumerated() {
      #expect(!DoubleOrder.isSimpler(x, than: x))
      for y in ordered[(index + 1)...] {
        #expect(DoubleOrder.isSimpler(x, than: y), "\(x) and \(y)")
        #expect(!DoubleOrder.isSimpler(y, than: x), "\(y) and \(x)")
      }
    }
  }

  @Test func boundsAreReadAsTheFractionsThatWereWritten() {
    #expect(FractionRange.exact(0.95) == (19, 20))
    #expect(FractionRange.exact(-0.1) == (-1, 10))
    #expect(FractionRange.exact(3) == (3, 1))
    #expect(FractionRange.exact(0.3125) == (5, 16))
    #expect(FractionRange.exact(1.0 / 3) == (1, 3))
  }
}
