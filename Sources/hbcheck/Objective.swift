import HBModel
import HBReport

/// An objective and a start as the options `--objective` and `--start` give them.
struct Objective {
  /// The function.
  let expression: Expression
  /// The start.
  let start: [Rational]
  /// How the objective was given.
  let text: String

  /// The largest number of variables.
  static let maximumDimension = 64

  /// The two options.
  static let options: [OptionSpecification] = [
    .required("objective", "E", "an expression in x1, x2, ... (or x, y, z), or a catalogue name such as @rosenbrock"),
    .option("start", "X", "the start, numbers with commas between them (default: the catalogue's own)"),
  ]

  /// Reads the two options.
  ///
  /// - Throws: `UsageError` or `ExpressionError`.
  init(_ arguments: Arguments) throws {
    text = try arguments.required("objective")
    let given = try arguments.vector("start")
    if let given, given.count > Self.maximumDimension {
      throw UsageError("--start", found: "\(given.count) entries", expected: "at most \(Self.maximumDimension)")
    }
    guard text.hasPrefix("@") else {
      guard let given else {
        throw UsageError(
          "--start", found: "nothing",
          expected: "X: the start, such as 1,1/2 (only catalogue objectives have their own)")
      }
      start = given
      expression = try Expression(parsing: text, dimension: given.count)
      return
    }
    guard let named = NamedObjective.named(text) else {
      let names = NamedObjective.catalogue.map { "@" + $0.name }
      throw UsageError(
        "--objective", found: UsageError.quoted(text), expected: "one of \(names.joined(separator: " "))",
        suggestion: Suggestion.nearest(to: text, among: names))
    }
    if let given, given.count != named.dimension {
      throw UsageError(
        "--start", found: "\(given.count) \(given.count == 1 ? "entry" : "entries")",
        expected: "\(named.dimension), for @\(named.name) has so many variables")
    }
    start = given ?? named.start
    expression = named.expression
  }
  /// Heavy ball on this objective.
  func problem(momentum: Rational) -> MomentumProblem {
    MomentumProblem(objective: expression, start: start, momentum: momentum)
  }
}
