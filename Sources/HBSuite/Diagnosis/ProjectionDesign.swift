/// Samples on which the elementary differentials of all orders up to one are independent, with the projections on them.
///
/// The best of a few random choices: where the gradient happens to be small on all samples, `D[g,g,g]` is hard to see
/// beside the others.
struct ProjectionDesign: Sendable {
  /// The samples; the last two are never fitted.
  let samples: [ProjectionSample]
  /// The projections on the trees of order 1, 2, ...
  let projections: [TreeProjection]

  private static let heldOut = 2
  private static let choices: UInt64 = 12

  /// A design for trees of order up to `order`.
  ///
  /// - Complexity: twelve times the elementary differentials on every sample.
  init(order: Int, seed: UInt64) {
    let fitted = TreeProjection.samplesNeeded(order: order)
    var best: ([ProjectionSample], TreeProjection)?
    for choice in 0..<Self.choices {
      let samples = ProjectionSample.random(count: fitted + Self.heldOut, seed: seed &* Self.choices &+ choice)
      let projection = TreeProjection(order: order, samples: samples, fitted: fitted)
      if let (_, known) = best, known.independence >= projection.independence { continue }
      best = (samples, projection)
    }
    let chosen = best?.0 ?? []
    samples = chosen
    projections = (1...order).map { TreeProjection(order: $0, samples: chosen, fitted: fitted) }
  }

  /// How independent the differentials of the worst order are, see `TreeProjection.independence`.
  var independence: Double { projections.reduce(1) { min($0, $1.independence) } }
}
