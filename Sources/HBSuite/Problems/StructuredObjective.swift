import HBModel
import PropCheck

/// A random objective of a known structure, with a point and a momentum: what the gradient criterion is tried on.
struct StructuredObjective: Sendable {
  /// What is known of the objective.
  enum Structure: String, CaseIterable, Sendable {
    /// Variables that interact beyond second order: in general no counter term from order `h^2` on is a gradient.
    case coupled
    /// One variable.
    case single = "one variable"
    /// A quadratic form with linear terms.
    case quadratic
    /// A sum of functions of one variable each.
    case separable
  }

  let structure: Structure
  let problem: MomentumProblem

  static let generator = Generator<StructuredObjective> { source in
    let structure = try source.draw(
      .weighted([
        (5, .constant(Structure.coupled)), (1, .constant(.single)), (1, .constant(.quadratic)),
        (1, .constant(.separable)),
      ]))
    let dimension = structure == .single ? 1 : try source.draw(.int(in: 2...4), as: "dimension")
    let start = try source.draw(.array(of: ProblemGenerator.coordinates, count: dimension...dimension), as: "start")
    let objective = try source.draw(StructuredObjective.objective(structure, dimension: dimension), as: "objective")
    let momentum = try source.draw(ProblemGenerator.momenta, as: "momentum")
    return StructuredObjective(
      structure: structure, problem: MomentumProblem(objective: objective, start: start, momentum: momentum))
  }

  private static func objective(_ structure: Structure, dimension: Int) -> Generator<Expression> {
    let any = ObjectiveGenerator.objective(dimension: dimension).map(\.expression)
    switch structure {
    case .single: return any
    case .coupled: return zip(any, coupling(dimension: dimension)).map { .add($0, $1) }
    case .quadratic:
      return Generator<[Expression]>.array(of: quadraticTerm(dimension: dimension), count: 2...5).map {
        Expression.sum($0)
      }
    case .separable:
      let parts = Generator<[Expression]>.array(
        of: ObjectiveGenerator.objective(dimension: 1).map(\.expression), count: dimension...dimension)
      return parts.map { terms in
        Expression.sum(terms.enumerated().map { index, term in term.substituting([Expression.variable(index)]) })
      }
    }
  }

  /// `c x_i^2 x_j` with different i and j.
  private static func coupling(dimension: Int) -> Generator<Expression> {
    zip(.element(of: factors), .int(in: 0...3), .int(in: 0...2)).map { factor, first, offset in
      let square = Expression.power(.variable(first % dimension), Rational(2))
      let second = (first % dimension + 1 + offset % (dimension - 1)) % dimension
      return Expression.multiply(square, .variable(second)).scaled(by: factor)
    }
  }

  private static func quadraticTerm(dimension: Int) -> Generator<Expression> {
    zip(.element(of: factors), .int(in: 0...3), .int(in: 0...4)).map { factor, first, second in
      let variable = Expression.variable(first % dimension)
      // The last choice makes a linear term.
      let term = second == 4 ? variable : .multiply(variable, .variable(second % dimension))
      return term.scaled(by: factor)
    }
  }

  private static let factors = fractions([(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (-1, 1), (-1, 2), (2, 3)])
}
