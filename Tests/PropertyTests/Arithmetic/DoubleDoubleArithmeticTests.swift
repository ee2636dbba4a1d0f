import Testing

@testable import HBModel

/// The published error bounds of the operations, against exact results.
@Suite("Double-double arithmetic")
struct DoubleDoubleArithmeticTests {
  private static let count = 1500

  /// Pairs of every kind: of like and unlike size, neighbors that cancel.
  private static func pairs(seed: UInt64) -> [(DoubleDouble, DoubleDouble)] {
    var samples = DoubleDoubleSamples(seed: seed)
    return (0..<count).map { index in
      let first = samples.value(exponents: index % 4 == 0 ? -200...200 : -2...2)
      switch index % 4 {
      case 0: return (first, samples.value(exponents: -200...200))
      case 1: return (first, samples.neighbor(of: first))
      case 2: return (first, -samples.neighbor(of: first))
      default: return (first, samples.value(exponents: -60...2))
      }
    }
  }

  /// The pairs where an operation leaves its bound.
  private func violations(
    tenths: Int, seed: UInt64, computed: (DoubleDouble, DoubleDouble) -> DoubleDouble,
    exact: (ExactRatio, ExactRatio) -> ExactRatio
  ) -> [(DoubleDouble, DoubleDouble)] {
    Self.pairs(seed: seed).filter {
      !isWithin(tenths: tenths, of: exact(ExactRatio($0), ExactRatio($1)), computed($0, $1))
    }
  }

  @Test("a sum is within 3u² of the exact sum, also where it cancels")
  func sumBound() {
    #expect(violations(tenths: 30, seed: 1, computed: +, exact: +).isEmpty)
  }

  @Test("a difference is within 3u² of the exact difference, also where it cancels")
  func differenceBound() {
    #expect(violations(tenths: 30, seed: 2, computed: -, exact: -).isEmpty)
  }

  @Test("a product is within 5u² of the exact product, and the same in either order")
  func productBound() {
    #expect(violations(tenths: 50, seed: 3, computed: *, exact: *).isEmpty)
    #expect(Self.pairs(seed: 3).allSatisfy { $0 * $1 == $1 * $0 })
  }

  @Test("a quotient is within 9.8u² of the exact quotient")
  func quotientBound() {
    #expect(violations(tenths: 98, seed: 4, computed: /, exact: /).isEmpty)
  }

  @Test("operations with a double are within 2u², 2u², 2u² and 3u²")
  func mixedBounds() {
    let high = { (value: DoubleDouble) in value.high }
    let head = { (value: ExactRatio) in ExactRatio(DoubleDouble(DoubleDouble(rounding: value).high)) }
    #expect(violations(tenths: 20, seed: 5, computed: { $0 + high($1) }, exact: { $0 + head($1) }).isEmpty)
    #expect(violations(tenths: 20, seed: 6, computed: { $0 - high($1) }, exact: { $0 - head($1) }).isEmpty)
    #expect(violations(tenths: 20, seed: 7, computed: { $0 * high($1) }, exact: { $0 * head($1) }).isEmpty)
    #expect(violations(tenths: 30, seed: 8, computed: { $0 / high($1) }, exact: { $0 / head($1) }).isEmpty)
    #expect(violations(tenths: 20, seed: 9, computed: { high($1) - $0 }, exact: { head($1) - $0 }).isEmpty)
    #expect(violations(tenths: 98, seed: 10, computed: { high($1) / $0 }, exact: { head($1) / $0 }).isEmpty)
  }

  @Test("a square root is within 25/8 u²: its square is within twice that, 6.25u², of the argument")
  func squareRootBound() {
    var samples = DoubleDoubleSamples(seed: 11)
    for _ in 0..<Self.count {
      let value = samples.value(exponents: -1000...1000).magnitude
      let root = DoubleDouble.sqrt(value)
      let square = ExactRatio(root) * ExactRatio(root)
      // |square - value| <= 6.25u² value, in the form of the helper: value is what is approximated.
      let (top, bottom) = (square - ExactRatio(value), ExactRatio(value))
      #expect(
        (top.numerator * bottom.denominator * Natural(100)) << 106 <= bottom.numerator * top.denominator * Natural(626),
        "\(value)")
    }
  }

  @Test("quotients keep their bound where the reciprocal of the divisor would overflow or underflow")
  func quotientAtTheEnds() {
    var samples = DoubleDoubleSamples(seed: 12)
    for exponents in [-1050 ... -1000, -970 ... -940, -60 ... -40, 955...965, 1000...1022] {
      for _ in 0..<200 {
        let divisor = samples.value(exponents: exponents)
        let dividend = samples.value(exponents: (exponents.lowerBound - 20)...exponents.lowerBound)
        let exact = ExactRatio(dividend) / ExactRatio(divisor)
        #expect(isWithin(tenths: 98, of: exact, dividend / divisor), "\(dividend) / \(divisor)")
        let head = ExactRatio(dividend) / ExactRatio(DoubleDouble(divisor.high))
        #expect(isWithin(tenths: 98, of: head, dividend / divisor.high), "\(dividend) / \(divisor.high)")
      }
    }
  }

  @Test("sums near the top of the range are as good as elsewhere, and overflow only where the exact sum does")
  func sumAtTheTop() {
    var samples = DoubleDoubleSamples(seed: 13)
    for _ in 0..<500 {
      let (first, second) = (samples.value(exponents: 1022...1023), samples.value(exponents: 1020...1023))
      let exact = ExactRatio(first) + ExactRatio(second)
      let nearest = DoubleDouble(rounding: exact)
      let sum = first + second
      #expect(nearest.isFinite ? isWithin(tenths: 30, of: exact, sum) : sum == nearest, "\(first) + \(second)")
    }
  }

  @Test("scaling by a power of two is exact, and negation and magnitude are")
  func exactOperations() {
    var samples = DoubleDoubleSamples(seed: 14)
    for _ in 0..<Self.count {
      let value = samples.value(exponents: -300...300)
      let shift = samples.integer(in: -500...500)
      let factor = ExactRatio(DoubleDouble(1.0.scaledExactly(byPowerOfTwo: shift)))
      #expect((ExactRatio(value.scaled(byPowerOfTwo: shift)) - ExactRatio(value) * factor).numerator.isZero)
      #expect((value + -value).isZero)
      #expect(value.magnitude == (value < .zero ? -value : value))
    }
    #expect(DoubleDouble(0x1p-1074).scaled(byPowerOfTwo: 2097) == DoubleDouble(0x1p1023))
    #expect(DoubleDouble(0x1p1023).scaled(byPowerOfTwo: -2097) == DoubleDouble(0x1p-1074))
    #expect(DoubleDouble(0x1p1023).scaled(byPowerOfTwo: 1) == .infinity)
    #expect(DoubleDouble(0x1p-1074).scaled(byPowerOfTwo: -2) == .zero)
    #expect(DoubleDouble.one.scaled(byPowerOfTwo: .max) == .infinity)
    #expect(DoubleDouble.one.scaled(byPowerOfTwo: .min) == .zero)
  }

  @Test("the order is that of the exact values")
  func order() {
    for (first, second) in Self.pairs(seed: 15) {
      let difference = ExactRatio(first) - ExactRatio(second)
      let below = difference.isNegative && !difference.numerator.isZero
      #expect((first < second) == below && (second > first) == below)
      #expect((first >= second) == !below && (second <= first) == !below)
      #expect((first == second) == difference.numerator.isZero)
    }
  }
}
