import HBModel

/// The classic slips of a derivation by hand: what a wrong coefficient looks like.
enum Slip {
  /// What probably went wrong in a term, in words; nil where nothing is recognized.
  ///
  /// - Parameters:
  ///   - term: a term that is not right.
  ///   - right: the exact derivation.
  ///   - stationary: the exact stationary derivation, where the file is about a per-iteration model.
  static func guess(_ term: TermJudgement, right: Derivation, stationary: Derivation?) -> String? {
    guard term.verdict == .wrong else { return nil }
    if let stationary, term.given == stationary.coefficient(of: term.tree) {
      return "this is the stationary coefficient: the warm-up from rest is forgotten"
    }
    let symmetry = Int128(term.tree.symmetry)
    let factors: [(Int128, Int128, String)] = [
      (-1, 1, "the sign is wrong: D(t) = (-1)^|t| F(t)"),
      (symmetry, 1, "it is \(symmetry) times too large: sigma = \(symmetry) of the tree is not divided out"),
      (1, symmetry, "it is \(symmetry) times too small: divided twice by sigma = \(symmetry) of the tree"),
      (-symmetry, 1, "the sign is wrong, and sigma = \(symmetry) is not divided out"),
      (2, 1, "it is 2 times too large"), (1, 2, "it is 2 times too small"),
    ]
    for (numerator, denominator, text) in factors {
      guard let ratio = try? Rational(numerator, denominator),
        let scaled = try? ExponentialPolynomial(ratio) * term.expected
      else { continue }
      if scaled == term.given { return text }
    }
    let others = right.trees(ofField: term.field).filter { $0 != term.tree }
    if let other = others.first(where: { right.coefficient(of: $0) == term.given }) {
      return "this is the coefficient of \(DerivationNotation.text(of: other))"
    }
    return nil
  }
}
