import HBModel

/// The first coefficient of a model that is not what its method implies: which term is wrong, and what it must be.
///
/// What must stand there comes from the method itself, composed in the Butcher group with inverses by admissible cuts. It
/// shares no derivation with the models that it judges.
struct WrongCoefficient {
  /// The tree.
  let tree: RootedTree
  /// The symmetry of the tree.
  let symmetry: Int
  /// The iteration.
  let iteration: Int
  /// The coefficient b(t) that the model has.
  let found: DoubleDouble
  /// The coefficient b(t) that it must have.
  let expected: DoubleDouble
  /// The momentum of the iteration.
  let momentum: DoubleDouble

  /// How many iterations are looked at.
  static let iterations = 9
  /// The accepted difference, relative to the largest coefficient of the order: far above the rounding of a few
  /// iterations in double-double arithmetic, far below any slip.
  static let tolerance = 0x1p-70

  /// Looks at the coefficients of a model on a problem, those of the smallest trees first, then of the first iterations.
  ///
  /// - Returns: nil where all agree, or the parameters of the problem have no meaning.
  /// - Complexity: one product in the Butcher group for each of the first iterations.
  init?(in model: any ContinuousModel, on problem: Problem) {
    let ball = problem.momentumProblem
    guard let parameters = try? ball.parameters(iterations: max(1, problem.steps), as: DoubleDouble.self) else {
      return nil
    }
    let coefficients = model.table(of: ball.method, order: problem.order + 1, parameters: parameters)
    let table = TreeTable.upTo(problem.order + 1, hasVelocity: parameters.hasVelocity)
    // A model may know nothing of the velocity that the method starts with: then its coefficients there are zero.
    let positions = table.trees.map { coefficients.trees.index(of: $0) }
    func found(_ tree: Int, _ iteration: Int) -> DoubleDouble {
      positions[tree].map { coefficients.coefficients(iteration: iteration)[$0] } ?? .zero
    }
    var map = startingMap(table, initialMomentum: parameters.initialMomentum)
    var fault: (tree: Int, iteration: Int, expected: DoubleDouble)?
    for iteration in 0..<min(Self.iterations, parameters.count) {
      map = ball.method.map(
        after: map, momentum: parameters.momentum(iteration: iteration),
        stepFactor: parameters.stepFactor(iteration: iteration))
      let expected = map.logarithm().coefficients
      for tree in 0..<(fault?.tree ?? table.count) {
        let order = table.range(ofOrder: table.order[tree])
        let scale = order.reduce(0) { max($0, abs(expected[$1].doubleValue)) }
        if abs((found(tree, iteration) - expected[tree]).doubleValue) > Self.tolerance * scale {
          fault = (tree, iteration, expected[tree])
          break
        }
      }
    }
    guard let fault else { return nil }
    tree = table.trees[fault.tree]
    symmetry = table.symmetry[fault.tree]
    iteration = fault.iteration
    self.found = found(fault.tree, fault.iteration)
    expected = fault.expected
    momentum = parameters.momentum(iteration: fault.iteration)
  }
}

extension WrongCoefficient: CustomStringConvertible {
  /// The term in the notation of derivation files, with what it has and what it must have.
  var description: String {
    let (term, field) = (DerivationNotation.text(of: tree), tree.order - 1)
    return "F\(field): the coefficient of \(term) is \(shown(found)) at iteration \(iteration), it must be"
      + " \(shown(expected)) at momentum \(Self.text(momentum))"
  }

  /// What stands before `D(t)` for the coefficient b(t): gradients instead of `g = -grad L`, symmetry divided out.
  private func shown(_ coefficient: DoubleDouble) -> String {
    let sign = tree.fieldNodes.isMultiple(of: 2) ? 1 : -1
    return Self.text(DoubleDouble(Double(sign)) * coefficient / DoubleDouble(Double(symmetry)))
  }

  /// The simplest fraction within the accepted difference, or a decimal number where that is no simple one.
  private static func text(_ value: DoubleDouble) -> String {
    guard let fraction = Rational(recognizing: value, tolerance: tolerance), fraction.denominator < 10_000_000 else {
      return value.formatted(digits: 12)
    }
    return "\(fraction)"
  }
}

extension Problem {
  /// Which coefficient of a model is wrong on this problem; that none is, where all are right.
  func cause(in model: any ContinuousModel) -> String {
    WrongCoefficient(in: model, on: self).map(\.description)
      ?? "the model's coefficients are those of the method: the fault lies elsewhere"
  }
}
