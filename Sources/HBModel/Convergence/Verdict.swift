/// What a check concludes.
public enum Verdict: String, Sendable, CaseIterable {
  /// The claim holds on what was tried.
  case holds
  /// A case contradicts the claim.
  case falsified
  /// The numbers do not allow a conclusion; never a pass.
  case inconclusive
}

/// A verdict with its reason in one line.
public struct Judgement: Equatable, Sendable {
  /// The conclusion.
  public let verdict: Verdict
  /// Why, with the figures that decided.
  public let reason: String

  /// A verdict with its reason.
  public init(_ verdict: Verdict, _ reason: String) {
    self.verdict = verdict
    self.reason = reason
  }
}
