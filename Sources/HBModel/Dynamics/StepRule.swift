/// How the next iterate is made from the last two: what `MethodRun` iterates.
///
/// A method is its own rule; a rule that deviates from it is another value.
public protocol StepRule: Sendable {
  /// The iterate `x_{n+1}`.
  ///
  /// - Parameters:
  ///   - iteration: n, counted from 0.
  ///   - current: the point `x_n`.
  ///   - previous: the point `x_{n-1}`; equal to `current` at a start at rest.
  ///   - step: the step size h > 0.
  ///   - momentum: mu in `0..<1`.
  ///   - gradient: the gradient of the objective.
  /// - Complexity: one gradient.
  func next<T: Real>(
    iteration: Int, current: [T], previous: [T], step: T, momentum: T, gradient: ([T]) -> [T]
  ) -> [T]
}

extension MomentumMethod: StepRule {
  /// The method's next iterate, the same rule in every iteration.
  @specialized(where T == DoubleDouble)
  public func next<T: Real>(
    iteration: Int, current: [T], previous: [T], step: T, momentum: T, gradient: ([T]) -> [T]
  ) -> [T] {
    next(current: current, previous: previous, step: step, momentum: momentum, gradient: gradient)
  }
}
