import HBModel

/// Why a field cannot be measured at a point.
struct ProbeFault: Error, Equatable, CustomStringConvertible {
  let description: String
}

/// The coefficients of a field given as code, order by order, at any momentum and iteration.
///
/// The field is evaluated on random objectives at several steps and expanded in h; each `F_j` is projected on the
/// elementary differentials of its order. Nothing is integrated, so that the digits of the arithmetic are those of the
/// result, and every order is seen by itself, however wrong the ones below are.
struct FieldProbe<Model: FieldModel> {
  /// One order at one momentum and iteration.
  struct Order {
    /// The coefficients before `D(t)` that fit best, tree by tree.
    let coefficients: [DoubleDouble]
    /// What the model must have there.
    let expected: [DoubleDouble]
    /// The largest size of what is given or expected, in the maximum norm, over all samples.
    let size: Double
    /// What is left beside the combination, on the sample where it is largest.
    let residual: (sample: Int, size: Double)
    /// The estimated error of the expansion in h.
    let noise: Double
  }

  let model: Model
  let samples: [ProjectionSample]
  /// The projections on the trees of order 1, ..., k+1.
  let projections: [TreeProjection]

  init(_ model: Model, seed: UInt64) {
    self.model = model
    let design = ProjectionDesign(order: model.order + 1, seed: seed)
    samples = design.samples
    projections = design.projections
  }

  /// Measures the field.
  ///
  /// - Throws: `ProbeFault` where the field has no finite value, or one of the wrong dimension.
  /// - Complexity: some k + 4 evaluations of the field for each sample.
  func measure(momentum: Rational, iteration: Int) throws(ProbeFault) -> [Order] {
    var expansions: [StepExpansion] = []
    for sample in samples { expansions.append(try expansion(on: sample, momentum: momentum, iteration: iteration)) }
    let expected = expectedCoefficients(momentum: momentum, iteration: iteration)
    return projections.enumerated().map { power, projection in
      let vectors = expansions.map { $0.coefficients[power] }
      let coefficients = projection.coefficients(of: vectors)
      let residuals = projection.residuals(of: vectors, beside: coefficients)
      let size = vectors.indices.reduce(0) { largest, sample in
        max(
          largest, maximumNorm(vectors[sample]),
          maximumNorm(projection.combination(expected[power], sample: sample)))
      }
      let worst = residuals.indices.max { residuals[$0] < residuals[$1] } ?? 0
      return Order(
        coefficients: coefficients, expected: expected[power], size: size, residual: (worst, residuals[worst]),
        noise: expansions.reduce(0) { max($0, $1.errors[power]) })
    }
  }

  /// The field on a sample, expanded in h.
  ///
  /// The steps end at `(1-mu)^2 / 4`, where the terms of the true model still fall from one power to the next.
  func expansion(
    on sample: ProjectionSample, momentum: Rational, iteration: Int
  ) throws(ProbeFault) -> StepExpansion {
    let problem = sample.problem(momentum: momentum, method: model.method)
    let point = sample.point.map { DoubleDouble($0) }
    let objective = JetObjective<DoubleDouble>(problem)
    let mu = DoubleDouble(momentum)
    let complement = try? Rational.one - momentum
    let largest = complement.flatMap { try? $0 * $0 / Rational(4) } ?? Rational.one
    return try StepExpansion(order: model.order, largestStep: largest) { step throws(ProbeFault) in
      let value = model.field(at: point, step: step, momentum: mu, iteration: iteration, objective: objective)
      guard value.count == point.count else {
        throw ProbeFault(description: "a field of \(value.count) components at a point of \(point.count)")
      }
      guard value.allSatisfy(\.isFinite) else {
        throw ProbeFault(
          description: "a value that is not finite at momentum \(momentum), iteration \(iteration), step"
            + " \(step.formatted(digits: 4)) of the objective \(sample.objective)")
      }
      return value
    }
  }

  /// The right coefficients before `D(t)`, order by order.
  private func expectedCoefficients(momentum: Rational, iteration: Int) -> [[DoubleDouble]] {
    let exact: any ContinuousModel = model.start == .slowManifold ? StationaryModel() : PiecewiseModel()
    let table: CoefficientTable<DoubleDouble> = exact.coefficients(
      of: model.method, order: model.order + 1, momentum: DoubleDouble(momentum), iterations: iteration + 1)
    let series = table.coefficients(iteration: iteration)
    let trees = TreeTable.upTo(model.order + 1)
    return (1...model.order + 1).map { order in
      let sign = order.isMultiple(of: 2) ? 1.0 : -1.0
      return trees.range(ofOrder: order).map { series[$0] * sign / Double(trees.symmetry[$0]) }
    }
  }
}
