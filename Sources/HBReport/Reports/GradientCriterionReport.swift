import HBModel
import HBSuite

/// For which orders and momenta the stationary field of a method is a gradient.
public struct GradientCriterionReport: VerbReport {
  /// One row for each number of nodes.
  public let rows: [GradientCriterion.Row]
  /// The method that is modelled.
  public let method: MomentumMethod
  /// The order k of the model.
  public let order: Int

  /// Applies the criterion to the terms up to `h^order`.
  ///
  /// - Throws: `ExactOverflow`.
  /// - Complexity: that of the exact coefficients, and a greatest common divisor of polynomials for each tree.
  public init(method: MomentumMethod, order: Int) throws(ExactOverflow) {
    self.method = method
    self.order = order
    rows = try GradientCriterion.table(method: method, order: order + 1)
  }

  /// The verb.
  public var verb: String { "derive" }

  /// A derivation holds by itself.
  public var judgement: Judgement {
    let always = rows.prefix { $0.commonFactor == .zero }.count
    let text =
      always == rows.count
      ? "the stationary field of \(method) is a gradient up to order h^\(order)"
      : "the stationary field of \(method) is a gradient for every momentum up to order h^\(always - 1)"
    return Judgement(.holds, text)
  }

  /// The rows under `criterion`.
  public var fields: [String: JSONValue] {
    [
      "method": .string(method.name), "order": JSONValue(order),
      "criterion": .array(
        rows.map { row in
          .object([
            "order": JSONValue(row.order), "freeTrees": JSONValue(row.freeTrees),
            "conditions": JSONValue(row.conditions),
            "commonFactor": .array(row.commonFactor.numeratorCoefficients.map(JSONValue.integer)),
            "gradient": .string(row.momenta),
          ])
        }),
    ]
  }

  /// One line for each power of h.
  public var text: String {
    let head = [
      "# the stationary field of \(method): its terms of one order are a gradient for every objective exactly where b(t) is",
      "# the same on all rootings of each free tree; the conditions have a common factor, and its roots are those momenta",
    ]
    let columns: [TextTable.Column] = [
      .left("order"), .right("free trees"), .right("conditions"), .left("common factor"), .left("a gradient for"),
    ]
    let table = TextTable(
      columns,
      rows: rows.map { row in
        ["h^\(row.order - 1)", "\(row.freeTrees)", "\(row.conditions)", row.factor(\.description), row.momenta]
      })
    return (head + table.lines()).joined(separator: "\n")
  }

  /// The same as a `tabular` environment.
  public var latex: String? {
    let lines = rows.map { row in
      "  $h^{\(row.order - 1)}$ & \(row.freeTrees) & \(row.conditions) & $\(row.factor(\.latex))$ & \(row.momenta) \\\\"
    }
    return "% the stationary field of \(method)\n\\begin{tabular}{lrrll}\n"
      + "  order & free trees & conditions & common factor & a gradient for \\\\\n" + lines.joined(separator: "\n")
      + "\n\\end{tabular}"
  }
}

extension GradientCriterion.Row {
  fileprivate func factor(_ text: (RationalFunction) -> String) -> String {
    (try? RationalFunction(commonFactor)).map(text) ?? ""
  }

  /// The momenta for which the terms are a gradient, in words.
  fileprivate var momenta: String {
    if commonFactor == .zero { return "every mu" }
    if commonFactor.degree < 1 { return "no mu" }
    let list = commonFactor.numeratorCoefficients
    if commonFactor.degree == 1, let negated = try? Rational(list[0], list[1]), let root = try? -negated {
      let isMomentum = root.numerator >= 0 && root.numerator < root.denominator
      return "mu = \(root) only" + (isMomentum ? "" : ", outside of [0, 1)")
    }
    let roots = "the roots of the common factor only"
    do {
      let inside = try PoleSearch.pole(of: RationalFunction(numerator: [1], denominator: list))
      return inside.map { "\(roots), one at \($0)" } ?? "no mu in [0, 1)"
    } catch { return roots }
  }
}
