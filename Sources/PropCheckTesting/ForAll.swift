public import PropCheck
public import Testing

/// Checks in a test that a body, written with `#expect` and `#require`, holds for all values of some generators.
///
/// The test, or its suite, needs the trait `.propertyTesting`. Of all failing cases only the minimal one is
/// recorded, once, where `forAll` stands. A body may `throw Discard("...")` for a value that it does not mean, and note
/// by ``noteCase(_:)`` how wrong a case is (`target`): the report then names the worst one beside the minimal.
///
/// ```swift
/// @Test(.propertyTesting) func addingZero() {
///   forAll(.int(in: -9...9), .bool) { n, flag in #expect(n + 0 == n) }
/// }
/// ```
///
/// - Parameters:
///   - generators: one for each argument of the body.
///   - name: what the random stream and tokens depend on; by default the name of the test, and from its second property
///     on its place, such as "#2".
///   - settings: how; cases run on the thread of the test.
///   - sourceLocation: where a failure is recorded.
///   - body: holds if it records no issue and throws nothing.
public func forAll<each Value>(
  _ generators: repeat Generator<each Value>, name: String? = nil, settings: Settings = Settings(),
  sourceLocation: SourceLocation = #_sourceLocation, body: (repeat each Value) throws -> Void
) {
  let name = name ?? PropertyNames.next()
  guard PropertyRun.isInsideTest(name) else { return }
  let run = PropertyRun(name: name, sourceLocation: sourceLocation)
  guard IssueSink.isInstalled else { return run.recordMissingTrait() }
  var sequential = settings
  sequential.threads = 1
  withoutActuallyEscaping(body) { body in
    let sink = IssueSink()
    let call = SequentialCall { (values: (repeat each Value)) in sink.outcome { try body(repeat each values) } }
    let property = Property<(repeat each Value)>(
      name, zip(repeat each generators),
      body: { values, notes in
        let outcome = call.function(values)
        let noted = sink.takeNotes()
        notes.add(noted)
        return outcome.withSeverity(noted.score)
      })
    run.run(property, sequential)
  }
}

/// Checks in a test that a property holds; one issue is recorded if it fails, is inconclusive or gives up.
///
/// - Parameters:
///   - property: what to check.
///   - settings: how.
///   - sourceLocation: where a failure is recorded.
public func expectHolds<Value>(
  _ property: Property<Value>, settings: Settings = Settings(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard PropertyRun.isInsideTest(property.name) else { return }
  PropertyRun(name: property.name, sourceLocation: sourceLocation).run(property, settings)
}

extension Outcome {
  /// A failure with the score of its case for its severity; any other outcome as it is.
  func withSeverity(_ score: Double?) -> Outcome {
    guard case .failed(let failure) = self else { return self }
    return .failed(failure.kind, failure.message, severity: score)
  }
}

/// A function that is called on one thread only, although properties ask for one that could go to others.
private struct SequentialCall<Value>: @unchecked Sendable {
  // Unchecked, because `forAll` sets `threads` to 1: all calls come from the thread that made this value.
  let function: (Value) -> Outcome
}
