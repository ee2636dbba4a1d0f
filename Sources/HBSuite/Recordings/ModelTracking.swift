/// How closely the model of one order tracks a recorded run.
public struct ModelTracking: Equatable, Sendable {
  /// The order k of the model.
  public let order: Int
  /// The largest distance of a recorded iterate from the model, in the maximum norm; nil where the model ends before.
  public let largestError: Double?
  /// The iteration at which it was found, or at which the model ends: it diverges, or leaves the domain of the objective.
  public let iteration: Int
  /// The order to which the largest error falls when h is halved, as measured between the method and the model in
  /// double-double arithmetic, over the same time; nil where one of them is zero.
  public let observedOrder: Double?

  /// The order of the error that theory predicts: the largest error scales like `h^(k+1)`.
  public var expectedOrder: Int { order + 1 }
}
