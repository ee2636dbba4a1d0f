/// Texts that are no derivation files, each with the place and the words of its error.
struct MalformedDerivation: Sendable, CustomStringConvertible {
  let text: String
  let line: Int
  let column: Int
  let found: String
  /// How the expectation begins.
  let expected: String

  init(_ text: String, _ line: Int, _ column: Int, _ found: String, _ expected: String) {
    (self.text, self.line, self.column, self.found, self.expected) = (text, line, column, found, expected)
  }

  var description: String { String(text.prefix(120)) }

  private static let head = "method heavy-ball\nmodel stationary\n"
  private static let early = "method heavy-ball\nmodel per-iteration\n"

  /// What surrounds the statements.
  static let heads: [MalformedDerivation] = [
    .init("", 1, 1, "the end of the file", "'method' and one of heavy-ball, nesterov, gradient-descent first"),
    .init("\n# a comment\n", 3, 1, "the end of the file", "'method' and one of"),
    .init("method heavy-ball\n", 2, 1, "the end of the file", "'model' and one of stationary, per-iteration first"),
    .init(head, 3, 1, "the end of the file", "the field F0"),
    .init("method\n", 1, 7, "the end of the line", "one of heavy-ball, nesterov, gradient-descent"),
    .init("method adam\n", 1, 8, "'adam'", "one of heavy-ball"),
    .init("method heavy ball\n", 1, 8, "'heavy'", "one of heavy-ball"),
    .init("method heavy-ball nesterov\n", 1, 19, "'n'", "an operator or the end of the line"),
    .init("method = heavy-ball\n", 1, 8, "'='", "one of heavy-ball"),
    .init("model moving\n", 1, 7, "'moving'", "one of stationary, per-iteration"),
    .init("method heavy-ball\nmethod nesterov\n", 2, 1, "a second 'method'", "one method in a file"),
    .init(head + "model stationary\n", 3, 1, "a second 'model'", "one model in a file"),
    .init("F0 = -g\n", 1, 1, "a definition of 'F0'", "'method' and one of"),
    .init("method heavy-ball\nc = 1\n", 2, 1, "a definition of 'c'", "'model' and one of"),
    .init("Method heavy-ball\n", 1, 8, "'h'", "'=' after 'Method'"),
    .init("\u{0}\u{1}\u{2}", 1, 1, "the character U+0000", "'method', 'model', a definition"),
    .init("\u{7F}ELF", 1, 1, "the character U+007F", "'method', 'model', a definition"),
    .init("{\"method\": 1}", 1, 1, "'{'", "'method', 'model', a definition"),
    .init(head + "1 = g\n", 3, 1, "'1'", "'method', 'model', a definition"),
    .init(head + String(repeating: "# long\n", count: 20_000), 18_722, 5, "more text", "a file of at most 131072"),
  ]

  /// Names and fields.
  static let names: [MalformedDerivation] = [
    .init(head + "F0\n", 3, 3, "the end of the line", "'=' after 'F0'"),
    .init(head + "F0 -g\n", 3, 4, "'-'", "'=' after 'F0'"),
    .init(head + "F0 == g\n", 3, 5, "'='", "a number, a name, g, D[...] or '('"),
    .init(head + "F1 = D[g]\n", 3, 1, "'F1'", "F0 next: F0, F1, ... in this order"),
    .init(head + "F0 = g\nF2 = D[g,g]\n", 4, 1, "'F2'", "F1 next"),
    .init(head + "F0 = g\nF0 = g\n", 4, 1, "a second definition of 'F0'", "one of each name"),
    .init(head + "F00 = g\n", 3, 1, "'F00'", "F0 next"),
    .init(head + "F99999999999999999999 = g\n", 3, 1, "'F99999999999999999999'", "F0 next"),
    .init(head + "F = g\n", 3, 1, "a definition of 'F'", "F0, F1, ... or another name"),
    .init(head + "mu = 1/2\n", 3, 1, "a definition of 'mu'", "a name other than mu, n, q, g, D, F"),
    .init(head + "g = D[]\n", 3, 1, "a definition of 'g'", "a name other than"),
    .init(head + "D = 2\n", 3, 1, "a definition of 'D'", "a name other than"),
    .init(early + "n = 2\n", 3, 1, "a definition of 'n'", "a name other than"),
    .init(head + "c = 1\nc = 2\n", 4, 1, "a second definition of 'c'", "one of each name"),
    .init(head + "F0 = c*g\nc = 1\n", 3, 6, "the unknown name 'c'", "one of mu, g, or a definition before"),
    .init(head + "c = 2\nF0 = C*g\n", 4, 6, "the unknown name 'C'", "one of mu, g, c, or"),
    .init(head + "F0 = F0\n", 3, 6, "the unknown name 'F0'", "one of mu, g"),
    .init(head + "F0 = dot(g,g)*g\n", 3, 6, "the unknown name 'dot'", "one of mu, g"),
    .init(head + "F0 = n*g\n", 3, 6, "'n' in a stationary model", "coefficients in mu alone"),
    .init(head + "F0 = q*g\n", 3, 6, "'q' in a stationary model", "coefficients in mu alone"),
    .init(head + "F0 = x1*g\n", 3, 6, "the unknown name 'x1'", "one of mu, g"),
    .init(head + (0...8).map { "F\($0) = 0\n" }.joined() + "F9 = 0\n", 12, 1, "'F9'", "fields up to F8"),
    .init(early + (0...5).map { "F\($0) = 0\n" }.joined() + "F6 = 0\n", 9, 1, "'F6'", "fields up to F5"),
  ]

