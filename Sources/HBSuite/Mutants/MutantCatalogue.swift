import HBModel

/// One way to break the implementation, as a value.
public struct Mutant: Sendable {
  /// The fault in words.
  public let name: String
  /// The implementation with the fault.
  public let implementation: Implementation

  /// Every fault of the model with trees up to `order`, and of the integrator.
  ///
  /// - Parameter order: the largest order of trees whose coefficients are changed, dropped or negated.
  public static func catalogue(order: Int = 4) -> [Mutant] {
    var faults: [MutantModel.Fault] = []
    let percent = fractions([(101, 100)])[0]
    for tree in TreeTable.upTo(order).trees {
      for factor in [percent, Rational(-1), .zero] { faults.append(.factor(tree: tree, factor)) }
    }
    faults += [.delayedWarmUp, .noWarmUp]
    let models = faults.map { fault in
      let model = MutantModel(fault)
      return Mutant(name: model.name, implementation: Implementation(model: model))
    }
    return models + [
      Mutant(name: "an integrator of order 2", implementation: Implementation(integrator: MidpointIntegrator()))
    ]
  }
}
