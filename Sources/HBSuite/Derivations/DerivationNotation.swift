import HBModel

/// How trees and coefficients are written in derivation files.
public enum DerivationNotation {
  /// The tree in nested contractions: `g`, `D[g]`, `D[g,D[g]]`.
  ///
  /// - Complexity: O(order * height).
  public static func text(of tree: RootedTree) -> String {
    guard tree != .velocity else { return "v" }
    let children = tree.children
    return children.isEmpty ? "g" : "D[" + children.map(text(of:)).joined(separator: ",") + "]"
  }

  /// The scalar of a free tree, cut at its middle edge: `L`, `<g,g>`, `<g,D[g]>`, `<D[g],D[g]>`.
  ///
  /// - Complexity: O(order^2).
  public static func text(of tree: FreeTree) -> String { scalar(tree, "<", ">") }

  /// The same in LaTeX.
  ///
  /// - Complexity: O(order^2).
  public static func latex(of tree: FreeTree) -> String { scalar(tree, "\\langle ", "\\rangle") }

  private static func scalar(_ tree: FreeTree, _ open: String, _ close: String) -> String {
    guard let parts = tree.middleEdge else { return "L" }
    return open + text(of: parts.smaller) + "," + text(of: parts.larger) + close
  }

  /// The coefficient as a sum over the powers of n and q, each factored; "0" for zero.
  public static func text(of coefficient: ExponentialPolynomial) -> String {
    let terms = coefficient.sortedTerms
    guard let first = terms.first else { return "0" }
    return terms.dropFirst().reduce(text(ofTerm: first.coefficient, first.exponents)) { sum, term in
      appending(text(ofTerm: term.coefficient, term.exponents), to: sum)
    }
  }

  /// The coefficient times the tree, e.g. `-(1+mu)/(2*(1-mu)^3) * D[g]`.
  static func text(of coefficient: ExponentialPolynomial, times tree: RootedTree) -> String {
    switch coefficient {
    case .one: return text(of: tree)
    case ExponentialPolynomial(Rational(-1)): return "-" + text(of: tree)
    default:
      let factor = text(of: coefficient)
      return (isSum(factor) ? "(\(factor))" : factor) + " * " + text(of: tree)
    }
  }

  /// A sum with one more term, its sign drawn out.
  static func appending(_ term: String, to sum: String) -> String {
    term.hasPrefix("-") ? "\(sum) - \(term.dropFirst())" : "\(sum) + \(term)"
  }

  private static func text(
    ofTerm coefficient: RationalFunction, _ exponents: ExponentialPolynomial.Exponents
  ) -> String {
    let powers = [("n", exponents.n), ("q", exponents.q)].filter { $0.1 > 0 }.map { name, power in
      power == 1 ? name : "\(name)^\(power)"
    }
    let text = coefficient.description
    guard !powers.isEmpty else { return text }
    let monomial = powers.joined(separator: "*")
    switch coefficient {
    case .one: return monomial
    case RationalFunction(Rational(-1)): return "-" + monomial
    default: return (isSum(text) ? "(\(text))" : text) + "*" + monomial
    }
  }

  /// Whether a sign stands outside of parentheses, other than in front.
  private static func isSum(_ text: String) -> Bool {
    var depth = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "+"), UInt8(ascii: "-"): if depth == 0, index > 0 { return true }
      default: break
      }
    }
    return false
  }
}

extension Derivation: CustomStringConvertible {
  /// A derivation file that reads back as this value.
  public var description: String {
    var lines = ["method \(method)", "model \(kind.rawValue)"]
    for index in 0...order {
      let terms = trees(ofField: index).map { DerivationNotation.text(of: coefficient(of: $0), times: $0) }
      let first = "F\(index) = " + (terms.first ?? "0")
      // A long formula goes over several lines: one that begins with an operator continues the last.
      let rest = terms.dropFirst().map { $0.hasPrefix("-") ? "  - " + $0.dropFirst() : "  + " + $0 }
      let whole = terms.dropFirst().reduce(first) { DerivationNotation.appending($1, to: $0) }
      lines += whole.count <= 110 ? [whole] : [first] + rest
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
