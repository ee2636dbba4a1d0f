import HBModel
import HBSuite

extension JSONValue {
  /// A whole number.
  public init(_ value: Int) { self = .integer(Int128(value)) }

  /// A number that may be unknown.
  public init(_ value: Double?) { self = value.map(JSONValue.number) ?? .null }

  /// A real number as the shortest decimal that reads back as it.
  public init(_ value: DoubleDouble) { self = .string(value.description) }

  /// A vector of real numbers.
  public init(_ vector: [DoubleDouble]) { self = .array(vector.map { JSONValue($0) }) }

  /// An exact number, `p/q`.
  public init(_ value: Rational) { self = .string(value.description) }

  /// A problem with the keys by which `Problem` is read.
  public init(_ problem: Problem) {
    self = .object([
      "objective": .string(problem.objective.description),
      "start": .array(problem.start.map { JSONValue($0) }),
      "momentum": JSONValue(problem.momentum),
      "step": JSONValue(problem.step),
      "steps": JSONValue(problem.steps),
      "order": JSONValue(problem.order),
    ])
  }
}
