import HBModel

extension CoefficientFault {
  /// Why this fault changes nothing, computed from the exact coefficients of every method; nil where it does.
  ///
  /// - Complexity: the closed forms in n of the trees up to the largest one that is changed.
  func proofOfEquivalence() -> String? {
    guard let order = largestOrder else { return nil }
    for method in MomentumMethod.all {
      guard let forms = try? ClosedFormCounterTerms.coefficients(method: method, order: order) else { return nil }
      let mu = ExponentialPolynomial(RationalFunction.mu)
      let table = CoefficientTable(order: order, momentum: mu, leadIn: [], stationary: forms)
      guard let changed = try? applied(to: table), changed.stationary == forms else { return nil }
    }
    return "in closed form in n and mu, for every method, the changed coefficients equal the right ones"
  }

  /// The order of the trees whose coefficients are changed; nil where the fault is in n or in h.
  private var largestOrder: Int? {
    switch self {
    case .factor(let tree, _), .momentumFactor(let tree), .lostDenominator(let tree), .exchanged(_, let tree):
      tree.order
    default: nil
    }
  }
}

extension JetFault {
  /// Why this fault changes nothing: along a trajectory y(t) with y(0) = x for every h, no jet has a pure power of h.
  func proofOfEquivalence() -> String? {
    guard case .timeStepProduct(let element, let position) = self else { return nil }
    let split = GradedAlgebra.timeStep(degree: 2).splits(of: element)[position]
    // The elements t^0 h^j, j >= 1.
    let pure = (1...2).map { GradedAlgebra.timeStepIndex(time: 0, step: $0) }
    guard [Int(split.left), Int(split.right)].contains(where: pure.contains) else { return nil }
    return
      "y(0) = x for every h, so that jets along y have the coefficient 0 at powers of h alone, and with it the product"
  }
}
