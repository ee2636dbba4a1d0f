import HBModel

/// How large a counterexample is, by what a person has to write down.
public struct CounterexampleSize: Equatable, Sendable {
  /// The number of variables.
  public let variables: Int
  /// The number of non-linear terms of the objective.
  public let terms: Int
  /// The denominator of the step size h.
  public let stepDenominator: Int128
  /// The denominator of the momentum.
  public let momentumDenominator: Int128

  /// The size of a problem.
  public init(_ problem: Problem) {
    variables = problem.start.count
    terms = problem.objective.numberOfTerms
    stepDenominator = problem.step.denominator
    momentumDenominator = problem.momentum.denominator
  }
}

extension Expression {
  /// The number of terms of a sum, below the constant that scales it.
  ///
  /// - Complexity: O(terms).
  public var numberOfTerms: Int {
    switch self {
    case .add(let a, let b), .subtract(let a, let b): a.numberOfTerms + b.numberOfTerms
    case .divide(let a, .constant), .multiply(.constant, let a), .negate(let a): a.numberOfTerms
    default: 1
    }
  }
}
