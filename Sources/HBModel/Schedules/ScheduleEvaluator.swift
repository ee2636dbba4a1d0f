/// The values of a formula in floating-point arithmetic.
struct ScheduleEvaluator<T: Real> {
  private let formula: ScheduleFormula
  private var pieces: [JetEvaluator<T>]

  init(_ formula: ScheduleFormula) {
    self.formula = formula
    pieces = formula.pieces.map { piece in
      let program = StraightLineProgram.value(of: piece.expression, dimension: ScheduleFormula.variables.count)
      var evaluator = JetEvaluator<T>(program: program, algebra: .taylor(degree: 0))
      evaluator.setInput(2, at: 0, to: T(4.0) * T.atan(.one))
      return evaluator
    }
  }

  /// The value at iteration `n` of `iterations`.
  mutating func value(iteration n: Int, of iterations: Int) -> T {
    let count = T(Double(n))
    return value(
      piece: formula.piece(iteration: n, of: iterations), iteration: count, part: count / T(Double(iterations)))
  }

  /// The value of the piece that holds before `end`, at the part s of the run.
  ///
  /// - Precondition: the formula does not depend on the iteration.
  mutating func value(before end: Rational, part: T) -> T {
    let piece = formula.pieces.firstIndex { !ScheduleFormula.isAscending($0.end, end) } ?? pieces.count - 1
    return value(piece: piece, iteration: .zero, part: part)
  }

  private mutating func value(piece: Int, iteration: T, part: T) -> T {
    pieces[piece].setInput(0, at: 0, to: iteration)
    pieces[piece].setInput(1, at: 0, to: part)
    pieces[piece].advance(toWeight: 0)
    return pieces[piece].output(0, at: 0)
  }
}
