/// A momentum method with fixed step size h and momentum mu, as a value.
///
/// All are `x_{n+1} = y + h g(z)` with `g = -grad L`, `y = x_n + beta (x_n - x_{n-1})` and
/// `z = x_n + gamma (x_n - x_{n-1})`, where beta and gamma are 0 or mu, from a start at rest: `x_{-1} = x_0`. With
/// `x_{n-1} = phi_{n-1}^{-1}(x_n)` the map of step n is `phi_n = y + h g o z`, `y = id + beta (id - phi_{n-1}^{-1})`,
/// `z = id + gamma (id - phi_{n-1}^{-1})`.
public struct MomentumMethod: Hashable, Sendable, CustomStringConvertible {
  /// The name on the command line.
  public let name: String
  /// Whether the last displacement, times mu, is added to the step: beta = mu, else 0.
  public let carriesMomentum: Bool
  /// Whether the gradient is taken at the point displaced by momentum: gamma = mu, else 0.
  public let looksAhead: Bool

  /// Polyak's heavy ball: `x_{n+1} = x_n - h grad L(x_n) + mu (x_n - x_{n-1})`.
  public static let heavyBall = MomentumMethod(name: "heavy-ball", carriesMomentum: true, looksAhead: false)
  /// Gradient descent, whatever the momentum: `x_{n+1} = x_n - h grad L(x_n)`.
  public static let gradientDescent = MomentumMethod(
    name: "gradient-descent", carriesMomentum: false, looksAhead: false)
  /// Nesterov's method: `y_n = x_n + mu (x_n - x_{n-1})`, `x_{n+1} = y_n - h grad L(y_n)`.
  public static let nesterov = MomentumMethod(name: "nesterov", carriesMomentum: true, looksAhead: true)

  /// All methods, in the order in which they are listed.
  public static let all: [MomentumMethod] = [.heavyBall, .nesterov, .gradientDescent]

  /// The method with the given name; nil where there is none.
  public init?(named name: String) {
    guard let method = MomentumMethod.all.first(where: { $0.name == name }) else { return nil }
    self = method
  }

  private init(name: String, carriesMomentum: Bool, looksAhead: Bool) {
    self.name = name
    self.carriesMomentum = carriesMomentum
    self.looksAhead = looksAhead
  }

  /// The name.
  public var description: String { name }

  /// The weight of the last displacement in the step, beta.
  @inlinable public func inertia<F: Ring>(momentum: F) -> F { carriesMomentum ? momentum : .zero }

  /// The weight of the last displacement in the argument of the gradient, gamma.
  @inlinable public func lookahead<F: Ring>(momentum: F) -> F { looksAhead ? momentum : .zero }

  /// The next iterate.
  ///
  /// - Parameters:
  ///   - current: the point `x_n`.
  ///   - previous: the point `x_{n-1}`; equal to `current` at the start.
  ///   - step: the step size h > 0.
  ///   - momentum: mu in `0..<1`.
  ///   - gradient: the gradient of the objective.
  /// - Precondition: the points and the gradient have the same number of coordinates.
  /// - Complexity: one gradient.
  @inlinable public func next<T: Real>(
    current: [T], previous: [T], step: T, momentum: T, gradient: ([T]) -> [T]
  ) -> [T] {
    var displaced = current
    if carriesMomentum || looksAhead {
      for i in current.indices { displaced[i] = current[i] + momentum * (current[i] - previous[i]) }
    }
    let slope = gradient(looksAhead ? displaced : current)
    var result = carriesMomentum ? displaced : current
    for i in result.indices { result[i] = result[i] - step * slope[i] }
    return result
  }
}
