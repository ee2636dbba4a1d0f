import HBModel
import HBSuite

/// The losses that the stationary model of a method descends: that of its field and that of its map, each with what is no
/// gradient.
public struct ModifiedLossReport: VerbReport {
  /// One loss with the remainder of its series.
  public struct Part: Sendable {
    /// The coefficients of the free trees.
    public let loss: ModifiedLoss<RationalFunction>
    /// The coefficients of the rest, rooted tree by rooted tree; zero where the series is a gradient.
    public let remainder: BSeries<RationalFunction>
  }

  /// The loss V of the field, `F = -grad V + R`.
  public let field: Part
  /// The loss M of the map, `x_{n+1} = x_n - h grad M(x_n) + R`.
  public let map: Part
  /// The method that is modelled.
  public let method: MomentumMethod
  /// The order k of the model.
  public let order: Int

  /// Derives both losses up to `h^order`.
  ///
  /// - Throws: `ExactOverflow`, naming the tree whose coefficient leaves 128 bits.
  /// - Complexity: O(order^2) polynomial products for each splitting.
  public init(method: MomentumMethod, order: Int) throws(ExactOverflow) {
    self.method = method
    self.order = order
    field = try Part(StationaryCounterTerms.exact(method: method, order: order + 1), order: order)
    map = try Part(StationaryMap.exact(method: method, order: order + 1), order: order)
  }

  /// The verb.
  public var verb: String { "derive" }

  /// A derivation holds by itself.
  public var judgement: Judgement {
    let rest = [("field", field), ("map", map)].map { name, part in
      part.isGradient ? "the \(name) is a gradient" : "the \(name) is not"
    }
    return Judgement(.holds, "the modified losses of \(subject): \(rest.joined(separator: ", "))")
  }

  private var subject: String { "the stationary model of order \(order) of \(method)" }

  /// The free trees under `trees`, the rooted trees of the remainder under `remainder`, and both of the map under `map`.
  public var fields: [String: JSONValue] {
    var result = field.fields
    result["method"] = .string(method.name)
    result["order"] = JSONValue(order)
    result["map"] = .object(map.fields)
    return result
  }

  /// One line a tree: the loss of the field and its remainder, then those of the map.
  public var text: String {
    var lines = [
      "# the modified losses of \(subject)", "# g = D[] = grad L, D[u] = Hess L u, D[u,v] = D^3 L(u,v), ...",
    ]
    lines += ["", "field: F = -grad V + R"] + field.lines(named: "V", remainder: "R")
    lines += ["", "map: x_{n+1} = x_n - h (grad M(x_n) - R)"] + map.lines(named: "M", remainder: "R")
    return lines.joined(separator: "\n")
  }

  /// Two sums in an `align*` environment.
  public var latex: String? {
    let lines = field.latex(named: "V", remainder: "R_F") + map.latex(named: "M", remainder: "R_\\Phi")
    return "% \(subject): F = -\\nabla V + R_F, x_{n+1} = x_n - h(\\nabla M - R_\\Phi), g = \\nabla L\n"
      + "\\begin{align*}\n" + lines.joined(separator: " \\\\\n") + "\n\\end{align*}"
  }
}

extension ModifiedLossReport.Part {
  fileprivate init(_ coefficients: [RationalFunction], order: Int) throws(ExactOverflow) {
    (loss, remainder) = try ModifiedLoss.splitting(
      BSeries(table: .upTo(order + 1), constantTerm: .zero, coefficients: coefficients))
  }

  var isGradient: Bool { remainder.coefficients.allSatisfy { $0 == .zero } }

  /// The trees of the remainder with their factor before `D(t)`: `(-1)^|t| / symmetry(t)` times the coefficient.
  private var rest: [(tree: RootedTree, factor: RationalFunction)] {
    let table = remainder.table
    return table.trees.enumerated().compactMap { index, tree in
      let sign = Int128(tree.order.isMultiple(of: 2) ? 1 : -1)
      guard remainder.coefficients[index] != .zero, let share = try? Rational(sign, Int128(table.symmetry[index])),
        let factor = try? RationalFunction(share) * remainder.coefficients[index]
      else { return nil }
      return (tree, factor)
    }
  }

  fileprivate func lines(named name: String, remainder rest: String) -> [String] {
    func power(_ order: Int) -> String { order < 2 ? (order < 1 ? "" : "h") : "h^\(order)" }
    let own = zip(loss.trees.trees, loss.coefficients).map { tree, coefficient in
      [name, tree.description, power(tree.order - 1), DerivationNotation.text(of: tree), coefficient.description]
    }
    let others = self.rest.map { tree, factor in
      [rest, tree.description, power(tree.order - 1), DerivationNotation.text(of: tree), factor.description]
    }
    let rows = own + (others.isEmpty ? [[rest, "", "", "0", ""]] : others)
    return TextTable([.left(), .left(), .left(), .left(), .left()], rows: rows).lines(indent: "  ")
  }

  fileprivate func latex(named name: String, remainder rest: String) -> [String] {
    func term(_ order: Int, _ factor: RationalFunction, _ text: String) -> String {
      let power = order < 2 ? (order < 1 ? "" : "h ") : "h^{\(order)} "
      let sum = factor.latex
      return sum == "1" ? power + text : sum == "-1" ? "-" + power + text : "\(sum) " + power + text
    }
    func sum(_ terms: [String]) -> String {
      guard let first = terms.first else { return "0" }
      return terms.dropFirst().reduce(first) { $0 + ($1.hasPrefix("-") ? " - \($1.dropFirst())" : " + \($1)") }
    }
    let own = zip(loss.trees.trees, loss.coefficients).filter { $0.1 != .zero }.map { tree, coefficient in
      term(tree.order - 1, coefficient, DerivationNotation.latex(of: tree))
    }
    let others = self.rest.map { tree, factor in term(tree.order - 1, factor, DerivationNotation.text(of: tree)) }
    return ["  \(name) &= \(sum(own))", "  \(rest) &= \(sum(others))"]
  }

  fileprivate var fields: [String: JSONValue] {
    var trees: [String: JSONValue] = [:]
    for (tree, coefficient) in zip(loss.trees.trees, loss.coefficients) {
      var entry = JSONValue.fraction(coefficient)
      entry["order"] = JSONValue(tree.order)
      entry["automorphisms"] = JSONValue(tree.automorphisms)
      entry["differential"] = .string(DerivationNotation.text(of: tree))
      trees[tree.description] = .object(entry)
    }
    var others: [String: JSONValue] = [:]
    for (tree, factor) in rest {
      var entry = JSONValue.fraction(factor)
      entry["order"] = JSONValue(tree.order)
      entry["differential"] = .string(DerivationNotation.text(of: tree))
      others[tree.description] = .object(entry)
    }
    return ["trees": .object(trees), "remainder": .object(others)]
  }
}
