import HBModel
import HBReport

extension Verb {
  /// `derive`: the exact coefficients of a model.
  static let derive = Verb(
    name: "derive", summary: "the exact coefficients of the order-K model, tree by tree",
    options: [
      .required("order", "K", "the order of the model, 0 to \(TreeTable.largestOrder - 1): trees of order up to K+1"),
      .option("method", "NAME", MomentumMethod.all.map(\.name).joined(separator: ", ") + " (default heavy-ball)"),
      .option("iteration", "N", "the model from rest at iteration N (default: the stationary model)"),
      .flag("closed-form", "the model from rest at every iteration n, in closed form in n and q = mu^n"),
      .flag("modified-loss", "the losses that the stationary field and the stationary map descend, and what is left"),
      .flag("gradient-criterion", "for which orders and momenta the stationary field is a gradient"),
    ],
    formats: ["text", "latex", "json"],
    notes: [
      "At iteration N the coefficients are polynomials of degree up to N(K+1): N is at most 1000 and 16000/(K+1)^3;",
      "--closed-form has every N. Closed forms go up to K = \(largestClosedForm).",
    ],
    example: { "hbcheck derive --order 3 --method nesterov" },
    run: { arguments in
      let name = try arguments.choice("method", among: MomentumMethod.all.map(\.name), default: "heavy-ball")
      let method = MomentumMethod(named: name) ?? .heavyBall
      let forms = ["closed-form", "modified-loss", "gradient-criterion", "iteration"].filter { arguments.has($0) }
      if forms.count > 1 {
        throw UsageError("--\(forms[0])", found: "--\(forms[1]) beside it", expected: "one of the two")
      }
      if arguments.has("closed-form") {
        return try ClosedFormReport(method: method, order: try arguments.integer("order", in: 0...largestClosedForm))
      }
      let order = try arguments.integer("order", in: 0...TreeTable.largestOrder - 1)
      if arguments.has("modified-loss") { return try ModifiedLossReport(method: method, order: order) }
      if arguments.has("gradient-criterion") { return try GradientCriterionReport(method: method, order: order) }
      let latest = min(1000, 16_000 / ((order + 1) * (order + 1) * (order + 1)))
      return try DerivationReport(
        method: method, order: order,
        iteration: arguments.has("iteration") ? try arguments.integer("iteration", in: 0...latest) : nil)
    })

  /// The largest order whose closed forms take a few seconds.
  private static let largestClosedForm = 6
}
