import HBModel

/// The fields `F0`, `F1`, ...: what a combination of trees must be to be one of them.
extension DerivationParser {
  /// The sum after `Fj =`, whose terms must be trees of order j+1 with coefficients that have no pole in [0, 1).
  mutating func parseField(_ index: Int) throws(DerivationError) -> DerivationArithmetic.Combination {
    var field: DerivationArithmetic.Combination = [:]
    var places: [RootedTree: Int] = [:]
    var sign: Character = "+"
    repeat {
      scanner.skipBlanks()
      let start = scanner.position
      let value = try parseTerm()
      let term = try combination(value, at: start, index: index)
      for tree in term.keys.sorted() {
        guard tree.order == index + 1 else {
          throw scanner.fault(
            at: start, found: "\(DerivationNotation.text(of: tree)), a tree of order \(tree.order), in F\(index)",
            expected: "trees of order \(index + 1): terms of order h^\(index), each D[...] or g counted once")
        }
        if places[tree] == nil { places[tree] = start }
      }
      field = try located(at: start) { (arithmetic) throws(ArithmeticFault) in
        let signed = sign == "-" ? try arithmetic.product(ExponentialPolynomial(Rational(-1)), term) : term
        return try arithmetic.sum(field, signed)
      }
      guard let next = scanner.take(anyOf: "+-") else { break }
      sign = next
    } while true
    for tree in field.keys.sorted() {
      guard field[tree]?.degree ?? 0 <= DerivationArithmetic.maximumFieldDegree else {
        throw scanner.fault(
          at: places[tree], found: "a coefficient of degree above \(DerivationArithmetic.maximumFieldDegree) in mu",
          expected: "degrees up to \(DerivationArithmetic.maximumFieldDegree), numerator and denominator together")
      }
      try checkPoles(of: field[tree] ?? .zero, before: tree, at: places[tree] ?? scanner.position)
    }
    return field
  }

  private mutating func combination(
    _ value: Value, at start: Int, index: Int
  ) throws(DerivationError) -> DerivationArithmetic.Combination {
    switch value {
    case .field(let field): return field
    case .scalar(.zero): return [:]
    case .scalar:
      // `2g` is no scalar too many but a `*` too few.
      scanner.skipBlanks()
      guard scanner.isAtLineEnd || scanner.peek == "+" || scanner.peek == "-" else {
        throw scanner.fault(expected: "an operator or the end of the line")
      }
      throw scanner.fault(
        at: start, found: "a scalar in F\(index)", expected: "a combination of fields such as g, D[g], D[g,g]")
    }
  }

  private func checkPoles(
    of coefficient: ExponentialPolynomial, before tree: RootedTree, at place: Int
  ) throws(DerivationError) {
    for (_, function) in coefficient.sortedTerms {
      let pole: PoleSearch.Interval?
      do { pole = try PoleSearch.pole(of: function) } catch {
        throw scanner.fault(
          at: place, found: "a denominator too large to look for poles before \(DerivationNotation.text(of: tree))",
          expected: "simpler denominators")
      }
      guard let pole else { continue }
      throw scanner.fault(
        at: place, found: "a pole at \(pole) in the coefficient of \(DerivationNotation.text(of: tree))",
        expected: "coefficients that are finite for every mu in [0, 1)")
    }
  }

  /// The result of an operation; its fault as an error at `place`.
  mutating func located<Result>(
    at place: Int, _ operation: (inout DerivationArithmetic) throws(ArithmeticFault) -> Result
  ) throws(DerivationError) -> Result {
    do { return try operation(&arithmetic) } catch {
      throw scanner.fault(at: place, found: error.found, expected: error.expected)
    }
  }
}
