import HBModel

/// Random exact numbers from a seed: the same seed gives the same numbers anywhere.
struct RandomCoefficients {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The next 64 bits, by SplitMix64 (Steele, Lea, Flood 2014).
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// An integer of a closed range.
  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// A fraction with a denominator that keeps products of many of them below 128 bits.
  mutating func rational() throws -> Rational {
    try Rational(Int128(integer(-5...5)), [1, 2, 3, 4, 6][integer(0...4)])
  }

  /// A polynomial of degree at most `degree`.
  mutating func polynomial(degree: Int) -> Polynomial {
    Polynomial(
      coefficients: (0...degree).map { _ in Int128(integer(-9...9)) }, denominator: Int128(integer(1...6)))
  }

  /// A rational function whose denominator has a factor `1 - mu` in half of the cases.
  mutating func rationalFunction() throws -> RationalFunction {
    var denominator = polynomial(degree: 2)
    if denominator == .zero { denominator = .one }
    if integer(0...1) == 1 { denominator = try denominator * (Polynomial.one - .mu).power(integer(1...3)) }
    return try RationalFunction(polynomial(degree: 3), over: denominator)
  }

  /// A map with random coefficients.
  mutating func map(order: Int) throws -> BSeries<Rational> {
    let table = TreeTable.upTo(order)
    var series = BSeries<Rational>.identity(table: table)
    for tree in 0..<table.count { series.coefficients[tree] = try rational() }
    return series
  }
}
