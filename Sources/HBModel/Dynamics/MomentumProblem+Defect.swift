extension MomentumProblem {
  /// By how much `next` differs from what the method makes of `current` and `previous`.
  ///
  /// - Parameters:
  ///   - step: the step size of this iteration.
  ///   - momentum: the momentum of this iteration; the problem's own where nil.
  func defect<T: Real>(
    previous: [T], current: [T], next: [T], step: T, momentum: T? = nil, gradient: inout NegativeGradient<T>
  ) -> [T] {
    let momentum = momentum ?? T(self.momentum)
    let (beta, gamma) = (method.inertia(momentum: momentum), method.lookahead(momentum: momentum))
    let slope = gradient(current.indices.map { current[$0] + gamma * (current[$0] - previous[$0]) })
    // Differences of neighbouring states are exact or nearly so; sums of large and small terms would lose digits.
    return current.indices.map { (next[$0] - current[$0]) - beta * (current[$0] - previous[$0]) - step * slope[$0] }
  }
}
