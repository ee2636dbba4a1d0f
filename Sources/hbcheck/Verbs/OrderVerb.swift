import HBModel
import HBReport

extension Verb {
  /// `order`: one convergence study.
  static let order = Verb(
    name: "order", summary: "one convergence study: ladder, observed order, principal error, verdict",
    options: Objective.options + [
      .required("momentum", "MU", "the momentum, in [0, 1)"),
      .required("time", "T", "the horizon, above 0"),
      .required("order", "K", "the order of the model, 0 to 8"),
      .option("rungs", "R", "how many rungs, each with twice the steps of the one before, 4 to 10 (default 5)"),
      .option("steps", "N", "the steps of the first rung (default: as the asymptotic regime asks)"),
    ],
    notes: [
      "The ladder has at most 2^18 = 262144 steps on its last rung. Off the asymptotic regime, or with fewer than",
      "four rungs above the floor of the arithmetic, the verdict is inconclusive.",
    ],
    example: {
      "hbcheck order --objective \"log(cosh(x1))+x1^2*x2/5+x2^2/2+sin(x1*x2)/3\" --start 0.9,-0.6"
        + " --momentum 1/2 --time 1/2 --order 3 --steps 16"
    },
    run: { arguments in
      let objective = try Objective(arguments)
      let problem = objective.problem(momentum: try arguments.momentum("momentum"))
      let time = try arguments.positive("time")
      let order = try arguments.integer("order", in: 0...8)
      let rungs = try arguments.integer("rungs", in: 4...10, default: 5)
      let largest = largestLadder >> (rungs - 1)
      var first: Int?
      if arguments.has("steps") {
        first = try arguments.integer("steps", in: 1...largestLadder)
        guard let first, first <= largest else {
          throw UsageError(
            "--steps", found: "\(first ?? 0)",
            expected: "at most \(largest), so that \(rungs) rungs end within 2^18 steps")
        }
      }
      // A start outside the objective's domain is the user's to mend, whatever ladder would follow.
      try ObjectiveDomain(problem).check([problem.startingPoint()], of: "the method")
      let own = first ?? AsymptoticRegime(problem, time: DoubleDouble(time)).firstRung ?? .max
      if own <= AsymptoticRegime.maximumFirstRung {
        guard own <= largest else {
          throw UsageError(
            "--rungs", found: "\(rungs) rungs from the \(own) steps that the asymptotic regime asks for",
            expected: "a ladder that ends within 2^18 steps: fewer rungs, or a first rung by --steps")
        }
        try checkDomain(problem, time: time, steps: own)
      }
      let request = StudyRequest(problem, order: order, time: time, firstRung: first, rungs: rungs)
      return StudyReport(try ConvergenceStudy<DoubleDouble>.run(request), objective: objective.text)
    })

  /// Runs the method on the first rung, and refuses it where it leaves the objective's domain.
  ///
  /// A rung that diverges is left to the study, which then has no conclusion.
  private static func checkDomain(_ problem: MomentumProblem, time: Rational, steps: Int) throws(DynamicsError) {
    let run: MethodRun<DoubleDouble>
    do { run = try MethodRun(problem, step: DoubleDouble(time) / DoubleDouble(Double(steps)), steps: steps) } catch {
      guard error.kind == .diverged else { throw error }
      return
    }
    try ObjectiveDomain(problem).check(run.states, of: "the method")
  }

  /// The largest number of steps of the last rung.
  private static let largestLadder = 1 << 18
}
