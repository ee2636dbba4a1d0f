/// An objective of the catalogue: a function that the field knows by name, with a usual start.
public struct NamedObjective: Sendable {
  /// The name, without the `@` that marks it on the command line.
  public let name: String
  /// One line: what it is, and its source.
  public let summary: String
  /// The function.
  public let expression: Expression
  /// A start from which heavy ball is commonly run.
  public let start: [Rational]

  /// The number of variables.
  public var dimension: Int { start.count }

  /// The objectives by name, sorted as the catalogue lists them.
  public static let catalogue: [NamedObjective] = formulas.compactMap(NamedObjective.init(formula:)) + [logisticIris]

  /// The objective called `name` (with or without `@`), if the catalogue has it.
  public static func named(_ name: String) -> NamedObjective? {
    let bare = name.hasPrefix("@") ? String(name.dropFirst()) : name
    return catalogue.first { $0.name == bare }
  }

  init(name: String, summary: String, expression: Expression, start: [Rational]) {
    self.name = name
    self.summary = summary
    self.expression = expression
    self.start = start
  }

  private init?(formula: Formula) {
    let start = formula.start.split(separator: ",").compactMap { try? Rational(parsing: String($0)) }
    guard let expression = try? Expression(parsing: formula.text, dimension: start.count) else { return nil }
    self.init(name: formula.name, summary: formula.summary, expression: expression, start: start)
  }
}

/// A catalogue entry that is written as a formula.
private struct Formula {
  let name: String
  let summary: String
  let text: String
  let start: String
}

private let formulas: [Formula] = [
  Formula(
    name: "quadratic", summary: "a well conditioned quadratic, curvatures 1 and 2",
    text: "(x1^2+2*x2^2)/2", start: "1,1"),
  Formula(
    name: "quadratic-ill", summary: "an ill conditioned quadratic, curvatures 1 and 100",
    text: "(x1^2+100*x2^2)/2", start: "1,1"),
  Formula(
    name: "rosenbrock", summary: "the curved valley of H. H. Rosenbrock (1960)",
    text: "(1-x1)^2+100*(x2-x1^2)^2", start: "-1.2,1"),
  Formula(
    name: "himmelblau", summary: "four minima, D. M. Himmelblau (1972)",
    text: "(x1^2+x2-11)^2+(x1+x2^2-7)^2", start: "1,1"),
  Formula(
    name: "beale", summary: "a flat valley with sharp corners, E. M. L. Beale (1958)",
    text: "(1.5-x1+x1*x2)^2+(2.25-x1+x1*x2^2)^2+(2.625-x1+x1*x2^3)^2", start: "1,1"),
  Formula(
    name: "styblinski-tang", summary: "a separable quartic with many minima, Styblinski and Tang (1990)",
    text: "(x1^4-16*x1^2+5*x1+x2^4-16*x2^2+5*x2)/2", start: "0.5,-1"),
  Formula(
    name: "double-well", summary: "two wells and a saddle between them",
    text: "(x1^2-1)^2/4+x2^2/2", start: "0.5,1"),
  Formula(
    name: "log-cosh", summary: "a smooth absolute value of two linear forms",
    text: "logcosh(x1+x2)+logcosh(x1-2*x2)/4", start: "1,0.5"),
  Formula(
    name: "exponential", summary: "a sum of exponentials, Boyd and Vandenberghe (2004), equation 9.20",
    text: "exp(x1+3*x2-0.1)+exp(x1-3*x2-0.1)+exp(-x1-0.1)", start: "0.5,0.25"),
  Formula(
    name: "matrix-factorization", summary: "rank-one factors of [[2, 1], [1, 1]], mean squared error",
    text: "((x1*x3-2)^2+(x1*x4-1)^2+(x2*x3-1)^2+(x2*x4-1)^2)/4", start: "1/2,1/3,1/4,1/5"),
  Formula(
    name: "diagonal-network", summary: "least squares for theta = u*u - v*v, two samples and three features",
    text: "((x1^2-x4^2+(x2^2-x5^2)/2-(x3^2-x6^2)/2-1)^2+((x1^2-x4^2)/2-(x2^2-x5^2)+(x3^2-x6^2)-1/2)^2)/4",
    start: "1/2,1/2,1/2,1/2,1/2,1/2"),
  Formula(
    name: "xor-network", summary: "a network with two tanh units that learns XOR, mean squared error",
    text: "((x7*tanh(-x1-x2+x5)+x8*tanh(-x3-x4+x6)+x9+1)^2+(x7*tanh(-x1+x2+x5)+x8*tanh(-x3+x4+x6)+x9-1)^2"
      + "+(x7*tanh(x1-x2+x5)+x8*tanh(x3-x4+x6)+x9-1)^2+(x7*tanh(x1+x2+x5)+x8*tanh(x3+x4+x6)+x9+1)^2)/8",
    start: "0.5,-0.3,0.4,0.6,0.1,-0.2,0.7,-0.5,0.1"),
]
