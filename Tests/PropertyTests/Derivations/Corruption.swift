import HBModel
import HBSuite
import PropCheck

/// A right derivation with one coefficient spoiled.
struct Corruption: Sendable, CustomStringConvertible {
  let right: Derivation
  let spoiled: Derivation
  /// The trees whose coefficients are no longer right.
  let trees: [RootedTree]
  let fault: String

  var description: String {
    "\(fault) before \(trees.map(DerivationNotation.text(of:)).joined(separator: " and ")) in\n\(spoiled)"
  }

  /// The right derivations up to order 4, derived once.
  private static let right: [Derivation] = MomentumMethod.all.flatMap { method in
    Derivation.Kind.allCases.compactMap { try? Derivation.exact(method: method, kind: $0, order: 4) }
  }

  /// What may happen to the coefficient of one tree: every relative change is 1e-3 or more.
  private enum Fault: Sendable {
    case factor(Int128, Int128)
    case timesMu
    case overComplement
    case symmetryForgotten
    case exchanged
    case oneTerm

    static let all: [Fault] = [
      .factor(2, 1), .factor(-1, 1), .factor(0, 1), .factor(1001, 1000), .factor(999, 1000), .factor(1, 2),
      .factor(101, 100), .factor(11, 10), .timesMu, .overComplement, .symmetryForgotten, .exchanged, .oneTerm,
    ]

    var text: String {
      switch self {
      case .factor(let top, let bottom): "a factor \(top)/\(bottom)"
      case .timesMu: "a factor mu"
      case .overComplement: "a factor 1/(1-mu)"
      case .symmetryForgotten: "the symmetry as a factor"
      case .exchanged: "the coefficient of another tree"
      case .oneTerm: "one term of the coefficient times 3/2"
      }
    }
  }

  /// Corruptions of all methods and kinds, of orders 1 to 4.
  static let all = upTo(order: 4)

  /// Corruptions of all methods and kinds, of orders 1 to `order`, which is at most 4.
  static func upTo(order: Int) -> Generator<Corruption> {
    Generator { source in
      let whole = try source.draw(.element(of: right))
      return try source.draw(of(whole.truncated(to: try source.draw(.int(in: 1...order)))))
    }
  }

  /// Corruptions of one derivation.
  static func of(_ derivation: Derivation) -> Generator<Corruption> {
    Generator { source in try spoil(derivation, &source) }
  }

  private static func spoil(_ derivation: Derivation, _ source: inout ChoiceSource) throws -> Corruption {
    let order = derivation.order
    let field = try source.draw(.int(in: 0...order))
    guard !derivation.trees(ofField: field).isEmpty else { try source.discard("no term is left") }
    let tree = try source.draw(.element(of: derivation.trees(ofField: field)))
    let other = try source.draw(.element(of: derivation.trees(ofField: field)))
    let fault = try source.draw(.element(of: Fault.all))
    let term = try source.draw(.int(in: 0...20))
    var coefficients = derivation.coefficients
    let own = derivation.coefficient(of: tree)
    switch fault {
    case .factor(let top, let bottom): coefficients[tree] = try ExponentialPolynomial(Rational(top, bottom)) * own
    case .timesMu: coefficients[tree] = try ExponentialPolynomial(RationalFunction.mu) * own
    case .overComplement:
      coefficients[tree] = try ExponentialPolynomial(.one / (.one - RationalFunction.mu)) * own
    case .symmetryForgotten: coefficients[tree] = try ExponentialPolynomial(Rational(tree.symmetry)) * own
    case .exchanged: (coefficients[tree], coefficients[other]) = (coefficients[other], coefficients[tree])
    case .oneTerm:
      let terms = own.sortedTerms
      let chosen = terms[term % terms.count]
      let half = try chosen.coefficient * RationalFunction(Rational(1, 2))
      coefficients[tree] = try own + ExponentialPolynomial(terms: [chosen.exponents: half])
    }
    let spoiled = Derivation(
      method: derivation.method, kind: derivation.kind, order: order, coefficients: coefficients)
    let trees = Set([tree, other]).filter { spoiled.coefficient(of: $0) != derivation.coefficient(of: $0) }.sorted()
    guard !trees.isEmpty else { try source.discard("nothing is changed") }
    return Corruption(right: derivation, spoiled: spoiled, trees: trees, fault: fault.text)
  }
}
