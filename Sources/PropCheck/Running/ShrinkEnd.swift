/// What ended the shrinking of a counterexample.
public enum ShrinkEnd: Sendable, Equatable {
  /// Nothing simpler was left to try.
  case settled
  /// The calls of ``Settings/shrinkCalls`` were used up.
  case calls
  /// Proposals had as many choices in all as they may have: the value is huge, or most proposals were discarded.
  case size
  /// The run was cancelled.
  case cancelled
  /// So many cases ran into the time limit of their process that no more are started.
  case timeLimits

  /// What a report says of it; empty where the value is minimal.
  var text: String {
    let doubt = ", so it may not be minimal"
    return switch self {
    case .settled: ""
    case .calls: "the calls were used up" + doubt
    case .size: "the value is too large to try more (\(Shrinker.mostHandled) choices were played)" + doubt
    case .cancelled: "the run was cancelled" + doubt
    case .timeLimits: "\(Isolation.mostTimeouts) cases ran into their time limit" + doubt
    }
  }
}
