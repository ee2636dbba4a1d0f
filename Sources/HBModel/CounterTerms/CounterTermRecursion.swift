/// The coefficients of the piece-wise model, iteration by iteration, from a start at rest or with momentum.
///
/// With `phi_n = exp(b_n)` and `phi_n^{-1} = exp(-b_n)`, the map of step n (see `MomentumMethod`) has the coefficients
/// `a_n(t) = -beta exp(-b_{n-1})(t) + product over children of (-gamma exp(-b_{n-1})(child))`, and `b_n = log a_n`. The
/// inverse before the first step is the identity, which is what a start at rest means; after a start with
/// `x_{-1} = x_0 - C h g(x_0) - h v` it is `id - C h g - h v`, on trees whose leaves may stand for v.
///
/// Parameters may change from iteration to iteration. All series are in powers of one base step size h: with
/// `h_n = rho_n h` the map is `phi_n = y + rho_n h g o z`, and no ratio of step sizes enters elsewhere. On iteration n the
/// field times h, `B(b_n)`, is `h_n F_n`.
///
/// ```swift
/// var recursion = try CounterTermRecursion(method: .heavyBall, order: 2, momentum: Polynomial.mu)
/// print(try recursion.next(), try recursion.next())  // [1, -1/2] [1+mu, -(1+4*mu+mu^2)/2]
/// ```
///
/// Works over polynomials in mu, over rationals and over any `Real`; in floating-point arithmetic the recursion is
/// stable, since an error in a coefficient is multiplied by mu from step to step.
@frozen public struct CounterTermRecursion<F: Ring>: Sendable {
  /// The trees.
  public let table: TreeTable
  /// The number of iterations done: the index of what `next()` returns.
  public var iteration: Int = 0
  @usableFromInline let method: MomentumMethod
  /// `-beta`
  @usableFromInline var negatedInertia: F
  /// `-gamma`
  @usableFromInline var negatedLookahead: F
  /// `h_n / h`
  @usableFromInline var stepFactor: F = .one
  @usableFromInline var derivatives: IteratedDerivatives<F>
  /// The coefficients of the inverse of the last map.
  @usableFromInline var inverse: [F]
  @usableFromInline var nextInverse: [F]

  /// The recursion before its first iteration.
  ///
  /// - Parameters:
  ///   - method: the method that is modelled.
  ///   - order: the largest tree order, that of a tree table, with a velocity in
  ///     `1...TreeTable.largestOrderWithVelocity`; a model of order k needs k + 1.
  ///   - momentum: mu, dimensionless.
  ///   - initialMomentum: C in `x_{-1} = x_0 + C h grad L(x_0) - h v`, dimensionless.
  ///   - hasVelocity: whether there is a velocity v; the table then has trees with velocity leaves.
  /// - Throws: the failure of the ring.
  @inlinable public init(
    method: MomentumMethod, order: Int, momentum: F, initialMomentum: F = .zero, hasVelocity: Bool = false
  ) throws(F.Failure) {
    table = TreeTable.upTo(order, hasVelocity: hasVelocity)
    self.method = method
    negatedInertia = try -method.inertia(momentum: momentum)
    negatedLookahead = try -method.lookahead(momentum: momentum)
    derivatives = try IteratedDerivatives(table: table)
    inverse = Array(repeating: .zero, count: table.count)
    nextInverse = inverse
    inverse[0] = try -initialMomentum
    if let velocity = table.velocity { inverse[velocity] = try -F.one }
  }

  /// The coefficients of the next iteration, with parameters of its own; later iterations keep them.
  ///
  /// - Parameters:
  ///   - stepFactor: `h_n / h`, dimensionless.
  ///   - momentum: mu_n, dimensionless.
  /// - Returns: `b_n(t)` in powers of the base step size h.
  /// - Throws: the failure of the ring.
  /// - Complexity: O(order) products for each splitting.
  @inlinable public mutating func next(stepFactor: F, momentum: F) throws(F.Failure) -> [F] {
    self.stepFactor = stepFactor
    negatedInertia = try -method.inertia(momentum: momentum)
    negatedLookahead = try -method.lookahead(momentum: momentum)
    return try next()
  }

  /// The coefficients `b_n(t)` of the next iteration n = 0, 1, ..., in the order of the table.
  ///
  /// - Throws: the failure of the ring, naming the tree where it is an `ExactOverflow`; then the recursion is at an end.
  /// - Complexity: O(order) products for each splitting.
  @inlinable public mutating func next() throws(F.Failure) -> [F] {
    var result: [F] = []
    result.reserveCapacity(table.count)
    for tree in 0..<table.count {
      do throws(F.Failure) {
        result.append(try advance(tree))
      } catch {
        throw table.naming(tree, in: error)
      }
    }
    swap(&inverse, &nextInverse)
    iteration += 1
    return result
  }

  /// Finds the coefficient of one tree from those of smaller trees.
  @inlinable mutating func advance(_ tree: Int) throws(F.Failure) -> F {
    try derivatives.accumulate(tree)
    let (even, odd) = try derivatives.higherTerms(tree)
    var map: F = tree == 0 ? stepFactor : .zero
    if method.looksAhead, tree != table.velocity {
      map = stepFactor
      for child in table.storage.children[tree] { map = try map * (negatedLookahead * inverse[child]) }
    }
    map = try map + negatedInertia * inverse[tree]
    let coefficient = try map - even - odd
    derivatives.set(tree, to: coefficient)
    nextInverse[tree] = try even - odd - coefficient
    return coefficient
  }
}
