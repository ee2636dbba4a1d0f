import HBModel

/// How far a recording follows one convention.
public struct ConventionJudgement: Sendable {
  /// The convention.
  public let convention: MomentumConvention
  /// The dampening that it was tried with; 0 where it has none.
  public let dampening: Rational
  /// The map that was followed.
  public let map: MomentumMap
  /// The iteration up to which all recorded iterates agree.
  public var agreesThrough: Int { following.agreesThrough }
  /// How many rows were compared and agree.
  public var agreeing: Int { following.agreeing }
  /// The largest distance over its bound among the rows that agree.
  public var worst: Double { following.worst }
  /// The first row that does not agree; nil where all do.
  public var deviation: RunDeviation? { following.deviation }
  /// Whether all rows agree.
  public var isMatch: Bool { following.isMatch }
  /// Whether the rows agree as well with steps that forget their momentum: then they do not show any.
  public let showsMomentum: Bool

  let following: RunFollowing

  /// Judges a recording by a convention.
  init(
    _ convention: MomentumConvention, dampening: Rational, settings: RecordingSettings, context: RunContext
  ) throws(ExactOverflow) {
    self.convention = convention
    self.dampening = dampening
    map = try convention.map(step: settings.step, momentum: settings.momentum, dampening: dampening)
    following = context.follow(map)
    showsMomentum =
      following.isMatch && (map.momentum == .zero || context.follow(map.forgetful).deviation != nil)
  }
}
