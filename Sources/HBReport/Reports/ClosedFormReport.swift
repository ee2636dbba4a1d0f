import HBModel

/// The exact coefficients of the piece-wise model in closed form in the iteration n, tree by tree.
public struct ClosedFormReport: VerbReport {
  /// The coefficient of one tree.
  public struct Row: Sendable {
    /// The tree.
    public let tree: RootedTree
    /// The number of its automorphisms.
    public let symmetry: Int
    /// The coefficient `b_n(t)`, a sum of terms `R(mu) n^i q^j` with `q = mu^n`.
    public let coefficient: ExponentialPolynomial
  }

  /// The trees of order up to k+1, in ascending order.
  public let rows: [Row]
  /// The method that is modelled.
  public let method: MomentumMethod
  /// The order k of the model.
  public let order: Int

  /// Derives the closed forms of the model of order `order`.
  ///
  /// - Throws: `ExactOverflow`, naming the tree whose coefficient leaves 128 bits.
  /// - Complexity: a tenth of a second for order 5, about six times more for each further order.
  public init(method: MomentumMethod, order: Int) throws(ExactOverflow) {
    self.method = method
    self.order = order
    let table = TreeTable.upTo(order + 1)
    let coefficients = try ClosedFormCounterTerms.coefficients(method: method, order: order + 1)
    let (trees, symmetries) = (table.trees, table.symmetry)
    rows = trees.indices.map { Row(tree: trees[$0], symmetry: symmetries[$0], coefficient: coefficients[$0]) }
  }

  /// The verb.
  public var verb: String { "derive" }

  /// A derivation holds by itself.
  public var judgement: Judgement {
    Judgement(.holds, "\(Figures.counted(rows.count, "exact closed form")) of \(subject)")
  }

  private var subject: String { "the model at iteration n of order \(order) of \(method)" }

  /// The keys of a derivation document; each tree has `terms` instead of one fraction.
  public var fields: [String: JSONValue] {
    var trees: [String: JSONValue] = [:]
    for row in rows {
      let terms = row.coefficient.sortedTerms.map { term in
        JSONValue.object([
          "n": JSONValue(term.exponents.n), "q": JSONValue(term.exponents.q),
          "numerator": .array(term.coefficient.numeratorCoefficients.map(JSONValue.integer)),
          "denominator": .array(term.coefficient.denominatorCoefficients.map(JSONValue.integer)),
        ])
      }
      trees[row.tree.description] = .object([
        "order": JSONValue(row.tree.order), "sigma": JSONValue(row.symmetry), "terms": .array(terms),
      ])
    }
    return ["method": .string(method.name), "order": JSONValue(order), "trees": .object(trees)]
  }

  /// One line a tree: notation, symmetry, the sum of its terms.
  public var text: String {
    let table = TextTable(
      [.left(), .left(), .left()],
      rows: rows.map { ["\($0.tree)", "sigma \($0.symmetry)", Self.sum($0.coefficient, Self.written)] })
    let head = [
      "# \(subject), q = mu^n",
      "# F_n = sum of h^(|t|-1) b_n(t)/sigma(t) F(t) over the trees t, with g = -grad L; each line: t, sigma(t), b_n(t)",
    ]
    return (head + table.lines()).joined(separator: "\n")
  }

  /// One line a tree in an `align*` environment.
  public var latex: String? {
    let lines = rows.map { row in
      "  b_n(\\texttt{\(row.tree)}) &= \(Self.sum(row.coefficient, Self.typeset)), & \\sigma &= \(row.symmetry)"
    }
    return "% \(subject), q = \\mu^n\n\\begin{align*}\n" + lines.joined(separator: " \\\\\n") + "\n\\end{align*}"
  }

  /// The terms joined by their signs.
  private static func sum(
    _ value: ExponentialPolynomial, _ term: (RationalFunction, ExponentialPolynomial.Exponents) -> String
  ) -> String {
    value.sortedTerms.reduce("") { text, next in
      let own = term(next.coefficient, next.exponents)
      if text.isEmpty { return own }
      return own.hasPrefix("-") ? text + " - " + own.dropFirst() : text + " + " + own
    }.nonEmpty(or: "0")
  }

  private static func written(_ coefficient: RationalFunction, _ exponents: ExponentialPolynomial.Exponents) -> String {
    let powers = power("n", exponents.n) { "\($0)^\($1)" } + power("q", exponents.q) { "\($0)^\($1)" }
    return product(coefficient.description, isSum: coefficient.isBareSum, powers, dot: "*")
  }

  private static func typeset(_ coefficient: RationalFunction, _ exponents: ExponentialPolynomial.Exponents) -> String {
    let powers = power("n", exponents.n) { "\($0)^{\($1)}" } + power("q", exponents.q) { "\($0)^{\($1)}" }
    return product(coefficient.latex, isSum: coefficient.isBareSum, powers, dot: " ")
  }

  private static func power(_ name: String, _ exponent: Int, _ raised: (String, Int) -> String) -> [String] {
    exponent == 0 ? [] : [exponent == 1 ? name : raised(name, exponent)]
  }

  private static func product(_ coefficient: String, isSum: Bool, _ powers: [String], dot: String) -> String {
    if powers.isEmpty { return coefficient }
    if coefficient == "1" || coefficient == "-1" { return coefficient.dropLast() + powers.joined(separator: dot) }
    return ([isSum ? "(\(coefficient))" : coefficient] + powers).joined(separator: dot)
  }
}

extension RationalFunction {
  /// Whether the printed form is a sum without parentheses around it.
  fileprivate var isBareSum: Bool {
    guard denominatorCoefficients == [1] else { return false }
    var depth = 0
    for character in description.dropFirst() {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if depth == 0, character == "+" || character == "-" { return true }
    }
    return false
  }
}

extension String {
  fileprivate func nonEmpty(or other: String) -> String { isEmpty ? other : self }
}
