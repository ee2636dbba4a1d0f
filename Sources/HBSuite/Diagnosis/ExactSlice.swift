import HBModel

/// The right coefficients before `D(t)` at one iteration, as functions of mu.
struct ExactSlice {
  /// The coefficients, those that are zero included.
  let coefficients: [RootedTree: RationalFunction]
  let method: MomentumMethod
  let order: Int

  /// The latest iteration whose coefficients are short enough to be of use as polynomials in mu.
  static var latest: Int { 9 }

  /// The stationary coefficients for the slow manifold, those of an iteration from rest; nil beyond `latest`.
  init?(method: MomentumMethod, start: ModelStart, order: Int, iteration: Int) {
    let series: [RationalFunction]?
    switch start {
    case .slowManifold: series = try? StationaryCounterTerms.exact(method: method, order: order + 1)
    case .rest: series = Self.series(method: method, order: order, iteration: iteration)
    }
    guard let series else { return nil }
    let table = TreeTable.upTo(order + 1)
    var coefficients: [RootedTree: RationalFunction] = [:]
    for (index, tree) in table.trees.enumerated() {
      let sign: Int128 = tree.order.isMultiple(of: 2) ? 1 : -1
      guard let factor = try? Rational(sign, Int128(table.symmetry[index])),
        let value = try? RationalFunction(factor) * series[index]
      else { return nil }
      coefficients[tree] = value
    }
    self.coefficients = coefficients
    self.method = method
    self.order = order
  }

  private static func series(method: MomentumMethod, order: Int, iteration: Int) -> [RationalFunction]? {
    guard (0...latest).contains(iteration),
      var recursion = try? CounterTermRecursion<Polynomial>(method: method, order: order + 1, momentum: .mu),
      var series = try? recursion.next()
    else { return nil }
    for _ in 0..<iteration {
      guard let next = try? recursion.next() else { return nil }
      series = next
    }
    return try? series.map { try RationalFunction($0) }
  }

  /// The slice as a derivation, for what compares derivations.
  var derivation: Derivation {
    Derivation(
      method: method, kind: .stationary, order: order,
      coefficients: coefficients.mapValues { ExponentialPolynomial($0) })
  }

  /// The coefficient of a tree.
  func coefficient(of tree: RootedTree) -> RationalFunction { coefficients[tree] ?? .zero }
}
