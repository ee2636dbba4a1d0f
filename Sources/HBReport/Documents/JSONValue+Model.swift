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

  /// A rational function in parts: numerator, denominator, and the power of 1 - mu where there is one.
  static func fraction(_ value: RationalFunction) -> [String: JSONValue] {
    let parts = value.denominatorParts
    var entry: [String: JSONValue] = [
      "numerator": .array(value.numeratorCoefficients.map(JSONValue.integer)), "denominator": .integer(parts.integer),
    ]
    if parts.power > 0 { entry["power"] = JSONValue(parts.power) }
    return entry
  }

  /// A problem with the keys by which `Problem` is read.
  public init(_ problem: Problem) {
    var fields: [String: JSONValue] = [
      "objective": .string(problem.objective.description),
      "start": .array(problem.start.map { JSONValue($0) }),
      "momentum": .string(problem.momentumText),
      "step": JSONValue(problem.step),
      "steps": JSONValue(problem.steps),
      "order": JSONValue(problem.order),
    ]
    if problem.method != .heavyBall { fields["method"] = .string(problem.method.name) }
    if let factor = problem.schedule?.stepFactor { fields["stepFactor"] = .string("\(factor)") }
    if problem.schedule?.keepsGradients == true { fields["gradientBuffer"] = .boolean(true) }
    if problem.initialMomentum != .zero { fields["initialMomentum"] = JSONValue(problem.initialMomentum) }
    if !problem.initialVelocity.isEmpty {
      fields["initialVelocity"] = .array(problem.initialVelocity.map { JSONValue($0) })
    }
    self = .object(fields)
  }
}
