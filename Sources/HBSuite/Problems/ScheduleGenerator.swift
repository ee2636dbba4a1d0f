import HBModel
import PropCheck

/// Random schedules whose momentum stays at or below a peak, with breaks at half of the run.
enum ScheduleGenerator {
  /// Schedules; simplest first.
  ///
  /// - Parameters:
  ///   - peak: the largest momentum, in [0, 1); three quarters of it where it changes and formulas depend on s alone.
  ///   - inPartAlone: whether formulas depend on s alone; otherwise also on n, and then the momentum may tend to 1.
  static func schedule(peak: Rational, inPartAlone: Bool) -> Generator<Schedule> {
    Generator { source in
      let factors = inPartAlone ? partFactors : partFactors + iterationFactors
      let momenta = inPartAlone ? partMomenta : partMomenta + iterationMomenta
      let factor = try source.draw(.element(of: factors))
      let momentum = try source.draw(.element(of: momenta))
      let keepsGradients = try source.draw(.weighted([(3, .constant(false)), (1, .constant(true))]))
      // A momentum that changes wants many more steps where it is near 1.
      let height = inPartAlone ? try Rational(3, 4) * peak : peak
      return Schedule(
        stepFactor: factor, momentum: momentum.map { $0.scaled(by: height) }, keepsGradients: keepsGradients)
    }
  }

  private static func formulas(_ texts: [String]) -> [ScheduleFormula?] {
    texts.map { try? ScheduleFormula(parsing: $0) }
  }

  /// Factors of the step size, at most 1; nil is a constant step size.
  private static let partFactors =
    [nil]
    + formulas([
      "1/2 if s<1/2; 1", "1 if s<1/2; 1/4", "1/2+s/2", "1/4+3/2*s if s<1/2; 1", "1/10+9/20*(1+cos(pi*s))", "exp(-2*s)",
    ])
  private static let iterationFactors = formulas(["(n+1)/(n+2)", "1/(n+1)", "1/sqrt(n+1)"])
  /// Formulas of the momentum over its peak; nil is a constant momentum.
  private static let partMomenta =
    [nil] + formulas(["1/2 if s<1/2; 1", "1 if s<1/2; 1/3", "s", "1-s/2", "(1+cos(pi*s))/2"])
  /// Momenta that are not scaled, for they keep below 1 at each n.
  private static let iterationMomenta = formulas(["(n-1)/(n+2)", "n/(n+3)", "1-1/(n+2)"])
}

extension ScheduleFormula {
  /// Each piece times a factor; formulas in n stay as they are.
  fileprivate func scaled(by factor: Rational) -> ScheduleFormula {
    guard !dependsOnIteration else { return self }
    return ScheduleFormula(
      pieces: pieces.map { piece in
        Piece(factor == .zero ? .constant(.zero) : piece.expression.scaled(by: factor), end: piece.end)
      })
  }
}
