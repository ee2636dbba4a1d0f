extension ScheduleFormula {
  /// Reads a formula: the name of `NamedSchedule.catalogue`, or `EXPRESSION if s<END; ...; EXPRESSION`.
  ///
  /// Expressions are those of objectives, in n, s and pi. Ends are rational, between 0 and 1, and increase.
  ///
  /// - Parameter subject: what the text was to be, for errors.
  /// - Throws: `ExpressionError` with the column of the fault.
  /// - Complexity: O(length).
  public init(parsing text: String, subject: String = "schedule") throws(ExpressionError) {
    if let named = NamedSchedule.named(text) {
      self = named.formula
      return
    }
    var parser = ExpressionParser(text: text, dimension: nil, names: Self.variables, subject: subject)
    self = try parser.parseSchedule()
  }
}

extension ExpressionParser {
  mutating func parseSchedule() throws(ExpressionError) -> ScheduleFormula {
    try checkLength()
    var pieces: [ScheduleFormula.Piece] = []
    while true {
      let expression = try parseSum()
      guard take(word: "if") else {
        skipSpaces()
        guard isAtEnd else { throw fault(expected: "an operator, 'if s<END;' or the end") }
        return ScheduleFormula(pieces: pieces + [ScheduleFormula.Piece(expression)])
      }
      guard take(word: "s"), take(anyOf: "<") != nil else { throw fault(expected: "'s<END' after 'if'") }
      let end = try parseEnd(after: pieces.last?.end ?? .zero)
      pieces.append(ScheduleFormula.Piece(expression, end: end))
      guard take(anyOf: ";") != nil else { throw fault(expected: "';' and what holds from s=\(end) on") }
    }
  }

  private mutating func parseEnd(after last: Rational) throws(ExpressionError) -> Rational {
    skipSpaces()
    let start = position
    let value = try parseSum().exactConstant
    let bound = ScheduleFormula.largestDenominator
    guard let value, value.denominator <= bound, value.numerator < value.denominator, value.numerator > 0,
      ScheduleFormula.isAscending(last, value)
    else {
      throw fault(
        at: start, found: value.map { "the end \($0)" } ?? "an end that is no constant",
        expected: "a fraction between \(last) and 1 with a denominator up to \(bound)")
    }
    return value
  }
}
