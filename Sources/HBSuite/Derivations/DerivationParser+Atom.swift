import HBModel

/// The atoms of expressions: numbers, names, contractions, parentheses.
extension DerivationParser {
  mutating func parseAtom() throws(DerivationError) -> Value {
    scanner.skipBlanks()
    guard let character = scanner.peek, !scanner.isAtLineEnd else { throw scanner.fault(expected: Self.atoms) }
    if character == "(" {
      scanner.position += 1
      let inner = try parseSum()
      try close(")")
      return inner
    }
    if character.isPlainDigit || character == "." { return .scalar(try parseNumber()) }
    if character.isPlainLetter { return try parseName() }
    if character == "|" {
      throw scanner.fault(
        expected: "no norms or inner products: they are no combination of elementary differentials D[...]")
    }
    throw scanner.fault(expected: Self.atoms)
  }

  private static let atoms = "a number, a name, g, D[...] or '('"

  private mutating func parseNumber() throws(DerivationError) -> ExponentialPolynomial {
    let start = scanner.position
    var literal = scanner.read { $0.isPlainDigit || $0 == "." }
    if let mark = scanner.peek, mark == "e" || mark == "E" {
      let hasSign = scanner.character(ahead: 1).map { "+-".contains($0) } ?? false
      if scanner.character(ahead: hasSign ? 2 : 1)?.isPlainDigit ?? false {
        scanner.position += hasSign ? 2 : 1
        literal += hasSign && scanner.character(ahead: -1) == "-" ? "e-" : "e"
        literal += scanner.read(while: \.isPlainDigit)
      }
    }
    // No number of 128 bits needs more digits, and reading thousands of them takes long.
    guard literal.utf8.count <= 128, let value = try? Rational(parsing: literal) else {
      throw scanner.fault(
        at: start, found: quoted(literal), expected: "a number such as 3 or 0.5 that fits 128 bits")
    }
    return ExponentialPolynomial(value)
  }

  private mutating func parseName() throws(DerivationError) -> Value {
    let start = scanner.position
    let name = scanner.read { $0.isPlainLetter || $0.isPlainDigit || $0 == "_" }
    switch name {
    case "mu": return .scalar(ExponentialPolynomial(RationalFunction.mu))
    case "g": return .field([.node: .one])
    case "D": return .field(try parseContraction(at: start))
    case "n", "q":
      guard kind == .perIteration else {
        throw scanner.fault(
          at: start, found: "'\(name)' in a stationary model", expected: "coefficients in mu alone")
      }
      return .scalar(ExponentialPolynomial(terms: [.init(n: name == "n" ? 1 : 0, q: name == "q" ? 1 : 0): .one]))
    default: break
    }
    if let value = names[name] { return value }
    let known = ["mu"] + (kind == .perIteration ? ["n", "q"] : []) + ["g"] + names.keys.sorted().prefix(12)
    throw scanner.fault(
      at: start, found: "the unknown name \(quoted(name))",
      expected: "one of \(known.joined(separator: ", ")), or a definition before its use")
  }

  private mutating func parseContraction(at start: Int) throws(DerivationError) -> DerivationArithmetic.Combination {
    scanner.skipBlanks()
    guard scanner.peek == "[" else { throw scanner.fault(expected: "'[' after D") }
    scanner.position += 1
    if scanner.take(anyOf: "]") != nil { return [.node: .one] }
    var arguments: [DerivationArithmetic.Combination] = []
    repeat {
      scanner.skipBlanks()
      let place = scanner.position
      guard case .field(let field) = try parseSum() else {
        throw scanner.fault(
          at: place, found: "a scalar as argument of D", expected: "a field such as g or D[g]")
      }
      arguments.append(field)
    } while scanner.take(anyOf: ",") != nil
    try close("]")
    let largest = (kind?.maximumOrder ?? 0) + 1
    return try located(at: start) { (arithmetic) throws(ArithmeticFault) in
      try arithmetic.contraction(of: arguments, maximumOrder: largest)
    }
  }

  private mutating func close(_ bracket: Character) throws(DerivationError) {
    scanner.skipBlanks()
    guard scanner.peek == bracket else {
      throw scanner.fault(expected: bracket == "]" ? "an operator, ',' or ']'" : "an operator or ')'")
    }
    scanner.position += 1
  }
}
