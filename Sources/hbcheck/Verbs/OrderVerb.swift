import HBModel
import HBReport

extension Verb {
  /// `order`: one convergence study.
  static let order = Verb(
    name: "order", summary: "one convergence study: ladder, observed order, principal error, verdict",
    options: Objective.options + MethodOptions.options + [
      .required("time", "T", "the horizon, above 0"),
      .required("order", "K", "the order of the model, 0 to 8"),
      .option("rungs", "R", "how many rungs, each with twice the steps of the one before, 4 to 10 (default 5)"),
      .option("steps", "N", "the steps of the first rung (default: as the asymptotic regime asks)"),
    ],
    notes: [
      "The first rung has at most 16384 steps, half of that for each order above 3 and each rung above 5,",
      "and with a velocity in the start for every two orders. Off the asymptotic regime, or with fewer than four rungs above the floor of the arithmetic, the verdict is",
      "inconclusive.",
    ] + MethodOptions.notes,
    example: {
      "hbcheck order --objective \"log(cosh(x1))+x1^2*x2/5+x2^2/2+sin(x1*x2)/3\" --start 0.9,-0.6"
        + " --momentum 1/2 --time 1/2 --order 3 --steps 16"
    },
    run: { arguments in
      let objective = try Objective(arguments)
      let method = try MethodOptions(arguments)
      let time = try arguments.positive("time")
      let order = try arguments.integer("order", in: 0...8)
      let problem = try method.problem(objective, order: order)
      let rungs = try arguments.integer("rungs", in: 4...10, default: 5)
      let largest = AsymptoticRegime.maximumFirstRung(
        order: order, rungs: rungs, hasVelocity: problem.hasVelocity)
      let first = arguments.has("steps") ? try arguments.integer("steps", in: 1...largest) : nil
      let request = StudyRequest(problem, order: order, time: time, firstRung: first, rungs: rungs)
      return StudyReport(try ConvergenceStudy<DoubleDouble>.run(request), objective: objective.text)
    })
}
