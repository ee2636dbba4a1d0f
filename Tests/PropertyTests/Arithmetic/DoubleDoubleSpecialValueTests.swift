import Testing

@testable import HBModel

/// Infinities, NaN and the ends of the range behave as those of doubles.
@Suite("Special values of double-doubles")
struct DoubleDoubleSpecialValueTests {
  private static let values: [Double] = [
    0, 1, -1, 0.5, 3, -2.5, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 0x1p-1030, 1e300,
  ]

  /// Whether a result has the class and, where it is not finite or zero, the value of the double result.
  private func agrees(_ result: DoubleDouble, _ expected: Double) -> Bool {
    if expected.isNaN { return result.isNaN && result.low == 0 }
    if expected.isInfinite || expected == 0 { return result.high == expected && result.low == 0 }
    return result.isFinite && (result.high - expected).magnitude <= 2 * expected.ulp
  }

  @Test("every operation on every pair of special values is that of doubles")
  func operations() {
    for first in Self.values {
      for second in Self.values {
        let (left, right) = (DoubleDouble(first), DoubleDouble(second))
        #expect(agrees(left + right, first + second), "\(first) + \(second)")
        #expect(agrees(left - right, first - second), "\(first) - \(second)")
        #expect(agrees(left * right, first * second), "\(first) * \(second)")
        #expect(agrees(left / right, first / second), "\(first) / \(second)")
        #expect(agrees(left + second, first + second), "\(first) + double \(second)")
        #expect(agrees(left * second, first * second), "\(first) * double \(second)")
        #expect(agrees(left / second, first / second), "\(first) / double \(second)")
        #expect((left < right) == (first < second) && (left <= right) == (first <= second))
        #expect((left > right) == (first > second) && (left >= right) == (first >= second))
        #expect((left == right) == (first == second))
      }
      #expect(agrees(DoubleDouble.sqrt(DoubleDouble(first)), first.squareRoot()))
      #expect(DoubleDouble(first).isFinite == first.isFinite)
    }
  }

  @Test("functions at infinities, zero and beyond their domain")
  func functions() {
    typealias Row = (name: String, function: (DoubleDouble) -> DoubleDouble, values: [Double])
    let arguments: [Double] = [-.infinity, -2, 0, .infinity, .nan]
    let any = 7.0  // stands for a finite value that the recorded values cover
    let rows: [Row] = [
      ("sqrt", DoubleDouble.sqrt, [.nan, .nan, 0, .infinity, .nan]),
      ("exp", DoubleDouble.exp, [0, any, 1, .infinity, .nan]),
      ("expm1", DoubleDouble.expm1, [-1, any, 0, .infinity, .nan]),
      ("log", DoubleDouble.log, [.nan, .nan, -.infinity, .infinity, .nan]),
      ("log1p", DoubleDouble.log1p, [.nan, .nan, 0, .infinity, .nan]),
      ("sin", DoubleDouble.sin, [.nan, any, 0, .nan, .nan]),
      ("cos", DoubleDouble.cos, [.nan, any, 1, .nan, .nan]),
      ("tan", DoubleDouble.tan, [.nan, any, 0, .nan, .nan]),
      ("atan", DoubleDouble.atan, [-.pi / 2, any, 0, .pi / 2, .nan]),
      ("sinh", DoubleDouble.sinh, [-.infinity, any, 0, .infinity, .nan]),
      ("cosh", DoubleDouble.cosh, [.infinity, any, 1, .infinity, .nan]),
      ("tanh", DoubleDouble.tanh, [-1, any, 0, 1, .nan]),
      ("softplus", DoubleDouble.softplus, [0, any, 0.6931471805599453, .infinity, .nan]),
      ("sigmoid", DoubleDouble.sigmoid, [0, any, 0.5, 1, .nan]),
      ("logcosh", DoubleDouble.logcosh, [.infinity, any, 0, .infinity, .nan]),
    ]
    for row in rows {
      for (argument, expected) in zip(arguments, row.values) {
        let result = row.function(DoubleDouble(argument))
        let right =
          expected == any
          ? result.isFinite : expected.isNaN ? result.isNaN && result.low == 0 : result.high == expected
        #expect(right, "\(row.name)(\(argument)) = \(result)")
      }
    }
    #expect(DoubleDouble.log1p(DoubleDouble(-1)) == -.infinity)
  }

