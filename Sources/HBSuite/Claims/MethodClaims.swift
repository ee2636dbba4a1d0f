import HBModel

extension Claim {
  /// Claim 1 for heavy ball.
  public static let order = order(.method(.heavyBall))
  /// Claim 2 for heavy ball.
  public static let principalError = principalError(.method(.heavyBall))
  /// Claim 3 for heavy ball.
  public static let localDefect = localDefect(.method(.heavyBall))
  /// Claim 3 at a fixed number of steps for heavy ball.
  public static let fixedSteps = fixedSteps(.method(.heavyBall))
  /// Claim 4 for heavy ball.
  public static let twoDerivations = twoDerivations(.heavyBall)
  /// Claim 4, exactly, for heavy ball.
  public static let groupRecursion = groupRecursion(.heavyBall)

  /// Claims 1 to 4 for the methods beyond heavy ball.
  public static let methodClaims: [Claim] = [MomentumMethod.nesterov, .gradientDescent].flatMap { method in
    [
      order(.method(method)), principalError(.method(method)), localDefect(.method(method)),
      fixedSteps(.method(method)), twoDerivations(method), groupRecursion(method),
    ]
  }

  /// Claims 1 to 4 for parameters that change from iteration to iteration, and for a start with momentum.
  ///
  /// Ladders of schedules are long, since each stretch between two breaks must outlast the warm-up: half as many cases.
  public static let scheduleClaims: [Claim] = [
    order(.scheduled, cases: 100), principalError(.scheduled, cases: 100), localDefect(.scheduled),
    fixedSteps(.scheduled), scheduledGroupRecursion, defectSeries, order(.initialMomentum, cases: 100),
    principalError(.initialMomentum, cases: 100), localDefect(.initialMomentum), fixedSteps(.initialMomentum),
  ]
}
