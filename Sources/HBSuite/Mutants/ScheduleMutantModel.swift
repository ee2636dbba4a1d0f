import HBModel

/// A model that is wrong in the way it follows a schedule, a start with momentum or another method.
///
/// With constant parameters from rest it is the right model, but for the fault `otherMethod`.
public struct ScheduleMutantModel: ContinuousModel {
  /// The way in which it is wrong.
  public enum Fault: Hashable, Sendable {
    /// The parameters of the first iteration are used throughout.
    case constantParameters
    /// Each iteration uses the parameters of the one before.
    case delayedParameters
    /// At each iteration the stationary coefficients of its own parameters are used.
    case frozenParameters
    /// The map of the step before is taken as if it had been made with the step size of this one.
    case forgottenStepRatio
    /// The start is taken to be at rest.
    case ignoredInitialMomentum
    /// The start has the momentum with the opposite sign.
    case reversedInitialMomentum
    /// The coefficient of one tree is multiplied by a factor.
    case factor(tree: RootedTree, Rational)
    /// The coefficients are those of another method.
    case otherMethod(MomentumMethod)
  }

  /// The fault.
  public let fault: Fault

  /// The model with this fault.
  public init(_ fault: Fault) { self.fault = fault }

  /// The fault in words.
  public var name: String {
    switch fault {
    case .constantParameters: "parameters of the first iteration throughout"
    case .delayedParameters: "parameters of the iteration before"
    case .frozenParameters: "stationary coefficients of each iteration's parameters"
    case .forgottenStepRatio: "the ratio of neighbouring step sizes forgotten"
    case .ignoredInitialMomentum: "a start at rest whatever the initial momentum"
    case .reversedInitialMomentum: "the sign of the initial momentum changed"
    case .factor(let tree, let factor): "with a schedule, coefficient of \(tree) times \(factor)"
    case .otherMethod(let method): "the coefficients of \(method)"
    }
  }

  /// The right table, but for another method.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) -> CoefficientTable<T> {
    var own = method
    if case .otherMethod(let other) = fault { own = other }
    return PiecewiseModel().coefficients(of: own, order: order, momentum: momentum, iterations: iterations)
  }

  /// The changed table.
  public func coefficients<T: Real>(
    of method: MomentumMethod, order: Int, parameters: ParameterSequence<T>
  ) -> CoefficientTable<T> {
    let (factors, momenta, initial) = (parameters.stepFactors, parameters.momenta, parameters.initialMomentum)
    let hasVelocity = parameters.hasVelocity
    func right(
      _ factors: [T], _ momenta: [T], initial: T, hasVelocity: Bool = hasVelocity, of method: MomentumMethod
    ) -> CoefficientTable<T> {
      PiecewiseModel().coefficients(
        of: method, order: order,
        parameters: ParameterSequence(
          stepFactors: factors, momenta: momenta, initialMomentum: initial, hasVelocity: hasVelocity))
    }
    switch fault {
    case .constantParameters:
      return right(
        factors.map { _ in factors[0] }, momenta.map { _ in momenta[0] }, initial: initial, of: method)
    case .delayedParameters:
      return right(
        [factors[0]] + factors.dropLast(), [momenta[0]] + momenta.dropLast(), initial: initial, of: method)
    case .frozenParameters: return StationaryModel().coefficients(of: method, order: order, parameters: parameters)
    case .forgottenStepRatio:
      let equal = right(factors.map { _ in .one }, momenta, initial: initial, of: method)
      let trees = equal.trees
      let vectors = factors.indices.map { trees.scaled(equal.coefficients(iteration: $0), stepFactor: factors[$0]) }
      return CoefficientTable(
        order: order, momentum: equal.momentum, leadIn: vectors, stationary: equal.stationary,
        iterations: equal.iterations, hasVelocity: hasVelocity)
    case .ignoredInitialMomentum: return right(factors, momenta, initial: .zero, hasVelocity: false, of: method)
    case .reversedInitialMomentum:
      // The velocity changes its sign with each of the leaves that stand for it.
      let table = right(factors, momenta, initial: .zero - initial, of: method)
      let isOdd = table.trees.trees.map { !($0.order - $0.fieldNodes).isMultiple(of: 2) }
      return table.map { _, tree, value in isOdd[tree] ? .zero - value : value }
    case .factor(let tree, let factor):
      let table = right(factors, momenta, initial: initial, of: method)
      guard let index = table.trees.index(of: tree) else { return table }
      let scale = T(factor)
      return table.map { _, position, value in position == index ? scale * value : value }
    case .otherMethod(let other): return right(factors, momenta, initial: initial, of: other)
    }
  }

  /// Every fault, with those of single coefficients for trees up to `order`, with velocity leaves and without.
  public static func faults(order: Int = 3) -> [Fault] {
    let percent = fractions([(101, 100)])[0]
    return [
      .constantParameters, .delayedParameters, .frozenParameters, .forgottenStepRatio, .ignoredInitialMomentum,
      .reversedInitialMomentum, .otherMethod(.heavyBall), .otherMethod(.gradientDescent),
    ] + TreeTable.upTo(order, hasVelocity: true).trees.map { .factor(tree: $0, percent) }
  }
}
