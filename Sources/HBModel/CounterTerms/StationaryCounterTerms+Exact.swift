extension StationaryCounterTerms {
  /// The exact coefficients as rational functions of the momentum mu.
  ///
  /// Solves the equation of `coefficients(method:order:momentum:)` in integers. Two facts make that possible. With
  /// `u = 1 - mu`, `(D_b^{j-1} b)(t)` is a polynomial over `u^(2|t|-j)`, so `b(t)` is one over `u^(2|t|-1)`. And with
  /// `H_n`, the product over primes p of `p^floor((n-1)/(p-1))`, the polynomial becomes integral when multiplied by
  /// `H_{|t|-j+1}`: `H_a H_b` divides `H_{a+b-1}`, and `m!` divides `H_m` (Legendre).
  ///
  /// - Parameters:
  ///   - method: the method that is modelled.
  ///   - order: the largest tree order, in `1...TreeTable.largestOrder`; a model of order k needs k + 1.
  /// - Returns: b(t), dimensionless, the coefficient of `h^(|t|-1) F(t) / symmetry(t)`, in the order of
  ///   `TreeTable.upTo(order)`.
  /// - Throws: `ExactOverflow`, naming the tree whose coefficient leaves 128 bits; none does up to order 12.
  /// - Complexity: O(order) products of polynomials of degree below 2 order for each splitting.
  public static func exact(method: MomentumMethod, order: Int) throws(ExactOverflow) -> [RationalFunction] {
    var elimination = IntegerElimination(method: method, table: TreeTable.upTo(order))
    var result: [RationalFunction] = []
    result.reserveCapacity(elimination.table.count)
    for tree in 0..<elimination.table.count {
      do {
        result.append(try elimination.solve(tree))
      } catch {
        throw ExactOverflow(subject: "the coefficient of \(elimination.table.trees[tree])")
      }
    }
    return result
  }
}
