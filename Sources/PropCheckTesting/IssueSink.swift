import PropCheck
import Synchronization
import Testing

/// Collects the issues of one case while it runs.
final class IssueSink: Sendable {
  /// The sink of the case that runs in this task, nil outside of cases.
  @TaskLocal static var current: IssueSink?
  /// Whether the trait that consults the sink is in place.
  @TaskLocal static var isInstalled = false

  private let issues = Mutex<[Issue]>([])
  private let notes = Mutex(CaseNotes())

  func note(_ body: (inout CaseNotes) -> Void) { notes.withLock { body(&$0) } }

  /// What was noted, and forgets it.
  func takeNotes() -> CaseNotes {
    notes.withLock { notes in
      defer { notes = CaseNotes() }
      return notes
    }
  }

  func add(_ issue: Issue) {
    issues.withLock { $0.append(issue) }
  }

  /// What was collected, and forgets it.
  func drain() -> [Issue] {
    issues.withLock { issues in
      defer { issues.removeAll(keepingCapacity: true) }
      return issues
    }
  }

  /// Judges a case by what it records and throws.
  ///
  /// - Parameter body: the case.
  /// - Returns: passed if it recorded no failure and threw nothing; discarded if it said so.
  func outcome(_ body: () throws -> Void) -> Outcome {
    var thrown: (any Error)?
    IssueSink.$current.withValue(self) {
      do { try body() } catch { thrown = error }
    }
    return outcome(thrown)
  }

  /// Judges an asynchronous case by what it records and throws.
  func outcome(isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Void) async -> Outcome {
    var thrown: (any Error)?
    await IssueSink.$current.withValue(self) {
      do { try await body() } catch { thrown = error }
    }
    return outcome(thrown)
  }

  private func outcome(_ thrown: (any Error)?) -> Outcome {
    let failures = drain().filter(\.isFailure)
    if let first = failures.first {
      return .failed(IssueSink.kind(of: first), failures.map(IssueSink.text).joined(separator: "\n"))
    }
    guard let thrown else { return .passed }
    if let discard = thrown as? Discard { return .discarded(discard.reason) }
    return .failed(String(reflecting: type(of: thrown)), "it threw \(thrown)")
  }

  /// An expectation is known by its place, an error by its type.
  private static func kind(of issue: Issue) -> String {
    if case .errorCaught(let error) = issue.kind { return String(reflecting: type(of: error)) }
    guard let place = issue.sourceLocation else { return issue.kind.description }
    return "\(place.fileID):\(place.line):\(place.column)"
  }

  private static func text(_ issue: Issue) -> String {
    let place = issue.sourceLocation.map { " at \($0.fileName):\($0.line)" } ?? ""
    let comments = issue.comments.map { "\n" + $0.rawValue }.joined()
    return issue.kind.description + place + comments
  }
}
