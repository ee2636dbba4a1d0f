/// The result of one case of a property.
public enum Outcome: Sendable, Equatable {
  /// The property held.
  case passed
  /// The property did not hold.
  case failed(Failure)
  /// Nothing can be said about this case, for the reason given; it is never counted as a pass.
  case inconclusive(String)
  /// The case does not belong to the property, for the reason given; another one takes its place.
  case discarded(String)

  /// A failure of one kind.
  ///
  /// - Parameters:
  ///   - kind: what distinguishes this failure from others of the same property.
  ///   - message: what a person reads.
  ///   - severity: how wrong it is; bigger is worse.
  public static func failed(_ kind: String, _ message: String, severity: Double? = nil) -> Outcome {
    .failed(Failure(kind: kind, message: message, severity: severity))
  }
}

/// How a property failed.
public struct Failure: Sendable, Equatable {
  /// What distinguishes this failure from others; while a value shrinks, its kind stays the same.
  public let kind: String
  /// What a person reads.
  public let message: String
  /// How wrong it is; bigger is worse. The worst seen is reported beside the minimal one.
  public let severity: Double?

  /// A failure.
  ///
  /// - Parameters:
  ///   - kind: what distinguishes it from other failures of the same property.
  ///   - message: what a person reads.
  ///   - severity: how wrong it is; bigger is worse.
  public init(kind: String, message: String, severity: Double? = nil) {
    self.kind = kind
    self.message = message
    self.severity = severity
  }
}
