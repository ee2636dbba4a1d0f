/// How formulas in mu are written: plain text that the grammar of derivation files reads, or LaTeX.
struct PolynomialNotation {
  let variable: String
  let times: String
  let open: String
  let close: String
  /// The text of an exponent above 1.
  let exponent: @Sendable (Int) -> String

  static let plain = PolynomialNotation(
    variable: "mu", times: "*", open: "(", close: ")", exponent: { "^\($0)" })
  static let latex = PolynomialNotation(
    variable: "\\mu", times: "", open: "(", close: ")",
    exponent: { $0 < 10 ? "^\($0)" : "^{\($0)}" })

  /// The sum of the terms, the lowest power first; "0" for none.
  func sum(_ list: [Int128]) -> String {
    var text = ""
    for (power, coefficient) in list.enumerated() where coefficient != 0 {
      if coefficient < 0 { text += "-" } else if !text.isEmpty { text += "+" }
      let factor = coefficient.magnitude
      if power == 0 {
        text += "\(factor)"
      } else {
        text += (factor == 1 ? "" : "\(factor)\(times)") + self.power(variable, power)
      }
    }
    return text.isEmpty ? "0" : text
  }

  /// A base with an exponent of at least 1.
  func power(_ base: String, _ exponent: Int) -> String { exponent == 1 ? base : base + self.exponent(exponent) }

  /// The factors of a product written one after the other; "1" for none.
  func product(_ factors: [String]) -> String { factors.isEmpty ? "1" : factors.joined(separator: times) }

  /// A list whose first coefficient is negative with its signs changed; itself where 128 bits do not allow that.
  func signSplitOff(_ list: [Int128]) -> (isNegative: Bool, list: [Int128]) {
    guard let lowest = list.first(where: { $0 != 0 }), lowest < 0, !list.contains(.min) else { return (false, list) }
    return (true, list.map { -$0 })
  }

  /// The sign and the factors of an integer polynomial: content, powers of mu, `1-mu` and `1+mu`, and the rest.
  func factors(of list: [Int128]) -> (negative: Bool, integer: Int128, factors: [String]) {
    guard let shift = list.firstIndex(where: { $0 != 0 }) else { return (false, 0, []) }
    let content = PolynomialIntegers.content(list)
    let (isNegative, primitive) = signSplitOff(PolynomialIntegers.quotient(Array(list[shift...]), content))
    var texts: [String] = []
    if shift > 0 { texts.append(power(variable, shift)) }
    var rest = primitive
    for factor: [Int128] in [[1, -1], [1, 1]] {
      let (exponent, quotient) = PolynomialIntegers.dividingOut(factor, of: rest)
      guard exponent > 0 else { continue }
      rest = quotient
      texts.append(power(open + sum(factor) + close, exponent))
    }
    if rest != [1] { texts.append(open + sum(rest) + close) }
    return (isNegative, content, texts)
  }
}

extension Polynomial: CustomStringConvertible {
  /// The expanded form, the lowest power first, e.g. `-(1+4*mu+mu^2)/2`.
  public var description: String {
    let notation = PolynomialNotation.plain
    guard denominator != 1 else { return notation.sum(numeratorCoefficients) }
    let (isNegative, coefficients) = notation.signSplitOff(numeratorCoefficients)
    let text = notation.sum(coefficients)
    let isSum = numeratorCoefficients.filter { $0 != 0 }.count > 1
    return (isNegative ? "-" : "") + (isSum ? "(\(text))" : text) + "/\(denominator)"
  }
}

extension RationalFunction: CustomStringConvertible {
  /// The factored form, e.g. `-(1+mu)/(2*(1-mu)^3)`: integers, powers of `mu`, `1-mu` and `1+mu` are split off.
  public var description: String {
    let notation = PolynomialNotation.plain
    let top = notation.factors(of: numeratorCoefficients)
    let bottom = notation.factors(of: denominatorCoefficients)
    var text = (top.negative ? "-" : "") + RationalFunction.written(top, notation)
    guard denominatorCoefficients != [1] else { return RationalFunction.unwrapped(text, top) }
    let single = bottom.factors.count + (bottom.integer == 1 ? 0 : 1) == 1
    let below = RationalFunction.written(bottom, notation)
    text += single ? "/" + below : "/(" + below + ")"
    return text
  }

  /// The factored form in LaTeX, e.g. `-\frac{(1+\mu)}{2(1-\mu)^3}`.
  public var latex: String {
    let notation = PolynomialNotation.latex
    let top = notation.factors(of: numeratorCoefficients)
    let sign = top.negative ? "-" : ""
    let above = RationalFunction.unwrapped(RationalFunction.written(top, notation), top)
    guard denominatorCoefficients != [1] else {
      return sign + (top.negative ? RationalFunction.written(top, notation) : above)
    }
    let bottom = notation.factors(of: denominatorCoefficients)
    return sign + "\\frac{\(above)}{\(RationalFunction.unwrapped(RationalFunction.written(bottom, notation), bottom))}"
  }

  private typealias Factored = (negative: Bool, integer: Int128, factors: [String])

  private static func written(_ parts: Factored, _ notation: PolynomialNotation) -> String {
    let integer = parts.integer == 1 && !parts.factors.isEmpty ? [] : ["\(parts.integer)"]
    return notation.product(integer + parts.factors)
  }

  /// A single sum in parentheses without them.
  private static func unwrapped(_ text: String, _ parts: Factored) -> String {
    guard parts.factors.count == 1, parts.integer == 1, text.hasPrefix("("), text.hasSuffix(")") else { return text }
    return String(text.dropFirst().dropLast())
  }
}
