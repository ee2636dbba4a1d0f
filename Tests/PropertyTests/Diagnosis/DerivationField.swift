import HBModel
import HBSuite

/// A derivation as a person would write it in Swift: contraction by contraction, coefficient by coefficient.
struct DerivationField: FieldModel, CustomStringConvertible {
  let derivation: Derivation
  private let fields: [[(tree: RootedTree, terms: [Term])]]

  /// One term `R(mu) n^i q^j` of a coefficient, its parts ready for evaluation.
  private struct Term: Sendable {
    let n: Int
    let q: Int
    let numerator: [Double]
    let integer: Double
    let power: Int
    let cofactor: [Double]
  }

  init(derivation: Derivation) {
    self.derivation = derivation
    fields = (0...derivation.order).map { index in
      derivation.trees(ofField: index).map { tree in
        let terms = derivation.coefficient(of: tree).sortedTerms.map { exponents, function in
          let parts = function.denominatorParts
          return Term(
            n: exponents.n, q: exponents.q, numerator: function.numeratorCoefficients.map { Double($0) },
            integer: Double(parts.integer), power: parts.power, cofactor: parts.cofactor.map { Double($0) })
        }
        return (tree, terms)
      }
    }
  }

  var order: Int { derivation.order }
  var method: MomentumMethod { derivation.method }
  var start: ModelStart { derivation.kind.start }
  var description: String { "\(derivation)" }

  func field<T: Real>(
    at point: [T], step: T, momentum: T, iteration: Int, objective: some DifferentiableObjective<T>
  ) -> [T] {
    var values: [RootedTree: [T]] = [:]
    func value(_ tree: RootedTree) -> [T] {
      if let known = values[tree] { return known }
      let own = objective.derivative(point, tree.children.map(value))
      values[tree] = own
      return own
    }
    let power = Self.power(momentum, iteration)
    var result = point.map { _ in T.zero }
    for field in fields.reversed() {
      for component in result.indices { result[component] = result[component] * step }
      for (tree, terms) in field {
        let own = value(tree)
        var factor = T.zero
        for term in terms {
          factor =
            factor + Self.value(term, momentum) * Self.power(T(Double(iteration)), term.n)
            * Self.power(power, term.q)
        }
        for component in result.indices { result[component] = result[component] + factor * own[component] }
      }
    }
    return result
  }

  private static func value<T: Real>(_ term: Term, _ momentum: T) -> T {
    func horner(_ list: [Double]) -> T { list.reversed().reduce(T.zero) { $0 * momentum + T($1) } }
    return horner(term.numerator) / (T(term.integer) * power(T.one - momentum, term.power) * horner(term.cofactor))
  }

  private static func power<T: Real>(_ base: T, _ exponent: Int) -> T {
    (0..<exponent).reduce(T.one) { product, _ in product * base }
  }
}