  /// What stands where something else must.
  static let tokens: [MalformedDerivation] = [
    .init(head + "F0 =\n", 3, 5, "the end of the line", "a number, a name"),
    .init(head + "F0 = ", 3, 6, "the end of the file", "a number, a name"),
    .init(head + "F0 = # none\n", 3, 12, "the end of the line", "a number, a name"),
    .init(head + "F0 = g +\n", 3, 9, "the end of the line", "a number, a name"),
    .init(head + "F0 = g *\n", 3, 9, "the end of the line", "a number, a name"),
    .init(head + "F0 = * g\n", 3, 6, "'*'", "a number, a name"),
    .init(head + "F0 = 2g\n", 3, 7, "'g'", "an operator or the end of the line"),
    .init(head + "F0 = 2 g\n", 3, 8, "'g'", "an operator or the end of the line"),
    .init(head + "F0 = (mu*g\n", 3, 11, "the end of the line", "an operator or ')'"),
    .init(head + "F0 = (1-mu)*g)\n", 3, 14, "')'", "an operator or the end of the line"),
    .init(head + "F0 = (1-mu]*g\n", 3, 11, "']'", "an operator or ')'"),
    .init(head + "F0 = ()*g\n", 3, 7, "')'", "a number, a name"),
    .init(head + "F0 = D\n", 3, 7, "the end of the line", "'[' after D"),
    .init(head + "F0 = D(g)\n", 3, 7, "'('", "'[' after D"),
    .init(head + "F0 = D[\n", 3, 8, "the end of the line", "a number, a name"),
    .init(head + "F0 = g\nF1 = D[g\n", 4, 9, "the end of the line", "an operator, ',' or ']'"),
    .init(head + "F0 = g\nF1 = D[g)\n", 4, 9, "')'", "an operator, ',' or ']'"),
    .init(head + "F0 = g\nF2 = D[g;g]\n", 4, 1, "'F2'", "F1 next"),
    .init(head + "F0 = D[g;g]\n", 3, 9, "';'", "an operator, ',' or ']'"),
    .init(head + "F0 = D[,g]\n", 3, 8, "','", "a number, a name"),
    .init(head + "F0 = D[g,]\n", 3, 10, "']'", "a number, a name"),
    .init(head + "F0 = -1/(1\u{2212}mu)*g\n", 3, 11, "'\u{2212}' (U+2212)", "an operator or ')'"),
    .init(head + "F0 = ∇L\n", 3, 6, "'∇' (U+2207)", "a number, a name"),
    .init(head + "F0 = -\\frac{1}{2} g\n", 3, 7, "'\\'", "a number, a name"),
    .init(head + "F0 = mu**2*g\n", 3, 9, "'*'", "a number, a name"),
    .init(head + "F0 = g; F1 = D[g]\n", 3, 7, "';'", "an operator or the end of the line"),
    .init(head + "F0 = 1..2*g\n", 3, 6, "'1..2'", "a number such as 3 or 0.5"),
    .init(head + "F0 = .*g\n", 3, 6, "'.'", "a number such as 3 or 0.5"),
  ]

