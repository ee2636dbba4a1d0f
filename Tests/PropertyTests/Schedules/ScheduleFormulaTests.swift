import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@Suite(.propertyTesting) struct ScheduleFormulaTests {
  @Test(arguments: [
    ("1/10+18/5*s if s<1/4; 1", "1/10 + 18/5*s if s<1/4; 1"), ("(n-1)/(n+2)", "(n - 1)/(n + 2)"),
    ("(1+cos(pi*s))/2", "(1 + cos(pi*s))/2"), ("cosine", "(1 + cos(pi*s))/2"), (" 1 if s < 0.5 ;2 ", "1 if s<1/2; 2"),
    ("exp(-2*s)", "exp(-2*s)"),
  ])
  func aFormulaPrintsAsItIsRead(text: String, printed: String) throws {
    let formula = try ScheduleFormula(parsing: text)
    #expect(formula.description == printed)
    #expect(try ScheduleFormula(parsing: printed) == formula)
  }

  @Test(arguments: [
    ("", 1, "the end", "a number, a variable, a function or '('"), ("1+", 3, "the end", "a number"),
    ("x1", 1, "'x1'", "one of n, s, pi, or one of the functions exp log"),
    ("1 2", 3, "'2'", "an operator, 'if s<END;'"),
    ("1 if n<1/2; 2", 6, "'n'", "'s<END' after 'if'"), ("1 if s>1/2; 2", 7, "'>'", "'s<END' after 'if'"),
    ("1 if s<s; 2", 8, "an end that is no constant", "a fraction between 0 and 1"),
    ("1 if s<1/2", 11, "the end", "';' and what holds from s=1/2 on"), ("1 if s<1/2;", 12, "the end", "a number"),
    ("1 if s<1; 2", 8, "the end 1", "a fraction between 0 and 1"),
    ("1 if s<1/2; 2 if s<1/2; 3", 20, "the end 1/2", "a fraction between 1/2 and 1"),
    ("1 if s<1/1000001; 2", 8, "the end 1/1000001", "a denominator up to 1000000"),
    ("1 if s<1/(1-1); 2", 8, "an end that is no constant", "a fraction"), ("iff", 1, "'iff'", "one of n, s, pi"),
  ])
  func aFaultNamesItsColumn(text: String, column: Int, found: String, expected: String) throws {
    let error = try #require(throws: ExpressionError.self) { try ScheduleFormula(parsing: text, subject: "--momentum") }
    #expect(error.column == column, "\(error)")
    #expect(error.found == found, "\(error)")
    #expect(error.expected.contains(expected), "\(error)")
    #expect(error.description.hasPrefix("--momentum, column \(column): found \(found)"))
  }

  /// A break belongs to the piece that it begins, whatever N: 1/3 of 3 * 10^17 steps is compared exactly.
  @Test func breaksAreExact() throws {
    let formula = try ScheduleFormula(parsing: "1 if s<1/3; 2 if s<2/3; 3")
    for count in [3, 6, 48, 300_000_000_000_000_000] {
      #expect(formula.piece(iteration: 0, of: count) == 0)
      #expect(formula.piece(iteration: count / 3 - 1, of: count) == 0)
      #expect(formula.piece(iteration: count / 3, of: count) == 1)
      #expect(formula.piece(iteration: 2 * (count / 3) - 1, of: count) == 1)
      #expect(formula.piece(iteration: 2 * (count / 3), of: count) == 2)
      #expect(formula.piece(iteration: count - 1, of: count) == 2)
    }
  }

  @Test func namedSchedulesStartAndEndWhereTheySay() throws {
    #expect(NamedSchedule.catalogue.map(\.name) == ["constant", "linear-warm-up", "cosine", "step-decay"])
    func factors(_ name: String) throws -> [Double] {
      let problem = MomentumProblem(
        objective: try Expression(parsing: "x1^2"), start: [.one], momentum: .zero,
        schedule: Schedule(stepFactor: try ScheduleFormula(parsing: name)))
      return try problem.parameters(iterations: 8, as: DoubleDouble.self).stepFactors.map(\.doubleValue)
    }
    #expect(try factors("constant") == Array(repeating: 1, count: 8))
    #expect(try factors("linear-warm-up") == [0.1, 0.55, 1, 1, 1, 1, 1, 1])
    #expect(try factors("step-decay") == [1, 1, 1, 1, 0.1, 0.1, 0.01, 0.01])
    let cosine = try factors("cosine")
    #expect(cosine[0] == 1 && cosine[4] == 0.5 && abs(cosine[2] + cosine[6] - 1) < 1e-15)
    #expect(zip(cosine, cosine.dropFirst()).allSatisfy { $0 > $1 })
  }

  /// Random texts of the grammar's own characters are read or refused, and what is read prints as itself.
  @Test func anyTextIsReadOrRefused() {
    let words = [
      "n", "s", "pi", "1/2", "3", "+", "-", "*", "/", "^2", "(", ")", "if", " if s<1/2;", "<", ";", "exp(", " ",
    ]
    let texts = Generator<[String]>.array(of: .element(of: words), count: 0...12).map { $0.joined() }
    forAll(texts) { text in
      guard let formula = try? ScheduleFormula(parsing: text) else { return }
      let again = try ScheduleFormula(parsing: formula.description)
      #expect(again.description == formula.description)
      #expect(again.breaks == formula.breaks)
    }
  }
}
