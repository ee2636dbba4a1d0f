extension ModifiedLoss {
  /// `h |grad V|^2` as a modified loss of the same order.
  ///
  /// The scalar product of `D(s)` and `D(u)` is `H` of the tree that an edge between the roots makes of both, so that the
  /// coefficient of t is `2 / |Aut t|` times the sum over its edges of the products of the descent's coefficients of the
  /// two parts, up to the sign `(-1)^|t|`.
  ///
  /// - Throws: the failure of the ring.
  /// - Complexity: one product for each edge splitting of each free tree.
  public func squaredGradient() throws(Coefficient.Failure) -> ModifiedLoss {
    let descent = try descent().coefficients
    let table = trees.table
    var result = self
    for (number, tree) in trees.trees.enumerated() {
      let rooted = trees.rootings[number][0]
      var sum = Coefficient.zero
      for splitting in table.splittings[table.splittingStart[rooted]..<table.splittingStart[rooted + 1]] {
        // The part with the root hangs at its own end of the edge, which a descent does not see.
        let product = try descent[Int(splitting.trunk)] * descent[Int(splitting.branch)]
        sum = try sum + Coefficient(Rational(Int(splitting.count))) * product
      }
      let sign: Rational = tree.order.isMultiple(of: 2) ? .one : Rational(-1)
      let factor = try Coefficient(sign) * Coefficient(Rational(2))
      let inverse = try Coefficient(Rational(reducedNumerator: 1, denominator: Int128(tree.automorphisms)))
      result.coefficients[number] = try factor * inverse * sum
    }
    return result
  }

  /// The solution of `W = L + factor h |grad W|^2` up to `order` nodes.
  ///
  /// With the factor 1/2 and h replaced by `eps = h / (1 - mu)^2` it is the loss that heavy ball descends in the limit
  /// mu -> 1 with eps fixed: there the stationary field tends to `-grad W / (1 - mu)`.
  ///
  /// - Throws: the failure of the ring.
  /// - Complexity: `order` times that of `squaredGradient()`.
  public static func eikonal(factor: Coefficient, order: Int) throws(Coefficient.Failure) -> ModifiedLoss {
    let trees = FreeTreeTable.upTo(order)
    var coefficients = Array(repeating: Coefficient.zero, count: trees.count)
    coefficients[0] = .one
    let plain = ModifiedLoss(trees: trees, coefficients: coefficients)
    var result = plain
    // Each round makes the trees with one node more right: their edges cut them into smaller ones.
    for _ in 1..<max(order, 2) {
      let square = try result.squaredGradient()
      for number in result.coefficients.indices {
        result.coefficients[number] = try plain.coefficients[number] + factor * square.coefficients[number]
      }
    }
    return result
  }
}

extension StationaryCounterTerms {
  /// The limits of `(1 - mu)^(2|t|-1) b(t)` at mu = 1, exact.
  ///
  /// - Returns: one rational number for each tree, in the order of `TreeTable.upTo(order)`.
  /// - Throws: `ExactOverflow`.
  /// - Complexity: that of `exact(method:order:)`.
  public static func leadingNumerators(method: MomentumMethod, order: Int) throws(ExactOverflow) -> [Rational] {
    let table = TreeTable.upTo(order)
    var result: [Rational] = []
    for (tree, function) in try exact(method: method, order: order).enumerated() {
      let missing = 2 * table.order[tree] - 1 - function.power
      // A smaller power of 1 - mu below leaves a zero at mu = 1.
      guard missing == 0 else {
        result.append(.zero)
        continue
      }
      var sum = Rational.zero
      for coefficient in function.numeratorCoefficients { sum = try sum + Rational(coefficient, 1) }
      result.append(try sum / Rational(function.denominatorInteger, 1))
    }
    return result
  }
}
