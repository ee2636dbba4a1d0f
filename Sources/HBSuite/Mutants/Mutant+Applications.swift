import HBModel

extension Mutant {
  /// The ways to break the effective initialization of diagonal networks; each falls to every claim of
  /// `diagonal-network`.
  public static let networks: [Mutant] = {
    func mutant(_ name: String, numerator: [Int128], integer: Int128 = 1, pole: Int) -> Mutant? {
      guard let rate = try? RationalFunction(numerator: numerator, integer: integer, power: pole) else { return nil }
      return Mutant(
        "diagonal network", name, Implementation(effectiveInitialization: EffectiveInitialization(rate: rate)),
        claims: [.effectiveInitialization, .rowSpace, .implicitBias])
    }
    return [
      mutant("rate of u v times 101/100", numerator: [404, 404], integer: 100, pole: 3),
      mutant("rate of u v with (1-mu)^2", numerator: [4, 4], pole: 2),
      mutant("rate of u v with (1-mu)^4", numerator: [4, 4], pole: 4),
      mutant("rate of u v without 1+mu", numerator: [4], pole: 3),
      mutant("u v as at time 0", numerator: [], pole: 0),
    ].compactMap { $0 }
  }()

  /// The ways to break a model of the zoo; each falls to the claim `zoo`.
  public static let zoo: [Mutant] = {
    func zoo(_ name: String, _ model: ComparisonModel) -> Mutant {
      Mutant("zoo", name, Implementation(zoo: ModelZoo.standard.replacing(model)), claims: [.zoo])
    }
    func equation(_ name: String, inertia: RationalFunction?, velocity: RationalFunction?) -> Mutant? {
      let right = SecondOrderEquation.heavyBall
      guard inertia != nil || velocity != nil else { return nil }
      let wrong = SecondOrderEquation(
        inertia: inertia ?? right.inertia, initialVelocity: velocity ?? right.initialVelocity)
      return zoo(name, ComparisonModel(kind: .secondOrder, dynamics: .secondOrder(wrong)))
    }
    let equations = [
      equation("second-order equation from rest", inertia: nil, velocity: .zero),
      equation(
        "second-order equation with the velocity of the gradient flow", inertia: nil,
        velocity: try? RationalFunction(numerator: [1], integer: 1, power: 1)),
      equation(
        "velocity of the second-order equation times 101/100", inertia: nil,
        velocity: try? RationalFunction(numerator: [101], denominator: [100, 100])),
      equation(
        "inertia times 101/100", inertia: try? RationalFunction(numerator: [101, 101], integer: 200, power: 1),
        velocity: nil),
      equation(
        "inertia without 1+mu", inertia: try? RationalFunction(numerator: [1], integer: 2, power: 1), velocity: nil),
      equation(
        "inertia with (1-mu)^2", inertia: try? RationalFunction(numerator: [1, 1], integer: 2, power: 2),
        velocity: nil),
    ].compactMap { $0 }
    let chain = RootedTree(children: [RootedTree(children: [])])
    return equations + [
      zoo(
        "rescaled gradient flow without its factor",
        ComparisonModel(kind: .rescaledGradientFlow, dynamics: .series(GradientFlowModel(), order: 0))),
      zoo(
        "gradient flow rescaled", ComparisonModel(kind: .gradientFlow, dynamics: .series(StationaryModel(), order: 0))),
      zoo(
        "slow manifold k=2 with heavy ball from rest",
        ComparisonModel(kind: .slowManifold(order: 2), dynamics: .series(StationaryModel(), order: 2))),
      zoo(
        "stationary k=3 from rest with a warm-up",
        ComparisonModel(kind: .stationaryFromRest(order: 3), dynamics: .series(PiecewiseModel(), order: 3))),
      zoo(
        "per iteration k=2 without a warm-up",
        ComparisonModel(kind: .perIteration(order: 2), dynamics: .series(MutantModel(.table(.noWarmUp)), order: 2))),
      zoo(
        "per iteration k=1 with a coefficient times 101/100",
        ComparisonModel(
          kind: .perIteration(order: 1),
          dynamics: .series(MutantModel(.table(.factor(tree: chain, fractions([(101, 100)])[0]))), order: 1))),
    ]
  }()
}
