extension MomentumMethod {
  /// The map of a step, from the map of the step before: `phi_n = y + h g o z` on trees.
  ///
  /// This is the method itself, written in the Butcher group with the inverse by admissible cuts. It knows nothing of
  /// counter terms: the stationary map is its fixed point, and from rest it starts at the identity. What
  /// `CounterTermRecursion` and `StationaryCounterTerms` find by edge splittings is checked against it.
  ///
  /// - Parameters:
  ///   - previous: the map `phi_{n-1}`; before the first step the identity, or what leads to a start with momentum.
  ///   - momentum: mu, dimensionless.
  ///   - stepFactor: rho = `h_n / h`, dimensionless, where the series are in powers of a base step size h.
  /// - Returns: `a_n(t) = -beta a_{n-1}^{-1}(t)` + rho times the product of `-gamma a_{n-1}^{-1}` over the children of t.
  /// - Precondition: the constant term of `previous` is 1.
  /// - Throws: the failure of the ring.
  /// - Complexity: one product for each admissible cut.
  public func map<F: Ring>(
    after previous: BSeries<F>, momentum: F, stepFactor: F = .one
  ) throws(F.Failure) -> BSeries<F> {
    let inverse = try previous.inverse()
    let negatedInertia: F = try -inertia(momentum: momentum)
    let negatedLookahead: F = try -lookahead(momentum: momentum)
    var result = previous
    for tree in 0..<previous.table.count {
      // A velocity is no value of g.
      var value = tree == previous.table.velocity ? .zero : stepFactor
      for child in previous.table.children[tree] {
        value = try value * (negatedLookahead * inverse.coefficients[child])
      }
      result.coefficients[tree] = try value + negatedInertia * inverse.coefficients[tree]
    }
    return result
  }
}
