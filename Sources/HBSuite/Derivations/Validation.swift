import HBModel

/// A derivation judged twice, by two independent ways that must agree.
///
/// ```swift
/// let file = try Derivation(parsing: "method heavy-ball\nmodel stationary\nF0 = -2/(1-mu) * g\n")
/// print(try Validation(file).judgement.verdict)  // falsified
/// ```
public struct Validation: Sendable {
  /// The derivation.
  public let derivation: Derivation
  /// The right derivation of the same model.
  public let right: Derivation
  /// Term by term.
  public let exact: ExactJudgement
  /// On random problems.
  public let numerical: NumericalJudgement
  /// Whether both judgements say the same; nil where the numerical one cannot tell.
  public let agree: Bool?

  /// The smallest relative change of one coefficient that the numerical judgement must see.
  public static let resolution = 1e-3

  /// Judges a derivation.
  ///
  /// - Parameters:
  ///   - derivation: what is judged.
  ///   - right: the exact derivation of the same method and kind, where it is at hand; derived where nil.
  ///   - settings: the random problems of the numerical judgement.
  /// - Throws: `ExactOverflow`, naming the tree; not within the orders that a file may have.
  /// - Complexity: that of `Derivation.exact` and of `NumericalJudgement`.
  public init(
    _ derivation: Derivation, right: Derivation? = nil, settings: ValidationSettings = ValidationSettings()
  ) throws(ExactOverflow) {
    let right =
      if let right { right } else {
        try Derivation.exact(method: derivation.method, kind: derivation.kind, order: derivation.order)
      }
    self.derivation = derivation
    self.right = right
    exact = ExactJudgement(derivation, right: right)
    numerical = NumericalJudgement(derivation, settings: settings)
    switch numerical.judgement.verdict {
    case .inconclusive: agree = nil
    case .falsified: agree = !exact.holds
    case .holds:
      let isVisible = exact.faults.contains { $0.relativeSize(right) >= Self.resolution }
      agree = exact.holds ? true : isVisible ? false : nil
    }
  }

  /// What probably went wrong in a term; nil where nothing is recognized.
  public func slip(in term: TermJudgement) -> String? {
    var stationary: Derivation?
    if derivation.kind == .perIteration {
      stationary = try? .exact(method: derivation.method, kind: .stationary, order: derivation.order)
    }
    return Slip.guess(term, right: right, stationary: stationary)
  }

  /// Holds where both judgements do, falsified where the exact one is and the other does not contradict it.
  public var judgement: Judgement {
    let (exactly, numerically) = (exact.judgement, numerical.judgement)
    if agree == false {
      return Judgement(
        .inconclusive,
        "the two judgements disagree, which is a fault of the suite: exactly \(exactly.verdict.rawValue)"
          + " (\(exactly.reason)), numerically \(numerically.verdict.rawValue) (\(numerically.reason))")
    }
    guard exactly.verdict == .holds else { return exactly }
    return numerically.verdict == .holds
      ? Judgement(.holds, exactly.reason + "; " + numerically.reason)
      : Judgement(.inconclusive, exactly.reason + ", but the numbers do not tell: " + numerically.reason)
  }
}

extension TermJudgement {
  /// The largest difference found, relative to the right coefficient, or to the largest of the field where that is zero.
  func relativeSize(_ right: Derivation) -> Double {
    guard let difference else { return .infinity }
    var largest = 0.0
    for numerator in 1...3 as ClosedRange<Int128> {
      guard let momentum = try? Rational(numerator, 4) else { continue }
      let iterations = right.kind == .stationary ? 0...0 : 0...8
      for iteration in iterations {
        func size(_ value: ExponentialPolynomial) -> Double {
          abs(value.estimate(iteration: iteration, momentum: DoubleDouble(momentum)))
        }
        let own = size(expected)
        let scale = own > 0 ? own : right.trees(ofField: field).map { size(right.coefficient(of: $0)) }.max() ?? 0
        if scale > 0 { largest = max(largest, size(difference) / scale) }
      }
    }
    return largest
  }
}

extension ExponentialPolynomial {
  /// The value at an iteration and a momentum, rounded.
  fileprivate func estimate(iteration: Int, momentum: DoubleDouble) -> Double {
    sortedTerms.reduce(DoubleDouble.zero) { sum, term in
      var product = term.coefficient.evaluate(at: momentum)
      for _ in 0..<term.exponents.n { product *= DoubleDouble(Double(iteration)) }
      for _ in 0..<term.exponents.q * iteration { product *= momentum }
      return sum + product
    }.doubleValue
  }
}
