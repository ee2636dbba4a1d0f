import HBModel
import PropCheck

extension Mutant {
  /// Every named way to break the implementation, group by group; a new group is one file and one line here.
  ///
  /// - Parameter order: the largest order of the models: trees of one order more are changed.
  public static func catalogue(order: Int = 4) -> [Mutant] {
    coefficients(treeOrder: order + 1) + exchanges(treeOrder: order + 1) + powers(treeOrder: order + 1)
      + warmUps(treeOrder: order + 1) + models + schedules + rules + integrators + products(treeOrder: order + 1)
      + derivatives + roundings + derivations(treeOrder: order + 1) + modifiedLosses + zoo + networks
      + ShrinkPass.all.map(without)
  }

  /// A fault of the table that the model runs with; equivalent where it changes no coefficient of any method.
  private static func table(_ group: String, _ fault: CoefficientFault, name: String? = nil) -> Mutant {
    let implementation = Implementation(model: MutantModel(.table(fault)))
    return Mutant(group, name ?? fault.name, implementation) { fault.proofOfEquivalence() }
  }

  /// Each coefficient by 1 % and by sign, and each tree dropped.
  private static func coefficients(treeOrder: Int) -> [Mutant] {
    factorFaults(treeOrder: treeOrder).map { table("coefficients", $0) }
  }

  private static func factorFaults(treeOrder: Int) -> [CoefficientFault] {
    let factors = fractions([(101, 100), (-1, 1), (0, 1)])
    return TreeTable.upTo(treeOrder).trees.flatMap { tree in factors.map { .factor(tree: tree, $0) } }
  }

  /// The coefficients of each two trees of one order exchanged.
  private static func exchanges(treeOrder: Int) -> [Mutant] {
    exchangeFaults(treeOrder: treeOrder).map { table("exchanges", $0) }
  }

  private static func exchangeFaults(treeOrder: Int) -> [CoefficientFault] {
    let table = TreeTable.upTo(treeOrder)
    return (1...treeOrder).flatMap { order in
      let trees = table.trees[table.range(ofOrder: order)]
      return trees.flatMap { first in
        trees.filter { first < $0 }.map { CoefficientFault.exchanged(first, $0) }
      }
    }
  }

  /// Symmetry and factorial factors, powers of mu, of 1 - mu and of h.
  private static func powers(treeOrder: Int) -> [Mutant] {
    let trees = TreeTable.upTo(treeOrder)
    return trees.trees.indices.flatMap { index -> [Mutant] in
      let (tree, symmetry) = (trees.trees[index], trees.symmetry[index])
      let factorial = (1..<max(2, tree.order)).reduce(1, *)
      var result: [Mutant] = []
      if symmetry > 1 {
        result.append(
          table(
            "powers", .factor(tree: tree, Rational(symmetry)), name: "symmetry \(symmetry) of \(tree) not divided out"))
      }
      if factorial > 1 {
        result.append(
          table(
            "powers", .factor(tree: tree, Rational(factorial)),
            name: "factorial \(tree.order - 1)! too many at \(tree)"))
      }
      let powers: [CoefficientFault] = [
        .momentumFactor(tree: tree), .lostDenominator(tree: tree), .stepPower(tree: tree),
      ]
      return result + powers.map { table("powers", $0) }
    }
  }

  /// Faults in n: off by one, no warm-up, a warm-up that ends or never does.
  private static func warmUps(treeOrder: Int) -> [Mutant] {
    let faults: [CoefficientFault] = [
      .delayedWarmUp, .hastenedWarmUp, .noWarmUp, .warmUpEnds(at: 1), .warmUpEnds(at: 4), .neverWarm, .heldForTwo,
    ]
    let trees = TreeTable.upTo(treeOrder).trees
    return (faults + trees.map { .noWarmUpOf(tree: $0) }).map { table("warm-up", $0) }
  }

  /// Models of something else.
  private static var models: [Mutant] {
    let faults: [MutantModel.Fault] = [.method(.nesterov), .method(.gradientDescent), .squaredMomentum]
    return faults.map { fault in
      let model = MutantModel(fault)
      return Mutant("model", model.name, Implementation(model: model))
    }
  }