  @Test("results beyond the range are infinite or zero, not NaN")
  func overflow() {
    #expect(DoubleDouble.exp(DoubleDouble(709.79)) == .infinity)
    #expect(DoubleDouble.exp(DoubleDouble(1e300)) == .infinity)
    #expect(DoubleDouble.exp(DoubleDouble(-745.2)).isZero)
    #expect(DoubleDouble.exp(DoubleDouble(-1e300)).isZero)
    #expect(DoubleDouble.cosh(DoubleDouble(-710.48)) == .infinity)
    #expect(DoubleDouble.cosh(DoubleDouble(-710.47)).isFinite)
    #expect(DoubleDouble.sinh(DoubleDouble(-710.48)) == -.infinity)
    #expect(DoubleDouble.logcosh(DoubleDouble(-1e300)).high == 1e300)
    #expect(DoubleDouble.softplus(DoubleDouble(-1e300)).isZero)
    #expect(DoubleDouble.sigmoid(DoubleDouble(1e300)) == .one)
    #expect(DoubleDouble.pow(DoubleDouble(10), DoubleDouble(309)) == .infinity)
    #expect(DoubleDouble.pow(DoubleDouble(-10), DoubleDouble(309)) == -.infinity)
    #expect(DoubleDouble.pow(DoubleDouble(10), DoubleDouble(-330)).isZero)
  }

  @Test("powers follow the conventions of IEEE 754")
  func powers() {
    let table: [(base: Double, exponent: Double, value: Double)] = [
      (.nan, 0, 1), (0, 0, 1), (.infinity, 0, 1), (1, .nan, 1), (1, .infinity, 1), (-1, .infinity, 1),
      (-1, -.infinity, 1), (0, -1, .infinity), (0, -2, .infinity), (0, -0.5, .infinity), (0, 3, 0), (0, 0.5, 0),
      (0, .infinity, 0), (0, -.infinity, .infinity), (0.5, .infinity, 0), (0.5, -.infinity, .infinity),
      (-0.5, .infinity, 0), (2, .infinity, .infinity), (-2, -.infinity, 0), (.infinity, 2, .infinity),
      (.infinity, -0.5, 0), (-.infinity, 3, -.infinity), (-.infinity, 2, .infinity), (-.infinity, 0.5, .infinity),
      (-.infinity, -3, 0), (-8, 1 / 3, .nan), (-2, 0.5, .nan), (.nan, 1, .nan), (2, .nan, .nan), (-2, 3, -8),
      (-2, 2, 4), (-2, -1, -0.5), (3, 4, 81), (2, 1, 2), (-1, 9_007_199_254_740_991, -1),
      (-1, 9_007_199_254_740_992, 1),
    ]
    for row in table {
      let result = DoubleDouble.pow(DoubleDouble(row.base), DoubleDouble(row.exponent))
      let right = row.value.isNaN ? result.isNaN : result == DoubleDouble(row.value)
      #expect(right, "pow(\(row.base), \(row.exponent)) = \(result)")
    }
    // An odd integer of which only the low part is odd.
    let odd = DoubleDouble(sum: 0x1p60, 1)
    #expect(DoubleDouble.pow(DoubleDouble(-1), odd) == -.one)
    #expect(DoubleDouble.pow(DoubleDouble(-1), DoubleDouble(sum: 0x1p60, 0.5)).isNaN)
    // Of a negative zero and an odd exponent the sign stays.
    #expect(DoubleDouble.pow(DoubleDouble(-0.0), DoubleDouble(-3)) == -.infinity)
  }

  @Test("odd functions are odd and even functions even, bit for bit")
  func symmetry() {
    var samples = DoubleDoubleSamples(seed: 31)
    let odd = [
      DoubleDouble.sin, DoubleDouble.tan, DoubleDouble.sinh, DoubleDouble.tanh, DoubleDouble.atan,
    ]
    for _ in 0..<200 {
      let value = samples.value(exponents: -40...8)
      for function in odd { #expect(function(-value) == -function(value)) }
      for function in [DoubleDouble.cos, DoubleDouble.cosh, DoubleDouble.logcosh] {
        #expect(function(-value) == function(value))
      }
    }
  }

  @Test("identities between functions hold to a few rounding errors")
  func identities() {
    var samples = DoubleDoubleSamples(seed: 32)
    let bound = DoubleDouble(0x1p-97)
    for _ in 0..<300 {
      let x = samples.value(exponents: -20...3)
      let (sine, cosine) = (DoubleDouble.sin(x), DoubleDouble.cos(x))
      #expect((sine * sine + cosine * cosine - 1).magnitude <= bound)
      #expect((DoubleDouble.log(DoubleDouble.exp(x)) - x).magnitude <= bound * (x.magnitude + 1))
      #expect((DoubleDouble.exp(x) * DoubleDouble.exp(-x) - 1).magnitude <= bound)
      #expect((DoubleDouble.tan(DoubleDouble.atan(x)) / x - 1).magnitude <= bound * (x.magnitude + 1))
      #expect((DoubleDouble.sigmoid(x) + DoubleDouble.sigmoid(-x) - 1).magnitude <= bound)
      #expect((DoubleDouble.softplus(x) - DoubleDouble.softplus(-x) - x).magnitude <= bound * (x.magnitude + 1))
      #expect((DoubleDouble.tanh(x) * DoubleDouble.cosh(x) / DoubleDouble.sinh(x) - 1).magnitude <= bound)
      #expect((DoubleDouble.log1p(DoubleDouble.expm1(x)) / x - 1).magnitude <= bound * DoubleDouble.exp(x.magnitude))
    }
  }
}
