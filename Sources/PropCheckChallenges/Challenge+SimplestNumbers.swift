import PropCheck

extension Challenge {
  /// What the simplest number is: each has one that a person would write.
  public static let numbers: [Challenge] = [
    number("above 0.3", in: 0...1, minimum: "0.5") { $0 <= 0.3 },
    number("0.7 or more", in: 0...1, minimum: "0.75") { $0 < 0.7 },
    number("0.3 to 0.35", in: 0...1, minimum: "0.3125") { $0 <= 0.3 || $0 >= 0.35 },
    number("below 1e-3", in: 0...1, minimum: "0.0009765625") { $0 >= 1e-3 },
    Challenge(
      "product above 0.5", zip(inner, inner), minima: ["(0.75, 0.75)"], calls: 16
    ) { $0 * $1 <= 0.5 },
    Challenge(
      "step below 2 (1 + mu)", zip(.double(in: 0...4, ends: .open), inner), minima: ["(3.0, 0.5)"], calls: 16
    ) { $0 < 2 * (1 + $1) },
  ]

  private static let inner = Generator.double(in: 0...1, ends: .open)

  private static func number(
    _ name: String, in range: ClosedRange<Double>, minimum: String, calls: Int = 12,
    holds: @escaping @Sendable (Double) -> Bool
  ) -> Challenge {
    Challenge(name, .double(in: range, ends: .open), minima: [minimum], calls: calls) { holds($0) }
  }
}
