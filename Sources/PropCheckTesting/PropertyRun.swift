import PropCheck
import Testing

/// Runs a property in the test that is running, as the environment asks, and records at most one issue.
struct PropertyRun {
  let name: String
  let sourceLocation: SourceLocation
  var environment: Result<EnvironmentSettings, EnvironmentSettings.Malformed>
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
    guard !isForAnotherProcess else { return }
    let settings = isolated(settings)
    if settings.isolation != nil, let collision = IsolatedNames.collision(name) { return record(collision) }
    switch environment {
    case .failure(let error): record(error.description)
    case .success(let environment):
      if let token = environment.replay {
        replayToken(token, property, settings)
      } else {
        finish(check(property, settings: environment.applied(to: settings)), environment, settings)
      }
    }
  }

  /// Checks or replays a property with an asynchronous body.
  func runAsync<Value: Sendable>(
    _ generator: Generator<Value>, _ settings: Settings, isolation: isolated (any Actor)? = #isolation,
    body: (Value, inout CaseNotes) async throws -> Outcome
  ) async {
    guard !isForAnotherProcess else { return }
    let settings = isolated(settings)
    if settings.isolation != nil, let collision = IsolatedNames.collision(name) { return record(collision) }
    switch environment {
    case .failure(let error): record(error.description)
    case .success(let environment):
      var applied = environment.applied(to: settings)
      if let token = environment.replay {
        // one case decides: the token's
        guard let decoded = try? Token.decode(token, prefix: settings.tokenPrefix), decoded.property == name else {
          return skip()
        }
        ledger.match()
        applied.examples = [token]
        applied.cases = 1
        applied.store = nil
      }
      let report = await checkAsync(name, generator, settings: applied, body: body)
      finish(report, environment, settings)
    }
  }

  /// Whether this process was started to judge the cases of another property.
  private var isForAnotherProcess: Bool { Isolation.requestedProperty.map { $0 != name } ?? false }

  /// The settings with the isolation that the running test's trait asks for.
  private func isolated(_ settings: Settings) -> Settings {
    guard let limit = PropertyTestingTrait.currentCaseLimit, let test = Test.current else { return settings }
    var result = settings
    result.isolation = settings.isolation ?? Isolation(command: ChildTestRun.command(for: test), caseTimeLimit: limit)
    return result
  }

  /// Records what a report says if it is not a pass, and attaches it in full.
  private func finish<Value>(_ report: Report<Value>, _ environment: EnvironmentSettings, _ settings: Settings) {
    let isPass = report.verdict == .passed && report.unusableExamples.isEmpty
    let text = report.text(place: place, command: command) + keeping(report, environment, settings)
    if isPass {
      warn(report)
      // who asks for shares of labels wants to see them
      guard environment.reports || !report.coverage.isEmpty else { return }
      print(text)
    } else {
      record(text)
    }
    Attachment.record(text, named: "\(fileName).txt", sourceLocation: sourceLocation)
  }

  private var fileName: String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  func recordMissingTrait() {
    record("the property '\(name)' was not checked: add the trait .propertyTesting to its test or suite")
  }

  /// What neither passes in silence nor fails the property is a warning: a kept case that no longer replays, a
  /// generator whose health is poor.
  private func warn<Value>(_ report: Report<Value>) {
    let lines =
      report.staleCases.map { "  stale           " + $0 } + report.advice.map { "  advice          " + $0 }
    guard !lines.isEmpty else { return }
    let text = "property '\(name)' holds, with a reservation (\(place))\n" + lines.joined(separator: "\n")
    Issue.record(Comment(rawValue: text), severity: .warning, sourceLocation: sourceLocation)
  }

  /// Keeps the counterexample if the environment asks for it; gives the line that says so.
  private func keeping<Value>(
    _ report: Report<Value>, _ environment: EnvironmentSettings, _ settings: Settings
  ) -> String {
    guard environment.keeps, let kept = report.keptCase else { return "" }
    let line = "\n  kept            "
    guard let store = settings.store else {
      return line + "nowhere: the property has no store; give it one by Settings(store:)"
    }
    do { return line + (try CaseDirectory(store).keep(kept)) } catch { return line + "nowhere: \(error)" }
  }

  private func replayToken<Value>(_ text: String, _ property: Property<Value>, _ settings: Settings) {
    do {
      let token = try Token.decode(text, prefix: settings.tokenPrefix)
      guard token.property == property.name else { return skip() }
      ledger.match()
      let result = try replay(token, property, settings: settings)
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
    let test = String(Test.current?.name.prefix { $0 != "(" } ?? "")
    let isWord = test.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    // a name in words needs quotes in a shell, and no back-ticks
    let filter = isWord ? test : "'" + test.filter { $0 != "`" && $0 != "'" } + "'"
    return "PROPCHECK_REPLAY=\(token) swift test --filter \(filter)"
  }
}
