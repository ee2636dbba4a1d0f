/// The coefficients of the stationary model: the limit of many iterations, or the model on the slow manifold.
///
/// The model's field is `sum over t of h^(|t|-1) b(t) / sigma(t) F(t)` with `g = -grad L` in the elementary
/// differentials `F(t)`. From `phi = y + h g o z` (see `MomentumMethod`), `phi = exp(b)` and `phi^{-1} = exp(-b)`,
///
///     (1 - beta) b(t) = z(t) - sum_{m = 2}^{|t|} (1 + (-1)^m beta) / m! (D_b^{m-1} b)(t),
///
/// where z(t), the coefficient of `h g o z`, is the product of `-gamma exp(-b)(child)` over the children of t. Only edge
/// splittings are needed, no inverse in the Butcher group.
public enum StationaryCounterTerms {
  /// The coefficients at a momentum of any field: a number, or the variable of rational functions.
  ///
  /// For the exact coefficients as functions of mu use `exact(method:order:)`, which is faster by far.
  ///
  /// - Parameters:
  ///   - method: the method that is modelled.
  ///   - order: the largest tree order, in `1...TreeTable.largestOrder`; a model of order k needs k + 1.
  ///   - momentum: mu, dimensionless, not 1.
  /// - Returns: b(t), dimensionless, in the order of `TreeTable.upTo(order)`.
  /// - Throws: the failure of the field, naming the tree where it is an `ExactOverflow`.
  /// - Complexity: O(order) products for each splitting.
  @inlinable public static func coefficients<F: Field>(
    method: MomentumMethod, order: Int, momentum: F
  ) throws(F.Failure) -> [F] {
    let table = TreeTable.upTo(order)
    var derivatives = try IteratedDerivatives<F>(table: table)
    let inertia = method.inertia(momentum: momentum)
    let evenWeight = try F.one + inertia
    let oddWeight = try F.one - inertia
    let lookahead = method.lookahead(momentum: momentum)
    var inverse: [F] = []
    var result: [F] = []
    for tree in 0..<table.count {
      do throws(F.Failure) {
        try derivatives.accumulate(tree)
        let (even, odd) = try derivatives.higherTerms(tree)
        var forcing: F = method.looksAhead || tree == 0 ? .one : .zero
        if method.looksAhead {
          for child in table.storage.children[tree] { forcing = try forcing * (-(lookahead * inverse[child])) }
        }
        let coefficient = try (forcing - evenWeight * even - oddWeight * odd) / oddWeight
        derivatives.set(tree, to: coefficient)
        result.append(coefficient)
        if method.looksAhead { inverse.append(try even - odd - coefficient) }
      } catch {
        throw table.naming(tree, in: error)
      }
    }
    return result
  }
}
