import PropCheck

extension Challenge {
  /// Challenges beyond the public set: fractions and decimals, and parts that do or do not depend on one another.
  public static let further: [Challenge] = [fraction, decimal, equal, oneOfMany]

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

  /// One list matters, the others can be made simple at once; none can be made shorter.
  private static let oneOfMany = Challenge(
    "one list of many", .array(of: .array(of: number, count: 8), count: 6), minima: ["[900, 0, 0, 0, 0, 0, 0, 0]"],
    calls: 60, describe: { "\($0[3])" + ($0.joined().reduce(0, +) > 900 ? " and more" : "") }
  ) { $0[3][0] < 900 }

  private static let number = Generator.int(in: 0...1000)
}
