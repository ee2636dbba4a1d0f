/// The equation `a x'' + x' + grad L / (1 - mu) = 0` with `a = h inertia(mu)`, `x(0) = x_0` and
/// `x'(0) = -initialVelocity(mu) grad L(x_0)`.
///
/// Heavy ball obeys `y(t+h) - (1+mu) y(t) + mu y(t-h) = -h grad L(y(t))`; expanded in h and divided by `h (1-mu)` this is
/// `y' + h (1+mu)/(2(1-mu)) y'' + h^2/6 y''' + ... = -grad L(y)/(1-mu)`. With `inertia = (1+mu)/(2(1-mu))` the equation
/// leaves out `h^2/6 y'''`, so that its order is 2 once both have forgotten their starts. A start at rest moves heavy
/// ball to the slow trajectory from `x_0 + h mu/(1-mu)^2 grad L(x_0) + O(h^2)`; a velocity `v` moves the equation to that
/// from `x_0 + a (v + grad L(x_0)/(1-mu)) + O(h^2)`. The two agree for `v = -grad L(x_0)/(1+mu)`; any other velocity, a
/// start at rest included, leaves the order at 1.
///
/// At a fixed time the error is `h^2 E + O(h^3)`; within the first few iterations it is `O(h)`, for there
/// `exp(-t/a)` is not `mu^n`.
public struct SecondOrderEquation: Hashable, Sendable {
  /// The inertia a over h, as a function of the momentum; dimensionless and positive.
  public let inertia: RationalFunction
  /// The initial velocity over `-grad L(x_0)`, as a function of the momentum.
  public let initialVelocity: RationalFunction

  /// An equation with the given inertia and initial velocity.
  public init(inertia: RationalFunction, initialVelocity: RationalFunction) {
    self.inertia = inertia
    self.initialVelocity = initialVelocity
  }

  /// The equation of heavy ball from rest: `inertia = (1+mu)/(2(1-mu))`, `initialVelocity = 1/(1+mu)`.
  public static let heavyBall = SecondOrderEquation(
    inertia: RationalFunction(reduced: [1, 1], denominator: [2, -2]),
    initialVelocity: RationalFunction(reduced: [1], denominator: [1, 1]))

  /// The principal error of `heavyBall`, of order `h^2`: with `g = -grad L`, `E(0) = -g'g / (4 (1-mu)^2)` and the source
  /// `-(g''(g,g) + g'g'g) / (6 (1-mu)^3)`, which is `-x'''/6`.
  ///
  /// E(0) is what the displacements of the two starts differ by at order `h^2`: in units of `g'g / (1-mu)^4` heavy ball
  /// from rest is displaced by `mu (2+mu)`, the equation by `(1+mu)(1+5 mu)/4`.
  public static func principalErrorTerms<T: Real>(momentum: T) -> PrincipalErrorTerms<T> {
    let rescaling = T.one / (T.one - momentum)
    let square = rescaling * rescaling
    let sixth = T.zero - square * rescaling / T(6.0)
    let leaf = RootedTree(children: [])
    let chain = RootedTree(children: [leaf])
    return PrincipalErrorTerms(
      order: 3, initial: [(chain, T.zero - square / T(4.0))],
      // The weights multiply F over the symmetry, which is 2 for the first tree.
      source: [(RootedTree(children: [leaf, leaf]), sixth + sixth), (RootedTree(children: [chain]), sixth)])
  }
}

/// The field `(x, w) -> (w, (g(x)/(1-mu) - w) / a)` of the second-order equation.
struct SecondOrderField<T: Real>: VectorField {
  private var gradient: NegativeGradient<T>
  private let rescaling: T
  private let inverseInertia: T
  private let dimension: Int

  /// - Parameter inertia: a > 0, in units of time.
  init(_ problem: MomentumProblem, inertia: T) {
    gradient = NegativeGradient(program: problem.program)
    rescaling = T.one / (T.one - T(problem.momentum))
    inverseInertia = T.one / inertia
    dimension = problem.start.count
  }

  mutating func callAsFunction(_ point: [T]) -> [T] {
    let slope = gradient(Array(point.prefix(dimension)))
    let velocity = Array(point.suffix(dimension))
    return velocity + slope.indices.map { inverseInertia * (rescaling * slope[$0] - velocity[$0]) }
  }
}
