/// How the bodies of a property run in child processes, where a trap, or a body that never settles, is a failure like
/// any other: it is shrunk, and the run goes on.
///
/// The child is started by a command that comes to a check of the same property, as the running process did. There
/// ``check(_:settings:progress:)`` checks nothing of its own: it judges the cases that it is sent, and ends the process
/// when there are no more. A child is started anew only after a case has ended one.
public struct Isolation: Sendable, Equatable {
  /// The program and its arguments.
  public var command: [String]
  /// How long one case may run; one that runs longer fails, and the child is ended.
  public var caseTimeLimit: Duration

  /// Isolation by a command.
  ///
  /// - Parameters:
  ///   - command: a program and its arguments that come to the same property; by default those of this process.
  ///   - caseTimeLimit: how long one case may run, at least a millisecond.
  public init(command: [String] = CommandLine.arguments, caseTimeLimit: Duration = .seconds(10)) {
    self.command = command
    self.caseTimeLimit = caseTimeLimit
  }

  /// The property whose cases this process is to judge for the process that started it; nil where it is no child.
  public static let requestedProperty: String? = variable(requestVariable)

  /// The environment variable by which a child is told.
  static let requestVariable = "PROPCHECK_ISOLATED"
  /// So many cases may run into their limit while a property shrinks.
  static let mostTimeouts = 20
}
