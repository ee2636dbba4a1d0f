import HBModel

/// What a person derived: the fields `F0, ..., Fk` of a model, as exact combinations of trees.
///
/// Coefficients are kept as they are written, before `D(t)`: `D[] = grad L`, `D[u] = Hess L u`, and so on. A coefficient
/// before `D(t)` is `(-1)^{|t|} b(t) / symmetry(t)` in terms of the B-series in `g = -grad L` that the model is elsewhere.
///
/// ```swift
/// let file = try Derivation(parsing: "method heavy-ball\nmodel stationary\nF0 = -1/(1-mu) * g\n")
/// print(file.order, file.coefficient(of: .node))  // 0 -1/(1-mu)
/// ```
public struct Derivation: Equatable, Sendable {
  /// Which model of the method is written down.
  public enum Kind: String, CaseIterable, Sendable {
    /// The limit of many iterations; coefficients are rational functions of mu.
    case stationary
    /// The piece-wise model from a start at rest; coefficients also depend on n and `q = mu^n`.
    case perIteration = "per-iteration"

    /// The largest order k of a model of this kind: beyond it exact coefficients take too long to compare with.
    public var maximumOrder: Int { self == .stationary ? 8 : 5 }
    /// The start from which the model has its order.
    public var start: ModelStart { self == .stationary ? .slowManifold : .rest }
  }

  /// The method that is modelled.
  public let method: MomentumMethod
  /// Which model of it.
  public let kind: Kind
  /// The order k: `F0` to `Fk` are given.
  public let order: Int
  /// The coefficients that are not zero; a tree of order j+1 belongs to `Fj`.
  public let coefficients: [RootedTree: ExponentialPolynomial]

  /// A derivation from its parts; coefficients that are zero are dropped.
  ///
  /// - Precondition: `order` is in `0...kind.maximumOrder`, and no tree has more than `order + 1` nodes.
  public init(
    method: MomentumMethod, kind: Kind, order: Int, coefficients: [RootedTree: ExponentialPolynomial]
  ) {
    precondition((0...kind.maximumOrder).contains(order), "the order of a derivation is bounded")
    precondition(coefficients.keys.allSatisfy { $0.order <= order + 1 }, "a tree of order j+1 belongs to F_j, j <= k")
    self.method = method
    self.kind = kind
    self.order = order
    self.coefficients = coefficients.filter { !$0.value.terms.isEmpty }
  }

  /// The coefficient before `D(tree)`; zero where the tree does not occur.
  public func coefficient(of tree: RootedTree) -> ExponentialPolynomial { coefficients[tree] ?? .zero }

  /// The trees of `Fj`, in ascending order.
  public func trees(ofField index: Int) -> [RootedTree] {
    coefficients.keys.filter { $0.order == index + 1 }.sorted()
  }

  /// The same fields up to `F_order`.
  ///
  /// - Precondition: `order` is in `0...self.order`.
  public func truncated(to order: Int) -> Derivation {
    Derivation(
      method: method, kind: kind, order: order, coefficients: coefficients.filter { $0.key.order <= order + 1 })
  }

  /// The right derivation of a model.
  ///
  /// - Throws: `ExactOverflow`, naming the tree; not within `kind.maximumOrder`.
  /// - Complexity: that of the exact coefficients; for a per-iteration model of order 5 half a second.
  public static func exact(method: MomentumMethod, kind: Kind, order: Int) throws(ExactOverflow) -> Derivation {
    let table = TreeTable.upTo(order + 1)
    let series: [ExponentialPolynomial]
    switch kind {
    case .stationary:
      series = try StationaryCounterTerms.exact(method: method, order: order + 1).map { ExponentialPolynomial($0) }
    case .perIteration: series = try ClosedFormCounterTerms.coefficients(method: method, order: order + 1)
    }
    var coefficients: [RootedTree: ExponentialPolynomial] = [:]
    for (index, tree) in table.trees.enumerated() {
      let sign: Int128 = tree.order.isMultiple(of: 2) ? 1 : -1
      let factor = try ExponentialPolynomial(Rational(sign, Int128(table.symmetry[index])))
      coefficients[tree] = try factor * series[index]
    }
    return Derivation(method: method, kind: kind, order: order, coefficients: coefficients)
  }
}
