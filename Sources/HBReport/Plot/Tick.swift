/// A place on an axis that is marked and named.
public struct Tick: Equatable, Sendable {
  /// The value there.
  public let value: Double
  /// What stands beside it.
  public let label: String

  /// A tick.
  public init(_ value: Double, _ label: String) {
    self.value = value
    self.label = label
  }
}

extension Scale {
  /// Values that a person can read between: multiples of 1, 2 or 5 times a power of ten, or powers of ten themselves.
  ///
  /// - Parameter count: about how many there may be, at least 2.
  /// - SeeAlso: P. S. Heckbert, *Nice numbers for graph labels*, Graphics Gems (1990).
  public func ticks(about count: Int) -> [Tick] {
    switch kind {
    case .linear: linearTicks(about: count)
    case .logarithmic: logarithmicTicks(about: count)
    }
  }

  private func linearTicks(about count: Int) -> [Tick] {
    let rough = (upper - lower) / Double(max(2, count))
    var exponent = Int(commonLogarithm(rough).rounded(.down))
    let leading = rough / powerOfTen(exponent)
    // The geometric means of neighbours decide which is nearest.
    var digit = leading < 1.5 ? 1 : leading < 3.5 ? 2 : leading < 7.5 ? 5 : 10
    if digit == 10 { (digit, exponent) = (1, exponent + 1) }
    let step = Double(digit) * powerOfTen(exponent)
    let first = Int((lower / step - 1e-9).rounded(.up))
    let last = Int((upper / step + 1e-9).rounded(.down))
    guard first <= last else { return [] }
    return (first...last).map { multiple in
      let figure = multiple * digit
      return Tick(
        exponent >= 0 ? Double(figure) * powerOfTen(exponent) : Double(figure) / powerOfTen(-exponent),
        Tick.label(figure, exponent: exponent))
    }
  }

  private func logarithmicTicks(about count: Int) -> [Tick] {
    let first = Int((commonLogarithm(lower) - 1e-9).rounded(.up))
    let last = Int((commonLogarithm(upper) + 1e-9).rounded(.down))
    if last - first >= 1 {
      let stride = (last - first + 1 + max(2, count) - 1) / max(2, count)
      return (first...last).filter { $0 % stride == 0 }.map { exponent in
        Tick(powerOfTen(exponent), exponent == 0 ? "1" : exponent == 1 ? "10" : "10" + superscript(exponent))
      }
    }
    let candidates = ((first - 1)...(last + 1)).flatMap { exponent in [1, 2, 5].map { ($0, exponent) } }
    return candidates.compactMap { digit, exponent in
      let value = Double(digit) * powerOfTen(exponent)
      return value >= lower && value <= upper ? Tick(value, Tick.label(digit, exponent: exponent)) : nil
    }
  }
}

extension Tick {
  /// `figure * 10^exponent` as a person writes it.
  static func label(_ figure: Int, exponent: Int) -> String {
    guard figure != 0 else { return "0" }
    let sign = figure < 0 ? "−" : ""
    var digits = String(abs(figure))
    if exponent > 0, digits.count + exponent > 6 { return "\(sign)\(digits)×10\(superscript(exponent))" }
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    if exponent < -6 { return "\(sign)\(digits)×10\(superscript(exponent))" }
    if digits.count <= -exponent { digits = String(repeating: "0", count: 1 - exponent - digits.count) + digits }
    var fraction = String(digits.suffix(-exponent))
    while fraction.last == "0" { fraction.removeLast() }
    return sign + digits.dropLast(-exponent) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// 10 to the power `exponent`, correctly rounded.
func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .nan }

/// An integer in raised figures.
func superscript(_ value: Int) -> String {
  let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  let digits = String(String(value.magnitude).compactMap { $0.wholeNumberValue.map { raised[$0] } })
  return (value < 0 ? "⁻" : "") + digits
}
