/// What is stated about the losses that heavy ball descends; the claims put it to the test.
///
/// A statement that is wrong on purpose is another value of this type.
public struct ModifiedLossStatement: Sendable {
  /// The gradient part V of the stationary field up to order `h^2`: three free trees.
  public var flow: ModifiedLoss<RationalFunction>
  /// The factor r of the rest of the field, `-h^2 r Hess L Hess L grad L`.
  public var remainder: RationalFunction
  /// By how much the field's coefficient of each rooted tree exceeds that of the least rooting of its free tree; a field
  /// is a gradient where that is 0 for all. In the order of `TreeTable.upTo(differenceOrder)`.
  public var differences: [RationalFunction]
  /// The loss W of the limit mu -> 1, in powers of `eps = h / (1 - mu)^2`.
  public var limit: ModifiedLoss<Rational>
  /// The loss M of the stationary map, `x_{n+1} = x_n - h grad M(x_n)`.
  public var map: ModifiedLoss<RationalFunction>
  /// The loss of the map from rest.
  public var memory: MemoryLoss
  /// The step of gradient descent that goes as far as a step of heavy ball, over h.
  public var effectiveStep: RationalFunction

  /// The largest order of trees in `differences` and `map`: those of models up to order 4.
  public static let largestOrder = 5
  /// The largest order of trees in `limit`.
  public static let limitOrder = 9

  /// What theory says of heavy ball.
  ///
  /// The constants up to order `h^2` are written out, as published: they are judged against derivations that know nothing of
  /// them. What lies beyond is derived by trees, and judged against the method itself.
  public static let heavyBall: ModifiedLossStatement = {
    do { return try ModifiedLossStatement() } catch { preconditionFailure("five nodes need few bits: \(error)") }
  }()

  private init() throws(ExactOverflow) {
    let order = Self.largestOrder
    flow = ModifiedLoss(
      trees: .upTo(3),
      coefficients: [
        try RationalFunction(numerator: [1], integer: 1, power: 1),
        try RationalFunction(numerator: [1, 1], integer: 4, power: 3),
        try RationalFunction(numerator: [1, 10, 1], integer: 12, power: 5),
      ])
    remainder = try RationalFunction(numerator: [1], integer: 6, power: 3)
    differences = try GradientCriterion.differences(
      StationaryCounterTerms.exact(method: .heavyBall, order: order), trees: .upTo(order))
    limit = try .eikonal(factor: Rational(1, 2), order: Self.limitOrder)
    map = try ModifiedLoss.splitting(
      BSeries(
        table: .upTo(order), constantTerm: .zero,
        coefficients: StationaryMap.exact(method: .heavyBall, order: order))
    ).loss
    memory = MemoryLoss(decay: .mu, kinetic: try .mu / RationalFunction(Rational(2)))
    effectiveStep = try RationalFunction(numerator: [1], integer: 1, power: 1)
  }
}

/// The loss on which heavy ball from rest makes an exact gradient step at iteration n, with the earlier iterates as
/// functions of the current one:
///
///     M_n(x_n) = sum over i <= n of decay^(n-i) [ L(x_i) - kinetic/h |x_i - x_{i-1}|^2 ],     x_{-1} = x_0.
///
/// - SeeAlso: Cattaneo, Shigida (2025), arXiv 2509.08483.
public struct MemoryLoss: Equatable, Sendable {
  /// By what the weight of an iterate decays with each step: mu.
  public var decay: RationalFunction
  /// The weight of the squared displacement: mu/2.
  public var kinetic: RationalFunction

  /// A loss of given weights.
  public init(decay: RationalFunction, kinetic: RationalFunction) {
    self.decay = decay
    self.kinetic = kinetic
  }
}
