import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Remembers whether the token of `PROPCHECK_REPLAY` found its property, so that a replay of nothing cannot
/// look like a pass: a process that ends without having found it ends with an error.
final class ReplayLedger: Sendable {
  private let isMatched = Mutex(false)

  /// The ledger of this process; the first use arranges the check at its end.
  static let shared: ReplayLedger = {
    atexit { ReplayLedger.finish() }
    return ReplayLedger()
  }()

  /// Arranges the check also for a process in which no property runs at all, if that process was to run tests; and
  /// makes a filter that leaves no test an error, which it is not by itself.
  static func arrange() {
    let arguments = CommandLine.arguments
    let runsTests = zip(arguments, arguments.dropFirst()).contains { $0 == ("--testing-library", "swift-testing") }
    guard runsTests, !arguments.contains("--list-tests"), getenv("SWT_EXIT_TEST_ID") == nil else { return }
    if requested != nil { _ = shared }
    #if canImport(Glibc)
      guard arguments.contains("--filter") else { return }
      on_exit({ status, _ in ReplayLedger.finish(status) }, nil)
    #endif
  }

  /// The status with which Swift Testing ends where there was no test to run.
  private static let noTests: Int32 = 69

  private static func finish(_ status: Int32) {
    guard status == noTests else { return }
    let filters = zip(CommandLine.arguments, CommandLine.arguments.dropFirst()).filter { $0.0 == "--filter" }
    complain("error: --filter \(filters.map { "'\($0.1)'" }.joined(separator: ", ")) matches no test")
  }

  private static func finish() {
    if let complaint = shared.complaint(requested) { complain(complaint) }
  }

  private static func complain(_ text: String) -> Never {
    _ = (text + "\n").withCString { write(2, $0, strlen($0)) }
    _exit(1)
  }

  /// Notes that a property with the token's name ran.
  func match() { isMatched.withLock { $0 = true } }

  /// What is wrong at the end of a process, nil if nothing is.
  func complaint(_ token: String?) -> String? {
    guard let token, !isMatched.withLock({ $0 }) else { return nil }
    return "error: PROPCHECK_REPLAY=\(token) matches no property that ran; check --filter and the token"
  }

  private static var requested: String? {
    guard case .success(let settings) = EnvironmentSettings.process else { return nil }
    return settings.replay
  }
}
