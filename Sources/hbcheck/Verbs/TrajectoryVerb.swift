import HBModel
import HBReport

extension Verb {
  /// `trajectory`: method and model side by side.
  static let trajectory = Verb(
    name: "trajectory", summary: "method and model side by side at the grid times",
    options: Objective.options + [
      .required("step", "H", "the step size, above 0"),
      .required("momentum", "MU", "the momentum, in [0, 1)"),
      .required("steps", "N", "the number of iterations, 1 to 262144"),
      .required("order", "K", "the order of the model, 0 to 8"),
      .flag("stationary", "the stationary model, with x_{-1} = the model flowed back by one step"),
      .flag("from-rest", "start at rest also with --stationary; the per-iteration model always does"),
      .option("digits", "D", "significant digits of the text, 1 to 31 (default 17); JSON is always in full"),
    ],
    notes: [
      "The text is CSV with the header n,t,hb1,..,model1,..,error; the error is in the maximum norm."
    ],
    example: {
      "hbcheck trajectory --objective @log-cosh --step 1/64 --momentum 1/2 --steps 8 --order 3"
    },
    run: { arguments in
      let objective = try Objective(arguments)
      return try TrajectoryReport(
        objective.problem(momentum: try arguments.momentum("momentum")), step: try arguments.positive("step"),
        steps: try arguments.integer("steps", in: 1...1 << 18), order: try arguments.integer("order", in: 0...8),
        isStationary: arguments.has("stationary"), isFromRest: arguments.has("from-rest"),
        digits: try arguments.integer("digits", in: 1...31, default: 17))
    })
}
