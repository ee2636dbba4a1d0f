/// Why a trajectory cannot be continued.
public struct DynamicsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Kind: Equatable, Sendable {
    /// The state left every bound.
    case diverged
    /// The objective or its gradient has no finite value there.
    case undefined
    /// A parameter of the method leaves its bounds.
    case parameter(expected: String)
  }

  /// What went wrong.
  public let kind: Kind
  /// Which trajectory: "the method" or "the model"; or "the schedule".
  public let subject: String
  /// The iteration whose computation failed, counted from 0.
  public let iteration: Int
  /// What was met, e.g. "log of -0.25".
  public let found: String

  /// An error of `subject` at `iteration`.
  public init(kind: Kind, subject: String, iteration: Int, found: String) {
    self.kind = kind
    self.subject = subject
    self.iteration = iteration
    self.found = found
  }

  /// One line: which trajectory, which iteration, what was met and what was expected.
  public var description: String {
    switch kind {
    case .diverged:
      "\(subject) diverges at iteration \(iteration): found \(found), expected a bounded state (try a smaller step)"
    case .undefined:
      "\(subject) stops at iteration \(iteration): found \(found), expected finite values of the objective and its gradient"
    case .parameter(let expected): "\(subject) stops at iteration \(iteration): found \(found), expected \(expected)"
    }
  }

  /// A state beyond this magnitude has diverged: its powers soon leave the range of doubles.
  public static let bound = 1e60
}
