public import PropCheck
public import Testing

/// Checks in a test that an asynchronous body holds for all values of some generators.
///
/// As the synchronous `forAll`; the body runs in the task of the test, one case after the other. When the task is
/// cancelled, as by a time limit, no further case begins, and an issue says so.
///
/// - Parameters:
///   - generators: one for each argument of the body.
///   - name: what the random stream and tokens depend on; by default that of the test, as for the synchronous one.
///   - settings: how.
///   - isolation: where the body runs: where this is called.
///   - sourceLocation: where a failure is recorded.
///   - body: holds if it records no issue and throws nothing.
public func forAll<each Value: Sendable>(
  _ generators: repeat Generator<each Value>, name: String? = nil, settings: Settings = Settings(),
  isolation: isolated (any Actor)? = #isolation, sourceLocation: SourceLocation = #_sourceLocation,
  body: (repeat each Value) async throws -> Void
) async {
  let name = name ?? PropertyNames.next()
  guard PropertyRun.isInsideTest(name) else { return }
  let run = PropertyRun(name: name, sourceLocation: sourceLocation)
  guard IssueSink.isInstalled else { return run.recordMissingTrait() }
  let sink = IssueSink()
  await run.runAsync(zip(repeat each generators), settings) { values, notes in
    let outcome = await sink.outcome { try await body(repeat each values) }
    let noted = sink.takeNotes()
    notes.add(noted)
    return outcome.withSeverity(noted.score)
  }
}

/// Notes labels, entries of tables or a score for the case that runs, inside the body of a `forAll`.
///
/// ```swift
/// forAll(.array(of: .int), settings: Settings(requiredLabels: ["empty": 0.01])) { list in
///   noteCase { $0.label("empty", if: list.isEmpty) }
///   #expect(list.sorted().count == list.count)
/// }
/// ```
///
/// - Parameter body: notes; outside of a case it is not called.
public func noteCase(_ body: (inout CaseNotes) -> Void) {
  IssueSink.current?.note(body)
}
