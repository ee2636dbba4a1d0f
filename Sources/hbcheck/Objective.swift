import HBModel
import HBReport
import PropCheck

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
    let named = try Objective.named(text)
    if let given, given.count != named.dimension {
      throw UsageError(
        "--start", found: Objective.entries(given.count),
        expected: "\(named.dimension), for @\(named.name) has so many variables")
    }
    start = given ?? named.start
    expression = named.expression
  }

  /// How many numbers a list has, in words.
  static func entries(_ count: Int) -> String { counted(count, "entry", plural: "entries") }

  /// The objective of the catalogue with a name.
  ///
  /// - Throws: `UsageError` with the names that there are.
  private static func named(_ text: String) throws -> NamedObjective {
    if let named = NamedObjective.named(text) { return named }
    let names = NamedObjective.catalogue.map { "@" + $0.name }
    throw UsageError(
      "--objective", found: UsageError.quoted(text), expected: "one of \(names.joined(separator: " "))",
      suggestion: Suggestion.nearest(to: text, among: names))
  }

  /// The function of an objective in the coordinates of a file.
  ///
  /// - Throws: `UsageError` or `ExpressionError`, also where the number of coordinates is another.
  static func expression(_ text: String, dimension: Int, source: String) throws -> Expression {
    guard text.hasPrefix("@") else { return try Expression(parsing: text, dimension: dimension) }
    let named = try named(text)
    guard named.dimension == dimension else {
      throw UsageError(
        "--objective", found: "@\(named.name) with \(named.dimension) variables",
        expected: "\(dimension), as \(source) has coordinates")
    }
    return named.expression
  }

  /// Heavy ball on this objective.
  func problem(momentum: Rational) -> MomentumProblem {
    MomentumProblem(objective: expression, start: start, momentum: momentum)
  }
}
