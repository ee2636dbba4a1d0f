/// The continuous-time models of heavy ball that the literature knows, as values; another zoo is another list.
public struct ModelZoo: Sendable {
  /// The models, the crudest first.
  public var models: [ComparisonModel]

  /// A zoo of `models`.
  public init(_ models: [ComparisonModel]) { self.models = models }

  /// Gradient flow, rescaled gradient flow, the stationary models of order 1 to 4 from rest and from the slow manifold,
  /// the second-order equation, and the per-iteration models of order 0 to 4.
  public static let standard = ModelZoo(
    [
      ComparisonModel(kind: .gradientFlow, dynamics: .series(GradientFlowModel(), order: 0)),
      ComparisonModel(kind: .rescaledGradientFlow, dynamics: .series(StationaryModel(), order: 0)),
    ]
      + (1...4).map {
        ComparisonModel(kind: .stationaryFromRest(order: $0), dynamics: .series(StationaryModel(), order: $0))
      }
      + (1...4).map {
        ComparisonModel(
          kind: .slowManifold(order: $0), dynamics: .series(StationaryModel(), order: $0), start: .slowManifold)
      }
      + [ComparisonModel(kind: .secondOrder, dynamics: .secondOrder(.heavyBall))]
      + (0...4).map {
        ComparisonModel(kind: .perIteration(order: $0), dynamics: .series(PiecewiseModel(), order: $0))
      })

  /// The zoo with `model` in the place of that of the same kind.
  public func replacing(_ model: ComparisonModel) -> ModelZoo {
    ModelZoo(models.map { $0.kind == model.kind ? model : $0 })
  }
}
