import HBModel

/// The exact coefficients of a model, tree by tree.
public struct DerivationReport: VerbReport {
  /// The coefficient of one tree.
  public struct Row: Equatable, Sendable {
    /// The tree.
    public let tree: RootedTree
    /// The number of its automorphisms.
    public let symmetry: Int
    /// The coefficient b(t), which stands before `h^(|t|-1) F(t) / symmetry(t)`.
    public let coefficient: RationalFunction
  }

  /// The trees of order up to k+1, in ascending order.
  public let rows: [Row]
  /// The method that is modelled.
  public let method: MomentumMethod
  /// The order k of the model.
  public let order: Int
  /// The iteration n of the piece-wise model; nil for the stationary one.
  public let iteration: Int?

  /// Derives the model of order `order`.
  ///
  /// - Throws: `ExactOverflow`, naming the tree whose coefficient leaves 128 bits.
  /// - Complexity: O(order^2) polynomial products for each splitting, and for each iteration up to `iteration`.
  public init(method: MomentumMethod, order: Int, iteration: Int? = nil) throws(ExactOverflow) {
    self.method = method
    self.order = order
    self.iteration = iteration
    let table = TreeTable.upTo(order + 1)
    let coefficients: [RationalFunction]
    if let iteration {
      var recursion = try CounterTermRecursion<Polynomial>(method: method, order: order + 1, momentum: .mu)
      var polynomials = try recursion.next()
      for _ in 0..<iteration {
        let next = try recursion.next()
        // Each iteration follows from the one before: two equal ones make all later ones equal.
        if next == polynomials { break }
        polynomials = next
      }
      var functions: [RationalFunction] = []
      for polynomial in polynomials { functions.append(try RationalFunction(polynomial)) }
      coefficients = functions
    } else {
      coefficients = try StationaryCounterTerms.exact(method: method, order: order + 1)
    }
    let (trees, symmetries) = (table.trees, table.symmetry)
    rows = trees.indices.map { Row(tree: trees[$0], symmetry: symmetries[$0], coefficient: coefficients[$0]) }
  }

  /// The verb.
  public var verb: String { "derive" }

  /// A derivation holds by itself.
  public var judgement: Judgement {
    Judgement(.holds, "\(Figures.counted(rows.count, "exact coefficient")) of \(subject)")
  }

  private var subject: String {
    let model = iteration.map { "the model at iteration \($0)" } ?? "the stationary model"
    return "\(model) of order \(order) of \(method)"
  }

  /// The keys of a derivation document.
  public var fields: [String: JSONValue] {
    var trees: [String: JSONValue] = [:]
    for row in rows {
      var entry = JSONValue.fraction(row.coefficient)
      entry["order"] = JSONValue(row.tree.order)
      entry["sigma"] = JSONValue(row.symmetry)
      trees[row.tree.description] = .object(entry)
    }
    return ["method": .string(method.name), "order": JSONValue(order), "trees": .object(trees)]
  }

  /// One line a tree: notation, symmetry, factored coefficient.
  public var text: String {
    let table = TextTable(
      [.left(), .left(), .left()],
      rows: rows.map { ["\($0.tree)", "sigma \($0.symmetry)", $0.coefficient.description] })
    let head = [
      "# \(subject)",
      "# F = sum of h^(|t|-1) b(t)/sigma(t) F(t) over the trees t, with g = -grad L; each line: t, sigma(t), b(t)",
    ]
    return (head + table.lines()).joined(separator: "\n")
  }

  /// One line a tree in an `align*` environment.
  public var latex: String? {
    let name = iteration.map { "b_{\($0)}" } ?? "b"
    let lines = rows.map { row in
      "  \(name)(\\texttt{\(row.tree)}) &= \(row.coefficient.latex), & \\sigma &= \(row.symmetry)"
    }
    return "% \(subject)\n\\begin{align*}\n" + lines.joined(separator: " \\\\\n") + "\n\\end{align*}"
  }
}
