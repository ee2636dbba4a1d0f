import PropCheck
import Testing

/// Runs a property in the test that is running, as the environment asks, and records at most one issue.
struct PropertyRun {
  let name: String
  let sourceLocation: SourceLocation
  var environment: Result<EnvironmentSettings, EnvironmentSettings.Malformed>
  var ledger: ReplayLedger

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
    switch plan(settings) {
    case nil: break
    case .check(let settings, let environment):
      finish(check(property, settings: settings), environment, settings)
    case .replay(let token, let settings):
      finish(Result { () throws(TokenError) in try replay(token, property, settings: settings) })
    }
  }

  /// Checks or replays a property with an asynchronous body.
  func runAsync<Value: Sendable>(
    _ generator: Generator<Value>, _ settings: Settings, isolation: isolated (any Actor)? = #isolation,
    body: (Value, inout CaseNotes) async throws -> Outcome
  ) async {
    switch plan(settings) {
    case nil: break
    case .check(let settings, let environment):
      finish(await checkAsync(name, generator, settings: settings, body: body), environment, settings)
    case .replay(let token, let settings):
      do {
        finish(.success(try await replayAsync(token, name, generator, settings: settings, body: body)))
      } catch {
        finish(Result<ReplayResult<Value>, TokenError>.failure(error))
      }
    }
  }

  /// What is asked of a property.
  private enum Plan {
    case check(Settings, EnvironmentSettings)
    case replay(Token, Settings)
  }

  /// What is to be done; nil if nothing is, and then it was said why.
  private func plan(_ settings: Settings) -> Plan? {
    guard isInsideCase || !isForAnotherProcess else { return nil }
    let settings = isInsideCase ? inProcess(settings) : isolated(settings)
    if settings.isolation != nil, let collision = PropertyNames.collision(name) {
      record(collision)
      return nil
    }
    switch environment {
    case .failure(let error):
      record(error.description)
      return nil
    case .success(let environment):
      guard !isInsideCase, let text = environment.replay else {
        return .check(environment.applied(to: settings), environment)
      }
      return requested(text, settings.tokenPrefix).map { .replay($0, settings) }
    }
  }

  /// Whether this property is a part of a case of another one: it is always checked, in the process of that case.
  private var isInsideCase: Bool { IssueSink.current != nil }

  private func inProcess(_ settings: Settings) -> Settings {
    var result = settings
    result.isolation = nil
    return result
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
    let kept = isInsideCase ? "" : keeping(report, environment, settings)
    let again = { command($0, report.seed, environment) }
    let whole = "the attachment \(fileName): swift test --attachments-path DIRECTORY"
    let text = report.text(place: place, wholeText: whole, command: again) + kept
    // inside the case of another property this one only decides how that case ends
    guard !isInsideCase else {
      if report.verdict != .passed { record(text) }
      return
    }
    if report.verdict == .passed {
      warn(report)
      // who asks for shares of labels wants to see them
      guard environment.reports || !report.coverage.isEmpty else { return }
      print(text)
    } else {
      record(text)
    }
    Attachment.record(
      report.text(place: place, isWhole: true, command: again) + kept, named: fileName, sourceLocation: sourceLocation)
  }

  private var fileName: String {
    String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }) + ".txt"
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

  /// Records an issue of the running test, at the property's line.
  func record(_ text: String) {
    Issue.record(Comment(rawValue: text), sourceLocation: sourceLocation)
  }

  /// Where the property stands, for a report.
  var place: String { "\(sourceLocation.fileName):\(sourceLocation.line)" }

  /// The command that shows a case again: by its token, or by the whole run where the token is too long for a shell.
  private func command(_ token: String, _ seed: UInt64, _ environment: EnvironmentSettings) -> String {
    var variables = "PROPCHECK_REPLAY=\(TestFilter.quoted(token))"
    if token.utf8.count > longestText {
      variables = "PROPCHECK_SEED=\(seed)" + (environment.cases.map { " PROPCHECK_CASES=\($0)" } ?? "")
    }
    return variables + " swift test --filter " + TestFilter.quoted(Test.current.map(TestFilter.pattern) ?? "")
  }
}
