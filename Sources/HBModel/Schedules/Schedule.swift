/// The parameters of a method as they change from iteration to iteration.
///
/// `h_n = h a(n, s)` and `mu_n = m(n, s)` with `s = n/N` for a run of N iterations:
/// `x_{n+1} = x_n - h_n grad L(x_n) + mu_n (x_n - x_{n-1})` for heavy ball, and `t_{n+1} = t_n + h_n`.
public struct Schedule: Hashable, Sendable {
  /// The factor a of the step size, above 0; nil where it is 1 throughout.
  public var stepFactor: ScheduleFormula?
  /// The momentum m, within (-1, 1); nil where it is the problem's own throughout.
  public var momentum: ScheduleFormula?
  /// Whether momentum is kept as a buffer of gradients, `v_{n+1} = mu_n v_n - grad L(x_n)`, `x_{n+1} = x_n + h_n v_{n+1}`:
  /// the weight of the last displacement is then `mu_n h_n / h_{n-1}`.
  public var keepsGradients: Bool

  /// A schedule from its parts.
  public init(stepFactor: ScheduleFormula? = nil, momentum: ScheduleFormula? = nil, keepsGradients: Bool = false) {
    self.stepFactor = stepFactor
    self.momentum = momentum
    self.keepsGradients = keepsGradients
  }

  /// Whether the iteration itself occurs, and not only the part of the run that is over.
  public var dependsOnIteration: Bool {
    [stepFactor, momentum].contains { $0?.dependsOnIteration == true }
  }

  /// The values of s at which a formula changes, in ascending order.
  public var breaks: [Rational] {
    var result: [Rational] = []
    for end in (stepFactor?.breaks ?? []) + (momentum?.breaks ?? []) where !result.contains(end) { result.append(end) }
    return result.sorted(by: ScheduleFormula.isAscending)
  }

  /// The smallest distance between two neighbours among 0, the breaks and 1: the warm-up after each is to be over by then.
  public var shortestStretch: Double {
    let ends = [0] + breaks.map { DoubleDouble($0).doubleValue } + [1]
    return zip(ends, ends.dropFirst()).reduce(1) { min($0, $1.1 - $1.0) }
  }
}
