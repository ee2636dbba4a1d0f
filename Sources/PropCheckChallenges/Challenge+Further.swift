import PropCheck

extension Challenge {
  /// Challenges beyond the public set: fractions and decimals, and parts that do or do not depend on one another.
  public static let further: [Challenge] = [fraction, decimal, equal, irrelevantList]

  private static let fraction = Challenge(
    "fraction", Generator.rational(in: 0...1, ends: .open, maximumDenominator: 100_000), minima: ["1/3"], calls: 50,
    describe: { "\($0.numerator)/\($0.denominator)" }
  ) { value in
    let number = Double(value.numerator) / Double(value.denominator)
    return number <= 0.3 || number >= 0.35
  }

  private static let decimal = Challenge(
    "decimal", Generator.double(in: -1e6...1e6), minima: ["1001.0"], calls: 40
  ) { $0 <= 1000.5 }

  private static let equal = Challenge(
    "three equal numbers", zip(number, number, number), minima: ["(10, 10, 10)"], calls: 75
  ) { $0.0 != $0.1 || $0.1 != $0.2 || $0.0 < 10 }

  /// A list that does not matter and cannot be shorter: it is made simple at once, not number by number.
  private static let irrelevantList = Challenge(
    "irrelevant list", zip(.array(of: .double(in: 0...1000), count: 24), number), minima: ["24 zeros, 900"], calls: 30,
    describe: { ($0.0.allSatisfy { $0 == 0 } ? "\($0.0.count) zeros" : "\($0.0)") + ", \($0.1)" }
  ) { $0.1 < 900 }

  private static let number = Generator.int(in: 0...1000)
}
