import HBModel

/// One term of a field given as code beside the exact one.
public struct TermDiagnosis: Equatable, Sendable {
  /// What is to be said of a term.
  public enum Verdict: String, CaseIterable, Sendable {
    /// The coefficient is the right one to the precision of the arithmetic.
    case right
    /// It is the right one to the precision of `Double`, which its constants seem to have.
    case rounded
    /// Both are there and differ.
    case wrong
    /// The tree does not occur and must.
    case missing
    /// The tree occurs and must not.
    case superfluous
  }

  /// A coefficient at one momentum.
  public struct Value: Equatable, Sendable {
    /// The momentum.
    public let momentum: Rational
    /// The coefficient that the field has.
    public let given: DoubleDouble
    /// The coefficient that it must have.
    public let expected: DoubleDouble
  }

  /// The tree; it belongs to `F_j` with j one less than its order.
  public let tree: RootedTree
  /// What is to be said.
  public let verdict: Verdict
  /// The iteration that is shown: the first at which the term is not right.
  public let iteration: Int
  /// All iterations looked at, at which the term is not right.
  public let wrongIterations: [Int]
  /// The coefficients before `D(tree)` at the iteration shown, at the momenta where all terms are compared.
  public let values: [Value]
  /// The exact comparison at the iteration shown, where the coefficient is recognized as a function of mu.
  public let exact: TermJudgement?
  /// How the coefficient was recognized.
  public let recognition: CoefficientRecognition?
  /// What probably went wrong, in words.
  public let slip: String?

  /// The tree in the notation of derivation files.
  public var term: String { DerivationNotation.text(of: tree) }
  /// The index j of the field `F_j` that the tree belongs to.
  public var field: Int { tree.order - 1 }
  /// Whether nothing is to be complained of.
  public var isRight: Bool { verdict == .right || verdict == .rounded }

  /// How far the term is off, relative to the right coefficient, at the momentum where that is most.
  var relativeSize: Double {
    values.reduce(0) { largest, value in
      let scale = abs(value.expected.doubleValue)
      let difference = abs((value.given - value.expected).doubleValue)
      return max(largest, scale > 0 ? difference / scale : .infinity)
    }
  }

  /// What is said of the term, without the field and the iteration; nil for a right one.
  public var complaint: String? {
    guard !isRight else { return nil }
    if let exact {
      let (given, right) = (DerivationNotation.text(of: exact.given), DerivationNotation.text(of: exact.expected))
      switch verdict {
      case .missing: return "the term \(term) is missing, its coefficient must be \(right)"
      case .superfluous: return "the term \(term) has the coefficient \(given), it must not occur"
      default: return "the coefficient of \(term) is \(given), it must be \(right)"
      }
    }
    let shown = values.first.map { value in
      "is \(value.given.formatted(digits: 20)) at mu = \(value.momentum), it must be"
        + " \(value.expected.formatted(digits: 20))"
    }
    return "the coefficient of \(term) " + (shown ?? "is unknown")
  }
}
