import Testing

@testable import HBModel

/// Reading, printing and the exact arithmetic under both.
@Suite("Conversions of double-doubles")
struct DoubleDoubleConversionTests {
  @Test("a description reads back as the same value, and one digit fewer does not")
  func roundTrip() throws {
    var samples = DoubleDoubleSamples(seed: 41)
    for index in 0..<300 {
      let value = samples.value(exponents: index % 3 == 0 ? -1000...1000 : -4...4)
      let text = value.description
      #expect(DoubleDouble(text) == value, "\(text)")
      let digits = text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }.count
      guard digits > 1, !text.hasSuffix("0") else { continue }
      #expect(DoubleDouble(value.formatted(digits: digits - 1)) != value, "\(text) is not the shortest")
    }
  }

  @Test("34 digits tell apart any two values whose parts leave no gap")
  func digitsThatSuffice() {
    var samples = DoubleDoubleSamples(seed: 42)
    for _ in 0..<200 {
      let high = samples.double(exponents: -4...4)
      let value = DoubleDouble(sum: high, high.ulp / 8 * samples.double(exponents: 0...0))
      #expect(DoubleDouble(value.formatted(digits: 34)) == value)
    }
  }

  @Test("well-known values print as a person writes them")
  func descriptions() throws {
    for text in ["0", "1", "-1", "0.1", "1e-30", "0.00001", "1e-6", "123456789", "1e21", "-2.5", "nan", "inf", "-inf"] {
      #expect(try DoubleDouble(parsing: text).description == text)
    }
    #expect((DoubleDouble.one / 3).formatted(digits: 31) == "0.3333333333333333333333333333333")
    #expect(DoubleDouble.atan(.one).scaled(byPowerOfTwo: 2).formatted(digits: 31) == "3.141592653589793238462643383280")
    #expect(DoubleDouble.zero.formatted(digits: 3) == "0.00")
    #expect(DoubleDouble.nan.formatted(digits: 3) == "nan")
    #expect((-DoubleDouble.infinity).formatted(digits: 3) == "-inf")
    #expect(DoubleDouble(1_234_567).formatted(digits: 3) == "1.23e6")
    #expect(DoubleDouble(7).formatted(digits: 0) == "7")
  }

  @Test("a rational number rounds to the nearest, through small and large numerators alike")
  func rationals() throws {
    var samples = DoubleDoubleSamples(seed: 43)
    for index in 0..<1000 {
      let width = index % 2 == 0 ? 53 : 127
      let shift = Int128(samples.integer(in: (128 - width)...126))
      let first = Int128(truncatingIfNeeded: UInt128(samples.bits()) << 64 | UInt128(samples.bits()))
      let second = Int128(truncatingIfNeeded: UInt128(samples.bits()) << 64 | UInt128(samples.bits()))
      let value = try Rational(first >> shift, max((second >> shift).magnitude > 0 ? abs(second >> shift) : 1, 1))
      let rounded = DoubleDouble(value)
      #expect(rounded == DoubleDouble(rounding: ExactRatio(value)))
      #expect(isWithin(tenths: 10, of: ExactRatio(value), rounded), "\(value)")
    }
    #expect(DoubleDouble(try Rational(Int128.max, 3)).isFinite)
    #expect(DoubleDouble(Rational.zero).isZero)
  }

  @Test("integers convert exactly")
  func integers() throws {
    for value in [0, 1, -1, .max, .min, 1 << 53 + 1, -(1 << 62) - 1, 0x7fff_ffff_ffff_fc01] {
      #expect((ExactRatio(DoubleDouble(value)) - ExactRatio(Rational(value))).numerator.isZero, "\(value)")
    }
  }

  @Test("a rational number reads back from its description, and decimals are exact")
  func rationalTexts() throws {
    var samples = DoubleDoubleSamples(seed: 44)
    for _ in 0..<300 {
      let value = try Rational(Int128(Int64(bitPattern: samples.bits())), Int128(samples.bits() >> 2) + 1)
      #expect(try Rational(parsing: value.description) == value)
    }
    #expect(try Rational(parsing: "0.1") == Rational(1, 10))
    #expect(try Rational(parsing: "-2.50e-3") == Rational(-1, 400))
    #expect(try Rational(parsing: "1e38") == Rational(100_000_000_000_000_000_000_000_000_000_000_000_000, 1))
    #expect(try Rational(parsing: "+6/4") == Rational(3, 2))
    #expect(try Rational(parsing: "0e999999999999999999999") == .zero)
    #expect(try Rational(parsing: "1" + String(repeating: "0", count: 60) + "e-60") == .one)
  }

  @Test("a text that is no number is rejected where it goes wrong")
  func errors() {
    let table: [(text: String, position: Int, expectation: String)] = [
      ("", 1, "a sign or a digit"), ("abc", 1, "a sign or a digit"), ("-", 2, "a digit"),
      (".5", 1, "a sign or a digit"), ("5.", 3, "a digit"), ("1e", 3, "a sign or a digit"), ("1e+", 4, "a digit"),
      ("1e--2", 4, "a digit"),
      ("1x", 2, "the end of the number"), ("1/2/3", 4, "the end of the number"), ("1/", 3, "a digit"),
      ("1/-2", 3, "a digit"), ("1/0", 3, "a denominator other than zero"), ("0.1/3", 4, "the end of the number"),
      (" 1", 1, "a sign or a digit"), ("1 ", 2, "the end of the number"), ("1,5", 2, "the end of the number"),
    ]
    for row in table {
      let error = NumberFormatError(text: row.text, position: row.position, expectation: row.expectation)
      #expect(throws: error) { try DoubleDouble(parsing: row.text) }
      #expect(throws: error) { try Rational(parsing: row.text) }
      #expect(DoubleDouble(row.text) == nil)
    }
    let sample = NumberFormatError(text: "1x", position: 2, expectation: "the end of the number")
    #expect(sample.description == "\"1x\", column 2: expected the end of the number")
    for text in ["1e39", "1e-39", "170141183460469231731687303715884105728", "1e999999999999", "1e-999999999999"] {
      #expect(throws: NumberFormatError.self) { try Rational(parsing: text) }
    }
  }

  @Test("reading never overflows on the way: long mantissas and huge exponents")
  func extremes() throws {
    #expect(try DoubleDouble(parsing: "1e400") == .infinity)
    #expect(try DoubleDouble(parsing: "-1e99999999999999999999") == -.infinity)
    #expect(try DoubleDouble(parsing: "1e-400").isZero)
    #expect(try DoubleDouble(parsing: "0e99999999999999999999").isZero)
    let zeros = String(repeating: "0", count: 2000)
    #expect(try DoubleDouble(parsing: "1" + zeros + "e-2000") == .one)
    #expect(try DoubleDouble(parsing: "0." + zeros + "1e2001") == .one)
    #expect(try DoubleDouble(parsing: "1" + zeros + "/1" + zeros) == .one)
    #expect(try DoubleDouble(parsing: "1" + zeros + "/1") == .infinity)
    #expect(try DoubleDouble(parsing: "1/1" + zeros).isZero)
  }

  @Test("ties go to even, in the low part and at the lower end of the range")
  func ties() {
    func rounded(_ numerator: Natural, over denominator: Natural) -> DoubleDouble {
      DoubleDouble(rounding: ExactRatio(isNegative: false, numerator: numerator, denominator: denominator))
    }
    let (one, large) = (Natural(1), Natural(1) << 160 + Natural(1) << 53)
    #expect(rounded(large + one, over: one) == DoubleDouble(sum: 0x1p160, 0x1p53))
    #expect(rounded(large + Natural(3), over: one) == DoubleDouble(sum: 0x1p160, 0x1p53 + 4))
    #expect(rounded(one, over: one << 1075).isZero)
    #expect(rounded(Natural(3), over: one << 1075) == DoubleDouble(0x1p-1073))
    #expect(rounded(Natural(3), over: one << 1076) == DoubleDouble(0x1p-1074))
  }

  @Test("the exact integers obey division with remainder, and shifts are products with powers of two")
  func naturals() {
    var samples = DoubleDoubleSamples(seed: 45)
    func natural(_ words: Int) -> Natural {
      // Words of all ones or zeros are where a division goes wrong.
      Natural(words: (0..<words).map { _ in [samples.bits(), .max, 0, 1 << 63][samples.integer(in: 0...3)] })
    }
    for _ in 0..<1500 {
      let (dividend, divisor) = (natural(samples.integer(in: 0...7)), natural(samples.integer(in: 1...4)) + Natural(1))
      let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
      #expect(remainder < divisor && quotient * divisor + remainder == dividend)
      #expect((dividend + divisor) - divisor == dividend)
      let shift = samples.integer(in: 0...200)
      #expect(dividend << shift == dividend * (Natural(1) << shift) && (dividend << shift) >> shift == dividend)
    }
    #expect(Natural(powerOfTen: 40).digits == Array(("1" + String(repeating: "0", count: 40)).utf8))
  }
}
