public import Testing

/// Lets a property that runs in a test use `#expect` and `#require`: while a property checks its cases, their
/// failures are caught instead of being recorded, and only the minimal counterexample is recorded.
///
/// ```swift
/// @Suite(.propertyTesting) struct Reversing {
///   @Test func twiceIsNothing() {
///     forAll(.array(of: .int)) { #expect(Array($0.reversed().reversed()) == $0) }
///   }
/// }
/// ```
public struct PropertyTestingTrait: TestTrait, SuiteTrait, TestScoping {
  /// How long a case may run in a process of its own; nil where bodies run in the process of the tests.
  let isolatedCaseLimit: Duration?

  /// The limit that holds for the running test.
  @TaskLocal static var currentCaseLimit: Duration?

  /// Whether tests inside a suite inherit the trait: they do.
  public var isRecursive: Bool { true }

  /// Runs a test with the handler of issues in place.
  ///
  /// - Parameters:
  ///   - test: the test.
  ///   - testCase: its arguments.
  ///   - function: runs it.
  /// - Throws: what the test throws.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let handler = IssueHandlingTrait.compactMapIssues { issue in
      guard let sink = IssueSink.current else { return issue }
      sink.add(issue)
      return nil
    }
    try await IssueSink.$isInstalled.withValue(true) {
      // a trait of a suite does not undo that of a test
      try await Self.$currentCaseLimit.withValue(isolatedCaseLimit ?? Self.currentCaseLimit) {
        try await PropertyNames.$current.withValue(PropertyNames()) {
          try await handler.provideScope(for: test, testCase: testCase, performing: function)
        }
      }
    }
  }
}

extension Trait where Self == PropertyTestingTrait {
  /// Lets `forAll` use `#expect` and `#require` in its body; for a test or for a whole suite.
  public static var propertyTesting: Self { PropertyTestingTrait(isolatedCaseLimit: nil) }

  /// The same, with bodies that run in a process of their own: there a trap, or a case that does not settle within
  /// its limit, is a failure like any other, and is shrunk.
  ///
  /// The process is the same test alone, so its properties need names that differ.
  ///
  /// - Parameter caseTimeLimit: how long one case may run.
  public static func isolatedPropertyTesting(caseTimeLimit: Duration = .seconds(10)) -> Self {
    PropertyTestingTrait(isolatedCaseLimit: caseTimeLimit)
  }
}
