import HBModel
import PropCheck

/// A change of problem that changes the trajectories of method and model in a known way.
enum Symmetry: Sendable, Hashable {
  /// `L -> c L` with `h -> h / c`, for c a power of two: every state stays the same, bit for bit.
  case objectiveScale(exponent: Int)
  /// `x -> x + a` with `L(x - a)`.
  case translation(Rational)
  /// A rotation of two coordinates by the angle of the triangle 3, 4, 5; in one dimension the reflection.
  case rotation
  /// `x -> s x` with `L(x / s)` and `h -> s^2 h`.
  case variableScale(Rational)
  /// The sum with another objective of variables of its own: each half moves as if alone.
  case separableSum
  /// The same objective written otherwise: each variable replaced by an expression that equals it.
  case rewriting(Rewriting)

  static var generator: Generator<Symmetry> {
    let values = fractions([(2, 1), (1, 2), (3, 1), (2, 3), (-1, 1), (5, 4)])
    let changes = Generator<Symmetry>.oneOf([
      Generator<Int>.element(of: [1, -1, 2, 3, -4]).map { .objectiveScale(exponent: $0) },
      Generator<Rational>.element(of: values).map { .translation($0) },
      .constant(.rotation),
      Generator<Rational>.element(of: values).map { .variableScale($0) },
      .constant(.separableSum),
    ])
    // As often as all others together: some functions of the grammar occur in a single rewriting.
    return .weighted([(1, changes), (1, Generator<Rewriting>.element(of: Rewriting.all).map { .rewriting($0) })])
  }

  /// Whether the transformed states must be equal bit for bit.
  var isExact: Bool { if case .objectiveScale = self { true } else { false } }

  /// The name in coverage tables.
  var kind: String {
    switch self {
    case .objectiveScale: "L -> c L"
    case .translation: "translation"
    case .rotation: "rotation"
    case .variableScale: "x -> s x"
    case .separableSum: "separable sum"
    case .rewriting: "rewriting"
    }
  }

  /// The changed problem.
  func applied(to problem: Problem) throws(ExactOverflow) -> Problem {
    var result = problem
    let variables = problem.start.indices.map(Expression.variable)
    switch self {
    case .objectiveScale(let exponent):
      let factor = try power(of: 2, exponent)
      result.objective = .multiply(.constant(factor), problem.objective)
      result.step = try problem.step / factor
    case .translation(let offset):
      result.objective = problem.objective.substituting(variables.map { .subtract($0, .constant(offset)) })
      result.start = try problem.start.map { (entry) throws(ExactOverflow) in try entry + offset }
    case .rotation:
      // L'(y) = L(R^-1 y), so that y = R x.
      result.objective = problem.objective.substituting(Self.rotatedBack(variables))
      result.start = try Self.rotated(problem.start)
    case .variableScale(let scale):
      result.objective = problem.objective.substituting(variables.map { .divide($0, .constant(scale)) })
      result.start = try problem.start.map { (entry) throws(ExactOverflow) in try scale * entry }
      result.step = try scale * scale * problem.step
    case .separableSum:
      let other = problem.objective.substituting(variables.indices.map { .variable($0 + variables.count) })
      result.objective = .add(problem.objective, .multiply(.constant(try Rational(1, 2)), other))
      result.start = problem.start + problem.start
    case .rewriting(let rewriting):
      result.objective = problem.objective.substituting(variables.map { rewriting.identity.substituting([$0]) })
    }
    return result
  }

  /// A state of the changed problem, from the state of the given one.
  func transformed<T: Real>(_ state: [T]) -> [T] {
    switch self {
    case .objectiveScale, .separableSum, .rewriting: return state
    case .translation(let offset): return state.map { $0 + T(offset) }
    case .rotation: return Self.rotatedState(state)
    case .variableScale(let scale): return state.map { T(scale) * $0 }
    }
  }

  private static func rotatedBack(_ variables: [Expression]) -> [Expression] {
    guard variables.count > 1 else { return variables.map { .negate($0) } }
    let (cosine, sine) = (fractions([(3, 5)])[0], fractions([(4, 5)])[0])
    func term(_ factor: Rational, _ index: Int) -> Expression { .multiply(.constant(factor), variables[index]) }
    var result = variables
    result[0] = .add(term(cosine, 0), term(sine, 1))
    result[1] = .subtract(term(cosine, 1), term(sine, 0))
    return result
  }

  private static func rotated(_ start: [Rational]) throws(ExactOverflow) -> [Rational] {
    guard start.count > 1 else { return try start.map { (entry) throws(ExactOverflow) in try -entry } }
    let (cosine, sine) = (try Rational(3, 5), try Rational(4, 5))
    var result = start
    result[0] = try cosine * start[0] - sine * start[1]
    result[1] = try sine * start[0] + cosine * start[1]
    return result
  }

  private static func rotatedState<T: Real>(_ state: [T]) -> [T] {
    guard state.count > 1 else { return state.map { -$0 } }
    let (three, four, five) = (T(3.0), T(4.0), T(5.0))
    var result = state
    result[0] = (three * state[0] - four * state[1]) / five
    result[1] = (four * state[0] + three * state[1]) / five
    return result
  }
}

private func power(of base: Int, _ exponent: Int) throws(ExactOverflow) -> Rational {
  var result = Rational.one
  for _ in 0..<abs(exponent) { result = try result * Rational(base) }
  return exponent < 0 ? try Rational.one / result : result
}
