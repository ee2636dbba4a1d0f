/// The hyperbolic entropy `sum_i theta_i arcsinh(theta_i / (2 a_i)) - sqrt(theta_i^2 + 4 a_i^2)`, strictly convex, with
/// the gradient `arcsinh(theta_i / (2 a_i))`.
///
/// For large `a_i` it is a weighted square, for small ones `log(1/a_i) |theta_i|`: the smaller, the sparser a minimizer.
///
/// - SeeAlso: U. Ghai, E. Hazan, Y. Singer, *Exponentiated Gradient Meets Gradient Descent* (2020).
public struct HyperbolicEntropy<T: Real>: Sendable {
  /// The scales `a_i > 0`.
  public let scales: [T]

  /// The entropy with the given scales.
  public init(scales: [T]) { self.scales = scales }

  /// The value at `theta`.
  public func callAsFunction(_ theta: [T]) -> T {
    let slope = gradient(at: theta)
    var sum = T.zero
    for i in theta.indices {
      sum += theta[i] * slope[i] - T.sqrt(theta[i] * theta[i] + T(4.0) * scales[i] * scales[i])
    }
    return sum
  }

  /// The gradient at `theta`, to an absolute error of a few roundings.
  public func gradient(at theta: [T]) -> [T] {
    theta.indices.map { i in
      let ratio = theta[i].magnitude / (scales[i] + scales[i])
      let size = T.log(ratio + T.sqrt(ratio * ratio + .one))
      return theta[i] < .zero ? T.zero - size : size
    }
  }

  /// A minimizer under linear constraints, with what proves it.
  public struct Minimizer: Sendable {
    /// The minimizer.
    public let theta: [T]
    /// By how much the constraints are missed, in the maximum norm.
    public let constraintResidual: Double
    /// What the gradient there has outside the space of the constraints, in the maximum norm; at a minimizer nothing.
    public let stationarityResidual: Double
    /// The number of Newton steps.
    public let steps: Int
  }

  /// The only minimizer among the vectors whose projection on `space` has the given coordinates.
  ///
  /// Newton's method on the dual function `sum_i 2 a_i cosh(z_i) - b . lambda`, `z` the vector of the space with
  /// coordinates lambda: it is convex, and `theta_i = 2 a_i sinh(z_i)` at its minimum. No step moves an entry of z by more
  /// than 1, within which the Hessian changes by a factor of at most e, so that every step makes progress. The residuals
  /// are computed from theta alone.
  ///
  /// - Parameters:
  ///   - space: the space on which the projection is given, not necessarily of full rank.
  ///   - coordinates: b, as many as the rank of the space.
  /// - Returns: the minimizer; nil where 200 steps do not reach the level of rounding.
  /// - Complexity: O(rank^2 d + rank^3) a step; about 10 steps.
  public func minimizer(over space: RowSpace<T>, coordinates: [T]) -> Minimizer? {
    let goal = 0x1p-90 * (1 + maximumNorm(coordinates))
    var multipliers = Array(repeating: T.zero, count: space.rank)
    for step in 0...200 {
      let z = space.vector(multipliers, length: scales.count)
      let theta = z.indices.map { (scales[$0] + scales[$0]) * T.sinh(z[$0]) }
      let gradient = zip(space.coordinates(of: theta), coordinates).map { $0 - $1 }
      guard maximumNorm(gradient) > goal else {
        return Minimizer(
          theta: theta, constraintResidual: maximumNorm(space.coordinates(of: theta), minus: coordinates),
          stationarityResidual: maximumNorm(space.residual(of: self.gradient(at: theta))), steps: step)
      }
      let weights = z.indices.map { (scales[$0] + scales[$0]) * T.cosh(z[$0]) }
      let hessian = space.basis.map { first in
        space.basis.map { second in scalarProduct(zip(weights, first).map { $0 * $1 }, second) }
      }
      guard let change = CholeskySolver.solve(hessian, gradient) else { return nil }
      let reach = maximumNorm(space.vector(change, length: scales.count))
      let length = T(min(1, 1 / reach))
      for k in multipliers.indices { multipliers[k] -= length * change[k] }
    }
    return nil
  }
}