  /// Expressions that stand for no field.
  static let meanings: [MalformedDerivation] = [
    .init(head + "F0 = g*g\n", 3, 7, "a product of two fields", "a scalar times a field: a product of vectors is no"),
    .init(head + "F0 = |g|^2*g\n", 3, 6, "'|'", "no norms or inner products"),
    .init(head + "F0 = g^2\n", 3, 7, "a power of a field", "a power of a scalar"),
    .init(head + "F0 = 1/g\n", 3, 7, "a division by a field", "a scalar divisor"),
    .init(head + "F0 = g/g\n", 3, 7, "a division by a field", "a scalar divisor"),
    .init(head + "F0 = 1 + g\n", 3, 6, "a scalar in F0", "a combination of fields"),
    .init(head + "c = 1 + g\n", 3, 7, "a sum of a scalar and a field", "both sides scalars, or both fields"),
    .init(head + "F0 = 1/(1-mu)\n", 3, 6, "a scalar in F0", "a combination of fields such as g"),
    .init(head + "F0 = D[1]\n", 3, 8, "a scalar as argument of D", "a field such as g or D[g]"),
    .init(head + "F0 = D[g,mu]\n", 3, 10, "a scalar as argument of D", "a field such as g or D[g]"),
    .init(head + "F0 = D[g]\n", 3, 6, "D[g], a tree of order 2, in F0", "trees of order 1"),
    .init(head + "F0 = g\nF1 = g + D[g]\n", 4, 6, "g, a tree of order 1, in F1", "trees of order 2"),
    .init(head + "F0 = g\nF1 = D[g] + D[g,g]\n", 4, 13, "D[g,g], a tree of order 3, in F1", "trees of order 2"),
    .init(head + "F0 = 1/0*g\n", 3, 7, "a division by zero", "a divisor other than zero"),
    .init(head + "F0 = g/(mu-mu)\n", 3, 7, "a division by zero", "a divisor other than zero"),
    .init(head + "F0 = 0^-1*g\n", 3, 7, "a division by zero", "a divisor other than zero"),
    .init(head + "F0 = g/mu\n", 3, 6, "a pole at mu = 0 in the coefficient of g", "coefficients that are finite"),
    .init(head + "F0 = 1/(1-2*mu)*g\n", 3, 6, "a pole at mu between 0 and 1 in the coefficient of g", "coefficients"),
    .init(head + "F0 = -g + g/(2*mu-1)^2\n", 3, 6, "a pole at mu between 0 and 1 in the coefficient of g", "coeff"),
    .init(
      head + "F0 = g/((3*mu-1)*(3*mu-2))\n", 3, 6, "a pole at mu between 0 and 1/2 in the coefficient of g", "coeff"),
    .init(
      head + "F0 = g/((4*mu-1)*(2*mu-1)*(4*mu-3))\n", 3, 6, "a pole at mu = 1/2 in the coefficient of g", "coeff"),
    .init(early + "F0 = g/n\n", 3, 7, "a division by an expression of n or q", "a divisor that depends on mu alone"),
    .init(early + "F0 = g/(1+q)\n", 3, 7, "a division by an expression of n or q", "a divisor that depends on mu"),
    .init(early + "F0 = q^-1*g\n", 3, 7, "a division by an expression of n or q", "a divisor that depends on mu"),
    .init(early + "F0 = q/mu*g\n", 3, 6, "a pole at mu = 0 in the coefficient of g", "coefficients that are finite"),
  ]

  /// Sizes and exponents.
  static let sizes: [MalformedDerivation] = [
    .init(head + "F0 = mu^129*g\n", 3, 6, "a coefficient of degree above 128 in mu", "degrees up to 128"),
    .init(head + "F0 = mu^mu*g\n", 3, 9, "an exponent that is no integer", "an integer from -256 to 256"),
    .init(head + "F0 = mu^(1/2)*g\n", 3, 9, "an exponent that is no integer", "an integer from -256 to 256"),
    .init(head + "F0 = mu^g\n", 3, 9, "a field as exponent", "an integer exponent"),
    .init(head + "F0 = mu^257*g\n", 3, 9, "the exponent 257", "an integer from -256 to 256"),
    .init(head + "F0 = mu^1000000*g\n", 3, 9, "the exponent 1000000", "an integer from -256 to 256"),
    .init(
      early + "F0 = 2^n*g\n", 3, 8, "an exponent that is no integer", "an integer from -256 to 256, or a*n+b over mu"),
    .init(early + "F0 = mu^(n^2)*g\n", 3, 9, "an exponent that is no integer", "an integer from -256 to 256, or a*n+b"),
    .init(early + "F0 = mu^(-n)*g\n", 3, 9, "an exponent a*n+b with a or b out of bounds", "an integer from -256"),
    .init(early + "F0 = n^25*g\n", 3, 7, "a power of n or q above 24", "powers up to 24"),
    .init(head + "F0 = mu^64^2*g\n", 3, 9, "the exponent 4096", "an integer from -256 to 256"),
    .init(head + "F0 = (mu^64)^64*g\n", 3, 13, "a coefficient of degree above 256 in mu", "degrees up to 256"),
    .init(
      head + "F0 = (1+mu)^64*(1+mu)^64*(1+mu)^9*g\n", 3, 25, "a coefficient that leaves 128 bits", "exact integers"),
    .init(head + "F0 = 10^20*10^20*g\n", 3, 11, "a coefficient that leaves 128 bits", "exact integers"),
    .init(
      head + "F0 = 1\(String(repeating: "0", count: 60))*g\n", 3, 6, "'100000000000000000000000000000...'",
      "a number such as 3 or 0.5 that fits 128 bits"),
    .init(
      head + "F0 = " + String(repeating: "(", count: 65) + "g\n", 3, 70, "'('", "at most 64 levels of nesting"),
    .init(
      head + "F0 = " + String(repeating: "-", count: 5000) + "g\n", 3, 70, "'-'", "at most 64 levels of nesting"),
    .init(
      head + "F0 = " + String(repeating: "D[", count: 5000) + "g\n", 3, 134, "'D'", "at most 64 levels of nesting"),
    .init(
      head + "v = D[D[D[D[D[D[D[D[g]]]]]]]]\nF0 = D[v]\n", 4, 6, "a tree of order 10 or more", "trees of order up to 9"),
    .init(
      early + "v = D[D[D[D[D[g]]]]]\nF0 = D[v]\n", 4, 6, "a tree of order 7 or more", "trees of order up to 6"),
  ]

  /// All of them.
  static let all = heads + names + tokens + meanings + sizes
}
