extension Generator where Value == (numerator: Int, denominator: Int) {
  /// Fractions of a range in lowest terms, simplest those of small denominator.
  ///
  /// Denominators up to 16 and powers of two count as simpler than others, so that shrinking ends at 1/2, 3/4
  /// or 1/1024, not at 1/1001.
  ///
  /// - Parameters:
  ///   - range: the bounds; each is read as the simplest fraction that rounds to it, so 0.95 is 19/20.
  ///   - ends: which bounds may come out themselves.
  ///   - maximumDenominator: at least 1, at most 2^31; the range must hold such a fraction.
  public static func rational(
    in range: ClosedRange<Double>, ends: Ends = .closed, maximumDenominator: Int
  ) -> Generator {
    let fractions = FractionRange(
      low: FractionRange.exact(range.lowerBound), high: FractionRange.exact(range.upperBound),
      ends: ends, maximumDenominator: maximumDenominator)
    return Generator { source in try source.decideFraction(fractions) }
  }
}

/// The fractions between two bounds, for each denominator.
struct FractionRange: Sendable {
  let low: (numerator: Int, denominator: Int)
  let high: (numerator: Int, denominator: Int)
  let ends: Ends
  let maximumDenominator: Int
  /// The least denominator of all fractions in the range.
  let leastDenominator: Int

  init(low: (Int, Int), high: (Int, Int), ends: Ends, maximumDenominator: Int) {
    precondition(
      (1...(1 << 31)).contains(maximumDenominator), "a maximum denominator lies between 1 and 2^31")
    self.low = low
    self.high = high
    self.ends = ends
    self.maximumDenominator = maximumDenominator
    var least = 1
    while least <= maximumDenominator,
      FractionRange.numerators(of: least, low: low, high: high, ends: ends) == nil
    {
      least += 1
    }
    precondition(least <= maximumDenominator, "the range holds no fraction of so small a denominator")
    leastDenominator = least
  }

  /// The numerators that a denominator admits, nil if none.
  func numerators(of denominator: Int) -> ClosedRange<Int>? {
    FractionRange.numerators(of: denominator, low: low, high: high, ends: ends)
  }

  private static func numerators(
    of denominator: Int, low: (numerator: Int, denominator: Int), high: (numerator: Int, denominator: Int),
    ends: Ends
  ) -> ClosedRange<Int>? {
    let lowProduct = Int128(low.numerator) * Int128(denominator)
    let highProduct = Int128(high.numerator) * Int128(denominator)
    var first = floorDivided(lowProduct + Int128(low.denominator) - 1, by: Int128(low.denominator))
    var last = floorDivided(highProduct, by: Int128(high.denominator))
    if ends.excludesLower && first * Int128(low.denominator) == lowProduct { first += 1 }
    if ends.excludesUpper && last * Int128(high.denominator) == highProduct { last -= 1 }
    guard first <= last, let from = Int(exactly: first), let through = Int(exactly: last) else { return nil }
    return from...through
  }

  private static func floorDivided(_ a: Int128, by b: Int128) -> Int128 {
    let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The simplest fraction that rounds to a number, by its continued fraction.
  ///
  /// - Parameter x: finite, of a size below 2^31 (the product with a denominator must fit a word).
  static func exact(_ x: Double) -> (numerator: Int, denominator: Int) {
    precondition(x.magnitude < 0x1p31, "the bounds of a range of fractions lie below 2^31")
    let scale = min(60, DoubleOrder.denominatorBits(x))
    var rest = Int128(x.magnitude * DoubleOrder.power(scale))
    var divisor = Int128(1) << Int128(scale)
    var (p, q): (Int128, Int128) = (1, 0)
    var (previousP, previousQ): (Int128, Int128) = (0, 1)
    while divisor != 0 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: divisor)
      (p, previousP) = (quotient * p + previousP, p)
      (q, previousQ) = (quotient * q + previousQ, q)
      if Double(p) / Double(q) == x.magnitude { break }
      (rest, divisor) = (divisor, remainder)
    }
    return (x < 0 ? -Int(p) : Int(p), Int(q))
  }
}

extension ChoiceSource {
  /// Decides on a fraction: its denominator, then its numerator, recorded in lowest terms.
  mutating func decideFraction(_ range: FractionRange) throws -> (numerator: Int, denominator: Int) {
    let plan = mode == .fresh ? freshFraction(range) : (numerator: 0, denominator: range.leastDenominator)
    let largest = UInt64(range.maximumDenominator - 1)
    var word = try decide(.denominator, below: 0, above: largest) { _ in UInt64(plan.denominator - 1) }
    if word == 0 && mode != .strict { word = UInt64(range.leastDenominator - 1) }
    let wanted = Int(word) + 1
    guard let numerators = range.numerators(of: wanted) else {
      if mode == .strict { throw Misfit() }
      throw Discard("no fraction of the range has the denominator \(wanted)")
    }
    let reach = FractionOrder.numeratorReach
    let rank = try decide(.numerator, below: reach, above: reach) { _ in
      FractionOrder.rank(ofNumerator: plan.numerator)
    }
    var numerator = FractionOrder.numerator(ofRank: rank)
    if mode == .probe {
      let width = UInt64(numerators.upperBound - numerators.lowerBound) + 1
      numerator = numerators.lowerBound + Int(rank % width)
    }
    numerator = min(max(numerator, numerators.lowerBound), numerators.upperBound)
    let divisor = Int(greatestCommonDivisor(UInt64(numerator.magnitude), UInt64(wanted)))
    let result = (numerator: numerator / divisor, denominator: wanted / divisor)
    if mode == .strict && (divisor != 1 || FractionOrder.rank(ofNumerator: numerator) != rank) {
      throw Misfit()
    }
    if isRecording {
      choices[choices.count - 2].word = UInt64(result.denominator - 1)
      choices[choices.count - 1].word = FractionOrder.rank(ofNumerator: result.numerator)
    }
    return result
  }

  /// A random fraction in lowest terms: small denominators and powers of two more often than others.
  private mutating func freshFraction(_ range: FractionRange) -> (numerator: Int, denominator: Int) {
    let largest = UInt64(range.maximumDenominator)
    let bits = random.next()
    if bits & 0xF0 == 0 {
      let end = bits & 0x100 == 0 ? range.low : range.high
      if end.denominator <= range.maximumDenominator, let numerators = range.numerators(of: end.denominator),
        numerators.contains(end.numerator)
      {
        return end
      }
    }
    let wanted: UInt64
    switch bits & 3 {
    case 0: wanted = 1 + random.uniform(upTo: min(largest, 8) - 1)
    case 1: wanted = 1 << (((bits >> 8) & 0xFFFF) % UInt64(64 - largest.leadingZeroBitCount))
    default: wanted = 1 + random.uniform(upTo: largest - 1)
    }
    let denominator = range.numerators(of: Int(wanted)) == nil ? range.leastDenominator : Int(wanted)
    guard let numerators = range.numerators(of: denominator) else { return (0, denominator) }
    let width = UInt64(numerators.upperBound - numerators.lowerBound)
    let numerator = numerators.lowerBound + Int(random.uniform(upTo: width))
    let divisor = Int(greatestCommonDivisor(UInt64(numerator.magnitude), UInt64(denominator)))
    return (numerator / divisor, denominator / divisor)
  }
}
