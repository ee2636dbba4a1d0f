import HBModel
import Testing

@Suite struct ExpressionTests {
  @Test(arguments: [
    ("x1^2 + 2*x2", "x1^2 + 2*x2"), ("-x1^2", "-x1^2"), ("2^3*x", "2^3*x1"), ("x/y/z", "x1/x2/x3"),
    ("x-(y-z)", "x1 - (x2 - x3)"), ("x1^-1", "x1^(-1)"), ("exp(-x^2)", "exp(-x1^2)"), ("0.25*x", "1/4*x1"),
    ("1e-3*x", "1/1000*x1"), ("(x+y)^2", "(x1 + x2)^2"), ("x^(1/2)", "x1^(1/2)"), ("-(x+y)*2", "-(x1 + x2)*2"),
    ("-1/2*x^2", "-1/2*x1^2"), ("2*-x", "2*(-x1)"), ("(-x)^2", "(-x1)^2"), ("6/4-x", "3/2 - x1"),
  ])
  func expressionsPrintAsAPersonWritesThem(text: String, printed: String) throws {
    let expression = try Expression(parsing: text)
    #expect("\(expression)" == printed)
    #expect("\(try Expression(parsing: printed))" == printed)
  }

  @Test(arguments: [
    ("x1 +", 5, "the end", "a number, a variable, a function or '('"),
    ("(x1 + 2", 8, "the end", "an operator or ')'"),
    ("x1)", 3, "')'", "an operator or the end"),
    ("2x1", 2, "'x'", "an operator or the end"),
    ("sinn(x1)", 1, "'sinn'", "a variable x1, x2, ... or one of:"),
    ("sin x1", 5, "'x'", "'(' after sin"),
    ("x1^x2", 4, "an exponent that is no constant", "a rational constant exponent"),
    ("x1^100000", 4, "the exponent 100000", "numerator and denominator up to 1000"),
    ("x3", 1, "the variable 'x3'", "one of x1 to x2 (the start has 2 entries)"),
    ("x0", 1, "'x0'", "a variable x1, x2, ..."),
    ("", 1, "the end", "a number"),
    ("1..2", 1, "'1..2'", "a decimal number that fits 128 bits"),
    ("x1 & x2", 4, "'&'", "an operator or the end"),
  ])
  func aFaultNamesItsColumnAndWhatWasExpected(text: String, column: Int, found: String, expected: String) throws {
    let error = try #require(throws: ExpressionError.self) { try Expression(parsing: text, dimension: 2) }
    #expect(error.column == column)
    #expect(error.found == found)
    #expect(error.expected.hasPrefix(expected))
  }

  @Test func theWholeMessageMarksThePlace() throws {
    let error = try #require(throws: ExpressionError.self) { try Expression(parsing: "x1 + (x2", dimension: 2) }
    #expect(
      "\(error)" == "objective, column 9: found the end, expected an operator or ')', in: x1 + (x2 >>")
  }

  @Test func deepNestingAndLongTextsAreRefused() throws {
    let deep = String(repeating: "(", count: 5000) + "x1" + String(repeating: ")", count: 5000)
    #expect(throws: ExpressionError.self) { try Expression(parsing: deep) }
    let nested = String(repeating: "(", count: 500) + "x1" + String(repeating: ")", count: 500)
    let error = try #require(throws: ExpressionError.self) { try Expression(parsing: nested) }
    #expect(error.expected == "at most 100 levels of nesting")
    #expect(throws: ExpressionError.self) { try Expression(parsing: String(repeating: "-", count: 300) + "x") }
  }

  @Test func theCatalogueHoldsWhatTheFieldExpects() throws {
    let names = NamedObjective.catalogue.map(\.name)
    #expect(names.count >= 12 && Set(names).count == names.count)
    for name in ["quadratic", "quadratic-ill", "rosenbrock", "himmelblau", "beale", "styblinski-tang", "double-well"] {
      #expect(NamedObjective.named("@" + name) != nil, "\(name)")
    }
    for objective in NamedObjective.catalogue {
      #expect(objective.expression.dimension == objective.dimension)
      var gradient = NegativeGradient<DoubleDouble>(
        program: .negativeGradient(of: objective.expression, dimension: objective.dimension))
      #expect(maximumNorm(gradient(objective.start.map { DoubleDouble($0) })) > 0)
    }
  }

  @Test func irisHasAllOneHundredAndFiftyRows() throws {
    let iris = try #require(NamedObjective.named("logistic-iris"))
    // At w = 0 every softplus is log 2, and the sum is over 150 rows.
    var value = JetEvaluator<DoubleDouble>(
      program: .value(of: iris.expression, dimension: 5), algebra: .taylor(degree: 0))
    value.advance(toWeight: 0)
    let error = value.output(0, at: 0) - DoubleDouble.log(DoubleDouble(2))
    #expect(abs(error.doubleValue) < 0x1p-98)
    // The constant feature's derivative: half of (100 - 50) / 150.
    var gradient = NegativeGradient<DoubleDouble>(program: .negativeGradient(of: iris.expression, dimension: 5))
    let slope = gradient(Array(repeating: .zero, count: 5))[4]
    #expect(abs((slope + DoubleDouble(1) / DoubleDouble(6)).doubleValue) < 0x1p-98)
  }
}
