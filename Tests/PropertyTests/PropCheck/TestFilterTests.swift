import Foundation
import PropCheck
import Testing

@testable import PropCheckTesting

/// The printed command selects its test and no other, whatever the name.
@Suite struct TestFilterTests {
  @Test func `a (b) c.d "e" 'f'? $HOME`() throws { try runAlone() }
  @Test func `a (b) c.d "e" 'f'? $HOME too`() throws { try runAlone() }
  @Test func `a b cxd "e" f HOME`() throws { try runAlone() }

  /// Pastes the filter of the running test to a shell: one test runs, this one.
  private func runAlone() throws {
    guard ProcessInfo.processInfo.environment["TEST_FILTER_CHILD"] == nil else { return }
    let test = try #require(Test.current)
    var command = ChildTestRun.command(for: test).dropLast(2).map(TestFilter.quoted)
    command += ["--filter", TestFilter.quoted(TestFilter.pattern(for: test))]
    let run = try Executable.run(
      command: ["/bin/sh", "-c", command.joined(separator: " ")], environment: ["TEST_FILTER_CHILD": "1"])
    #expect(run.code == 0)
    let started = (run.output + run.errors).split(separator: "\n").filter { $0.contains("Test \"") }
    #expect(started.count == 2 && started.allSatisfy { $0.contains("Test \"\(test.displayName ?? "")\" ") })
  }

  @Test func aTextIsOneWordOfAShell() throws {
    for text in ["", "plain-1_2./x", "a b", "it's", "''", "`id`", "$(id) $HOME", "a\\b\"c", "é\n"] {
      let run = try Executable.run(command: ["/bin/sh", "-c", "printf %s " + TestFilter.quoted(text)])
      #expect(run.output == text)
    }
    #expect(TestFilter.quoted("plain-1_2./x") == "plain-1_2./x")
    #expect(TestFilter.escaped("a.b()/c-d") == #"a\.b\(\)/c-d"#)
  }
}
