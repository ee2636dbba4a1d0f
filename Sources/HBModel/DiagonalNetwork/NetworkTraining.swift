/// Heavy ball on the diagonal network of a regression, from `u(0) = v(0)` at rest, in plain doubles.
///
/// Training to the end takes up to a million steps, and only sums and products of doubles enter, which are the same bit
/// for bit everywhere. Rounding changes the logarithms of u and v by less than `2^-50 sqrt(N)/(1-mu)`, some 1e-12, where
/// the effects that are looked for are 1e-5 and more.
public struct NetworkTraining: Sendable {
  /// u after the last step.
  public let positive: [Double]
  /// v after the last step.
  public let negative: [Double]
  /// `h sum_n r_i(x_n)^2`, the integrals of `r_i^2` over time up to O(h).
  public let integrals: [Double]
  /// The number of steps.
  public let steps: Int
  /// The largest entry of r at the end, over that at the start.
  public let remainingGradient: Double
  /// theta at the iterations that were asked for.
  public let path: [(iteration: Int, theta: [Double])]

  /// Trains for at most `steps` steps.
  ///
  /// - Parameters:
  ///   - initial: u(0) and v(0), d entries above 0.
  ///   - step: h > 0.
  ///   - tolerance: training ends when every entry of r, and every change of u and v over 2 h, is below this part of the
  ///     largest entry of r at the start; 0 for never.
  ///   - recording: how many iterations lie between two states of the path; nil for no path.
  /// - Complexity: 2 m d + 10 d operations a step.
  public init(
    _ regression: LinearRegression, initial: [Double], momentum: Double, step: Double, steps: Int,
    tolerance: Double = 0, recording: Int? = nil
  ) {
    let (d, m) = (initial.count, regression.samples)
    let features = regression.features.flatMap { $0.map { DoubleDouble($0).doubleValue } }
    let targets = regression.targets.map { DoubleDouble($0).doubleValue }
    var (u, v, beforeU, beforeV) = (initial, initial, initial, initial)
    var theta = Array(repeating: 0.0, count: d)
    var r = theta
    var sums = theta
    var path: [(iteration: Int, theta: [Double])] = []
    var first = 0.0
    var largest = 0.0
    var done = 0
    func updateGradient() {
      for i in 0..<d {
        theta[i] = (u[i] - v[i]) * (u[i] + v[i])
        r[i] = 0
      }
      for j in 0..<m {
        var error = -targets[j]
        for i in 0..<d { error += features[j * d + i] * theta[i] }
        error /= Double(m)
        for i in 0..<d { r[i] += error * features[j * d + i] }
      }
      largest = 0
      for i in 0..<d { largest = max(largest, abs(r[i])) }
    }
    updateGradient()
    first = largest
    while done < steps {
      if let recording, done.isMultiple(of: recording) { path.append((done, theta)) }
      var change = 0.0
      for i in 0..<d {
        sums[i] += r[i] * r[i]
        let pull = 2 * step * r[i]
        let nextU = u[i] - pull * u[i] + momentum * (u[i] - beforeU[i])
        let nextV = v[i] + pull * v[i] + momentum * (v[i] - beforeV[i])
        change = max(change, max(abs(nextU - u[i]), abs(nextV - v[i])))
        (beforeU[i], beforeV[i], u[i], v[i]) = (u[i], v[i], nextU, nextV)
      }
      done += 1
      updateGradient()
      if max(largest, change / (2 * step)) < tolerance * first { break }
    }
    if recording != nil { path.append((done, theta)) }
    (positive, negative, self.steps, self.path) = (u, v, done, path)
    integrals = sums.map { step * $0 }
    remainingGradient = first > 0 ? largest / first : 0
  }

  /// `(u, v)` after the last step.
  public var state: [DoubleDouble] { (positive + negative).map { DoubleDouble($0) } }
}
