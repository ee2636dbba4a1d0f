import PropCheck
import Testing

/// Runs a property in the test that is running, as the environment asks, and records at most one issue.
struct PropertyRun {
  let name: String
  let sourceLocation: SourceLocation
  let environment: Result<EnvironmentSettings, EnvironmentSettings.Malformed>
  let ledger: ReplayLedger

  init(name: String, sourceLocation: SourceLocation) {
    self.name = name
    self.sourceLocation = sourceLocation
    environment = EnvironmentSettings.process
    ledger = .shared
  }

  /// The name of a property for which none was given: that of the running test.
  static var currentName: String {
    Test.current?.id.nameComponents.joined(separator: "/") ?? "a property"
  }

  /// Says so and returns false where no test is running, because nothing could be recorded there.
  static func isInsideTest(_ name: String) -> Bool {
    guard Test.current == nil else { return true }
    print("error: the property '\(name)' was not checked: no test is running, so a failure could not be recorded")
    return false
  }

  /// Checks or replays a property.
  func run<Value>(_ property: Property<Value>, _ settings: Settings) {
    switch environment {
    case .failure(let error): record(error.description)
    case .success(let environment):
      if let token = environment.replay {
        replayToken(token, property, settings)
      } else {
        let report = check(property, settings: environment.applied(to: settings))
        guard report.verdict != .passed || !report.unusableExamples.isEmpty else { return }
        record(report.text(place: place, command: command))
      }
    }
  }

  private func replayToken<Value>(_ text: String, _ property: Property<Value>, _ settings: Settings) {
    do {
      let token = try Token.decode(text, prefix: settings.tokenPrefix)
      guard token.property == property.name else { return skip() }
      ledger.match()
      let result = try replay(token, property)
      guard result.outcome != .passed else {
        return print("replay: property '\(name)' holds for \(result.description)")
      }
      record(
        """
        property '\(name)' replayed (\(place))
          value           \(result.description)
          outcome         \(PropertyRun.text(result.outcome))
        """)
    } catch .otherVersion {
      skip()
    } catch {
      ledger.match()
      record("property '\(name)' cannot replay: \(error)")
    }
  }

  private static func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .failed(let failure): "failed: \(failure.message)"
    case .inconclusive(let reason): "inconclusive: \(reason)"
    case .discarded(let reason): "discarded: \(reason)"
    }
  }

  private func skip() {
    print("note: property '\(name)' skipped: PROPCHECK_REPLAY belongs to another one")
  }

  func record(_ text: String) {
    Issue.record(Comment(rawValue: text), sourceLocation: sourceLocation)
  }

  private var place: String { "\(sourceLocation.fileName):\(sourceLocation.line)" }

  private func command(_ token: String) -> String {
    let test = Test.current?.name.prefix { $0 != "(" } ?? ""
    return "PROPCHECK_REPLAY=\(token) swift test --filter \(test)"
  }
}
