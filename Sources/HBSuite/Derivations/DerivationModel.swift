import HBModel

/// The model that a derivation writes down, as it stands: what the numerical judgement runs.
///
/// Coefficients are evaluated from the formulas of the file, `b(t) = (-1)^{|t|} symmetry(t)` times what stands before
/// `D(t)`; nothing of the suite's own derivation enters.
public struct DerivationModel: ContinuousModel {
  /// The derivation.
  public let derivation: Derivation

  /// The model of a derivation.
  public init(_ derivation: Derivation) { self.derivation = derivation }

  /// The model's name in reports.
  public var name: String { "the \(derivation.kind.rawValue) model of the file" }

  /// The coefficients of the file; the method is that of the file as well.
  ///
  /// - Complexity: O(terms) for each iteration; the lead-in of a per-iteration model is as long as asked for.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) -> CoefficientTable<T> {
    let table = TreeTable.upTo(order)
    let series = table.trees.enumerated().map { index, tree in
      let sign = tree.order.isMultiple(of: 2) ? 1 : -1
      return EvaluatedCoefficient<T>(
        derivation.coefficient(of: tree), at: momentum, scale: T(Rational(sign * table.symmetry[index])))
    }
    guard derivation.kind == .perIteration else {
      return CoefficientTable(
        order: order, momentum: momentum, leadIn: [], stationary: series.map { $0.value(iteration: 0, power: .one) })
    }
    var power = T.one
    var leadIn: [[T]] = []
    for iteration in 0..<iterations {
      leadIn.append(series.map { $0.value(iteration: iteration, power: power) })
      power *= momentum
    }
    return CoefficientTable(
      order: order, momentum: momentum, leadIn: leadIn, stationary: series.map { $0.value(iteration: 0, power: .zero) },
      iterations: iterations)
  }
}

/// One coefficient with its rational functions evaluated at a momentum.
private struct EvaluatedCoefficient<T: Real> {
  let terms: [(n: Int, q: Int, value: T)]

  init(_ coefficient: ExponentialPolynomial, at momentum: T, scale: T) {
    terms = coefficient.sortedTerms.map { exponents, function in
      (exponents.n, exponents.q, scale * function.evaluate(at: momentum))
    }
  }

  /// The value at iteration n, where `power` is `mu^n`.
  func value(iteration: Int, power: T) -> T {
    let n = T(Double(iteration))
    return terms.reduce(T.zero) { sum, term in
      var product = term.value
      for _ in 0..<term.n { product *= n }
      for _ in 0..<term.q { product *= power }
      return sum + product
    }
  }
}
