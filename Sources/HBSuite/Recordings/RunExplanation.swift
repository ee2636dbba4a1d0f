import HBModel

/// What makes a recording that is not the method's agree with all its rows.
public struct RunExplanation: Sendable {
  /// The kinds of explanations.
  public enum Kind: String, CaseIterable, Sendable {
    /// The method with another momentum or step from the start.
    case otherParameters = "other-parameters"
    /// The buffer is not empty at the start.
    case startedMoving = "started-moving"
    /// One row is off, the run goes on as if it were not.
    case recordedRow = "recorded-row"
    /// The point was moved, the run goes on from there.
    case moved
    /// The buffer was emptied.
    case restarted
    /// Another momentum or step from some iteration on.
    case changedParameters = "changed-parameters"
  }

  /// What happened.
  public let kind: Kind
  /// The convention that the run then follows.
  public let convention: MomentumConvention
  /// The iteration at which it happened: the rows after it are explained by it.
  public let iteration: Int
  /// The map of the run from there on.
  public let map: MomentumMap
  /// The same in words.
  public let statement: String
}