  /// Models that follow a schedule or a start with momentum wrongly, or belong to another method than Nesterov's.
  private static var schedules: [Mutant] {
    ScheduleMutantModel.faults(order: 3).map { fault in
      let model = ScheduleMutantModel(fault)
      return Mutant(
        "schedule", model.name, Implementation(model: model), claims: Claim.methodClaims + Claim.scheduleClaims)
    }
  }

  /// Methods that deviate, and starts that are not at rest.
  private static var rules: [Mutant] {
    MutantRule.Fault.allCases.map { Mutant("method", $0.rawValue, Implementation(rule: MutantRule($0))) }
  }

  /// Integrators that are less exact than they say.
  private static var integrators: [Mutant] {
    let integrators: [(String, RungeKuttaIntegrator)] = [
      ("an integrator of order 1", .euler), ("an integrator of order 2", .midpoint),
      ("an integrator of order 4", .classical),
    ]
    return integrators.map { Mutant("integrator", $0.0, Implementation(integrator: $0.1)) }
  }

  /// Entries of the multiplication tables left out or counted twice.
  private static func products(treeOrder: Int) -> [Mutant] {
    let trees = TreeTable.upTo(treeOrder).trees
    let forests = GradedAlgebra.forests(order: treeOrder)
    let series = GradedAlgebra.timeStep(degree: 2)
    let ofForests = [false, true].flatMap { isTwice in
      trees.indices.flatMap { element in
        forests.splits(of: element).indices.map {
          JetFault.forestProduct(tree: trees[element], split: $0, isTwice: isTwice)
        }
      }
    }
    let ofSeries = (0..<series.count).flatMap { element in
      series.splits(of: element).indices.map { JetFault.timeStepProduct(element: element, split: $0) }
    }
    return ofForests.map { Mutant("jets", $0.name, Implementation(jets: $0.jets)) }
      + ofSeries.map { fault in
        Mutant("jets", fault.name, Implementation(jets: fault.jets), claims: [.twoDerivations]) {
          fault.proofOfEquivalence()
        }
      }
  }

  /// The rule of each function.
  private static var derivatives: [Mutant] {
    ElementaryFunction.allCases.map { JetFault.derivative($0) }
      .map { Mutant("jets", $0.name, Implementation(jets: $0.jets)) }
  }

  /// Operations that lose half of their digits, for the claims whose bounds are those of rounding.
  private static var roundings: [Mutant] {
    LossyArithmetic.all.map { lossy in
      Mutant(
        "arithmetic", "\(lossy.operation) lose their low part", Implementation(arithmetic: lossy.type),
        claims: [.twoDerivations, .symmetries])
    }
  }

  /// The same faults in the exact derivation: at rational momenta, and as functions of the momentum.
  private static func derivations(treeOrder: Int) -> [Mutant] {
    func mutant(_ fault: CoefficientFault, _ part: MutantDerivation.Part) -> Mutant {
      let name = fault.name + (part == .functions ? ", as a function of mu" : ", at rational mu")
      let implementation = Implementation(derivation: MutantDerivation(fault, in: part))
      return Mutant("derivation", name, implementation, claims: Claim.catalogue.filter { $0.cost == .exact }) {
        fault.proofOfEquivalence()
      }
    }
    let leaf = RootedTree(children: [])
    func chain(_ order: Int) -> RootedTree {
      (1..<order).reduce(leaf) { tree, _ in RootedTree(children: [tree]) }
    }
    let percent = fractions([(101, 100)])[0]
    // Trees so large that a single claim looks at them.
    let large = [
      mutant(.factor(tree: RootedTree(children: Array(repeating: leaf, count: 7)), percent), .table),
      mutant(.factor(tree: chain(7), percent), .table), mutant(.momentumFactor(tree: chain(8)), .functions),
    ]
    let values = factorFaults(treeOrder: treeOrder) + exchangeFaults(treeOrder: treeOrder)
    let warmUps: [CoefficientFault] = [
      .delayedWarmUp, .hastenedWarmUp, .noWarmUp, .warmUpEnds(at: 1), .neverWarm, .heldForTwo,
    ]
    return (values + warmUps).map { mutant($0, .table) } + values.map { mutant($0, .functions) } + large
  }
}
