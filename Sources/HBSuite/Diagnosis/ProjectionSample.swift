import HBModel
import PropCheck

/// An objective and a point at which a field is written as a combination of trees.
///
/// Objectives are sums of five functions of linear forms in three variables, so that no derivative of any order
/// vanishes and nothing is symmetric: the elementary differentials of all trees of an order are independent on a few
/// of them.
struct ProjectionSample: Sendable {
  /// The objective.
  let objective: Expression
  /// The point.
  let point: [Rational]

  /// Samples that depend on `seed` alone.
  static func random(count: Int, seed: UInt64) -> [ProjectionSample] {
    var stream = RandomStream(seed: seed)
    return (0..<count).map { _ in ProjectionSample(from: &stream) }
  }

  private init(from stream: inout RandomStream) {
    func pick<Element>(_ list: [Element]) -> Element { list[Int(stream.uniform(upTo: UInt64(list.count - 1)))] }
    let functions: [ElementaryFunction] = [.exp, .sin, .cos, .exp, .sin]
    let terms = functions.map { function in
      let form = (0..<3).map { (factor: pick(Self.slopes), value: Expression.variable($0)) }
      return (factor: pick(Self.sizes), value: Expression.apply(function, Self.sum(form)))
    }
    objective = Self.sum(terms)
    point = (0..<3).map { _ in pick(Self.coordinates) }
  }

  /// The sum of the values times their factors, written without negative summands.
  private static func sum(_ terms: [(factor: Rational, value: Expression)]) -> Expression {
    let first = terms[0].value.scaled(by: terms[0].factor)
    return terms.dropFirst().reduce(first) { sum, term in
      guard term.factor.numerator < 0, let size = try? -term.factor else {
        return .add(sum, term.value.scaled(by: term.factor))
      }
      return .subtract(sum, term.value.scaled(by: size))
    }
  }

  /// A sample from its parts.
  init(objective: Expression, point: [Rational]) {
    self.objective = objective
    self.point = point
  }

  private static let slopes = fractions([(1, 1), (1, 2), (-1, 2), (-1, 1), (1, 3), (-2, 3), (3, 4)])
  private static let sizes = fractions([(1, 2), (1, 3), (-1, 4), (-1, 2), (1, 4), (2, 3)])
  private static let coordinates = fractions([(1, 2), (-1, 2), (1, 3), (-1, 4), (2, 3), (-3, 4)])

  /// The sample as a problem at a momentum.
  func problem(momentum: Rational, method: MomentumMethod) -> MomentumProblem {
    MomentumProblem(objective: objective, start: point, momentum: momentum, method: method)
  }
}
