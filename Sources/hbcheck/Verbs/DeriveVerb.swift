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
    ],
    formats: ["text", "latex", "json"],
    notes: [
      "At iteration N the coefficients are polynomials of degree up to N(K+1): N is at most 1000 and 40000/(K+1)^3."
    ],
    example: { "hbcheck derive --order 3 --method nesterov" },
    run: { arguments in
      let name = try arguments.choice("method", among: MomentumMethod.all.map(\.name), default: "heavy-ball")
      let order = try arguments.integer("order", in: 0...TreeTable.largestOrder - 1)
      let latest = min(1000, 40_000 / ((order + 1) * (order + 1) * (order + 1)))
      return try DerivationReport(
        method: MomentumMethod(named: name) ?? .heavyBall, order: order,
        iteration: arguments.has("iteration") ? try arguments.integer("iteration", in: 0...latest) : nil)
    })
}
