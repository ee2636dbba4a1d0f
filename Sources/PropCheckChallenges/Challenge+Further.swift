import PropCheck

extension Challenge {
  /// Challenges beyond the public set: fractions and decimals, parts that do or do not depend on one another, and
  /// what looks minimal to whoever lowers one number at a time.
  public static let further: [Challenge] = [
    fraction, decimal, huge, tiny, fractionalPart, equal, irrelevantList, everySeventh, constantSum, product,
    signedProduct, double,
  ]

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

  private static let huge = Challenge("huge number", .double, minima: ["1e+17"], calls: 25) { $0 < 1e17 }

  private static let tiny = Challenge(
    "tiny number", .double(in: 0...1, ends: .openBelow), minima: ["1e-10"], calls: 25
  ) { $0 >= 1e-9 }

  private static let fractionalPart = Challenge("fractional part", .double(in: 0...10), minima: ["0.9375"], calls: 22) {
    !(0.93..<0.94).contains($0 - $0.rounded(.down))
  }

  private static let equal = Challenge(
    "three equal numbers", zip(number, number, number), minima: ["(10, 10, 10)"], calls: 95
  ) { $0.0 != $0.1 || $0.1 != $0.2 || $0.0 < 10 }

  /// A list that does not matter and cannot be shorter: it is made simple at once, not number by number.
  private static let irrelevantList = Challenge(
    "irrelevant list", zip(.array(of: .double(in: 0...1000), count: 24), number), minima: ["24 zeros, 900"], calls: 50,
    describe: { ($0.0.allSatisfy { $0 == 0 } ? "\($0.0.count) zeros" : "\($0.0)") + ", \($0.1)" }
  ) { $0.1 < 900 }

  private static let everySeventh = Challenge("every seventh number", .int, minima: ["105"], calls: 60) {
    !$0.isMultiple(of: 7) || $0 <= 100
  }

  private static let constantSum = Challenge(
    "every seventh number of a sum", zip(number, number), minima: ["(105, 895)"], calls: 200
  ) { $0 + $1 != 1000 || !$0.isMultiple(of: 7) || $0 <= 100 }

  private static let product = Challenge(
    "product of whole numbers", zip(number, number), minima: ["(2, 501)"], calls: 95
  ) { $0 * $1 <= 1000 }

  private static let signedProduct = Challenge(
    "product of signed numbers", zip(.int(in: -1000...1000), .int(in: -1000...1000)), minima: ["(2, 501)"], calls: 95
  ) { $0 * $1 <= 1000 }

  private static let double = Challenge(
    "a number and its double", zip(number, number), minima: ["(11, 22)"], calls: 95
  ) { $1 != 2 * $0 || $0 <= 10 }

  private static let number = Generator.int(in: 0...1000)
}
