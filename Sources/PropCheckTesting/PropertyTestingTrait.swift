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
      try await handler.provideScope(for: test, testCase: testCase, performing: function)
    }
  }
}

extension Trait where Self == PropertyTestingTrait {
  /// Lets `forAll` use `#expect` and `#require` in its body; for a test or for a whole suite.
  public static var propertyTesting: Self { PropertyTestingTrait() }
}
