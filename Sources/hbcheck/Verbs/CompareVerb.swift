import HBModel
import HBReport
import HBSuite

extension Verb {
  /// `compare`: the zoo of models beside heavy ball.
  static let compare = Verb(
    name: "compare", summary: "the continuous-time models side by side: errors over time, orders in theory and seen",
    options: Objective.options + [
      .required("momentum", "MU", "the momentum, in [0, 1)"),
      .required("step", "H", "the step size, above 0"),
      .option("steps", "N", "the number of iterations, 1 to \(largestComparison)"),
      .option("time", "T", "the horizon instead: a whole multiple of the step, up to \(largestComparison) of them"),
    ],
    notes: [
      "Gradient flow, rescaled gradient flow, stationary models, the second-order equation a x'' + x' + grad L/(1-mu) = 0",
      "and the per-iteration models, each against heavy ball. A model that cannot be followed says why.",
    ],
    example: { "hbcheck compare --objective @log-cosh --momentum 1/2 --step 1/256 --steps 128" },
    run: { arguments in
      let objective = try Objective(arguments)
      let problem = objective.problem(momentum: try arguments.momentum("momentum"))
      let step = try arguments.positive("step")
      let comparison = try ModelComparison(problem, step: step, steps: try comparedSteps(arguments, step: step))
      return ComparisonReport(comparison, objective: objective.text)
    })

  private static let largestComparison = 16384

  /// The number of steps as `--steps` or `--time` gives it.
  private static func comparedSteps(_ arguments: Arguments, step: Rational) throws -> Int {
    guard arguments.has("steps") != arguments.has("time") else {
      throw UsageError(
        "--steps", found: arguments.has("steps") ? "--time beside it" : "nothing", expected: "one of --steps and --time"
      )
    }
    guard arguments.has("time") else { return try arguments.integer("steps", in: 1...largestComparison) }
    let time = try arguments.positive("time")
    guard let quotient = try? time / step, quotient.denominator == 1, quotient.numerator <= Int128(largestComparison)
    else {
      throw UsageError(
        "--time", found: "\(time)", expected: "a whole multiple of the step \(step), up to \(largestComparison) of them"
      )
    }
    return Int(quotient.numerator)
  }
}
