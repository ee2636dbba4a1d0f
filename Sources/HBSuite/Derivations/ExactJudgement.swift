import HBModel

/// One term of a derivation beside the exact one.
public struct TermJudgement: Equatable, Sendable {
  /// What is to be said of a term.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The coefficient is the exact one; also for a tree that is absent and must be.
    case right
    /// Both are there and differ.
    case wrong
    /// The tree does not occur and must.
    case missing
    /// The tree occurs and must not.
    case superfluous
  }

  /// The tree; it belongs to `F_j` with j one less than its order.
  public let tree: RootedTree
  /// The coefficient before `D(tree)` in the file.
  public let given: ExponentialPolynomial
  /// The coefficient that the derivation has.
  public let expected: ExponentialPolynomial
  /// Given minus expected; nil where it leaves 128 bits.
  public let difference: ExponentialPolynomial?

  /// Compares two coefficients of a tree.
  public init(tree: RootedTree, given: ExponentialPolynomial, expected: ExponentialPolynomial) {
    self.tree = tree
    self.given = given
    self.expected = expected
    difference = given == expected ? .zero : try? given - expected
  }

  /// What is to be said.
  public var verdict: Verdict {
    if given == expected { return .right }
    if given == .zero { return .missing }
    return expected == .zero ? .superfluous : .wrong
  }

  /// The tree in the notation of derivation files.
  public var term: String { DerivationNotation.text(of: tree) }

  /// The index j of the field `F_j` that the tree belongs to.
  public var field: Int { tree.order - 1 }

  /// What is said of the term in one line; nil for a right one.
  public var complaint: String? {
    let (given, expected) = (DerivationNotation.text(of: given), DerivationNotation.text(of: expected))
    switch verdict {
    case .right: return nil
    case .wrong: return "F\(field): the coefficient of \(term) is \(given), it must be \(expected)"
    case .missing: return "F\(field): the term \(term) is missing, its coefficient must be \(expected)"
    case .superfluous: return "F\(field): the term \(term) has the coefficient \(given), it must not occur"
    }
  }
}

/// A derivation judged exactly, tree by tree, against the derivation of the suite.
public struct ExactJudgement: Equatable, Sendable {
  /// Every tree of order up to k+1, in ascending order.
  public let terms: [TermJudgement]

  /// Judges `derivation` against the right one.
  ///
  /// - Parameters:
  ///   - derivation: what is judged.
  ///   - right: the exact derivation of the same method and kind, of the same order or a higher one.
  /// - Precondition: it is.
  public init(_ derivation: Derivation, right: Derivation) {
    precondition(right.order >= derivation.order, "the right derivation must reach as far")
    terms = TreeTable.upTo(derivation.order + 1).trees.map { tree in
      TermJudgement(
        tree: tree, given: derivation.coefficient(of: tree), expected: right.coefficient(of: tree))
    }
  }

  /// The terms that are not right.
  public var faults: [TermJudgement] { terms.filter { $0.verdict != .right } }

  /// Whether every term is right.
  public var holds: Bool { terms.allSatisfy { $0.verdict == .right } }

  /// The conclusion, with the first fault.
  public var judgement: Judgement {
    let (count, faults) = (terms.count, faults)
    guard let first = faults.first, let complaint = first.complaint else {
      return Judgement(.holds, count == 1 ? "the one term is right" : "\(count) of \(count) terms are right")
    }
    return Judgement(.falsified, "\(faults.count) of \(count) terms are not right; " + complaint)
  }
}
