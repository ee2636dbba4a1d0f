import Foundation
import HBModel
import HBSuite
import Testing

@testable import HBReport

@Suite struct CompareVerbTests {
  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test func theHelpHasAnExampleThatRunsAndAllOrdersAreSeen() throws {
    let help = try Executable.run(["compare", "--help"])
    #expect(help.code == 0)
    let command = try #require(help.output.split(separator: "\n").last)
    let example = try #require(command.range(of: "swift run -c release hbcheck "))
    let run = try Executable.run(words(String(command[example.upperBound...])))
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("HOLDS  16 models beside heavy ball over 128 steps of 1/256\n"))
    for model in ModelZoo.standard.models { #expect(run.output.contains("\n  \(model.name) ")) }
  }

  @Test func aDocumentHasExactlyItsKeys() throws {
    let line = "compare --objective @log-cosh --momentum 1/2 --step 1/64 --time 1/4 --format json"
    let run = try Executable.run(words(line))
    // 16 steps are fewer than the asymptotic regime asks for.
    #expect(run.code == 3)
    #expect(run == (try Executable.run(words(line))))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(
      document.keys.sorted() == [
        "models", "momentum", "objective", "reason", "schema", "start", "step", "steps", "times", "verb", "verdict",
      ])
    #expect(document["steps"] as? Int == 16)
    #expect(document["times"] as? [String] == ["0.015625", "0.03125", "0.0625", "0.125", "0.25"])
    let models = try #require(document["models"] as? [[String: Any]])
    #expect(models.count == 16)
    for model in models {
      #expect(model.keys.sorted() == ["errors", "failure", "name", "observedOrder", "order", "start"])
      #expect((model["errors"] as? [String])?.count == 5)
    }
    #expect(models.filter { $0["start"] as? String == "slow-manifold" }.count == 4)
  }

  @Test func theOrderSeenIsNearTheTheoreticalOne() throws {
    let problem = MomentumProblem(
      objective: try Expression(parsing: "logcosh(x1+x2)+x1^2/3"), start: [.one, try Rational(1, 2)],
      momentum: try Rational(1, 2))
    for series in try ModelComparison(problem, step: try Rational(1, 512), steps: 512).series {
      let seen = try #require(series.observedOrder)
      #expect(abs(seen - Double(series.order)) < 0.12, "\(series.kind.name): \(seen)")
    }
  }

  @Test func aModelThatCannotBeFollowedSaysWhy() throws {
    // Off the regime heavy ball converges, while counter terms of high order blow up.
    let problem = MomentumProblem(
      objective: try Expression(parsing: "x1^4"), start: [Rational(1)], momentum: try Rational(9, 10))
    let report = ComparisonReport(
      try ModelComparison(problem, step: try Rational(1, 16), steps: 64), objective: "x1^4")
    let failed = report.comparison.series.filter { $0.failure != nil }
    #expect(!failed.isEmpty)
    #expect(report.text.contains("\n  cannot be followed: \(failed[0].kind.name)"))
    for series in failed {
      #expect(report.text.contains("\n    \(try #require(series.failure))\n"))
      #expect(series.errors.isEmpty && series.observedOrder == nil)
    }
    #expect(report.judgement.reason.hasSuffix("; \(failed.count) cannot be followed"))
  }

  @Test(arguments: [
    ("", "--steps: found nothing, expected one of --steps and --time"),
    ("--steps 4 --time 1", "--steps: found --time beside it, expected one of --steps and --time"),
    ("--time 1/100", "--time: found 1/100, expected a whole multiple of the step 1/64, up to 16384 of them"),
    ("--time 1000", "--time: found 1000, expected a whole multiple of the step 1/64, up to 16384 of them"),
    ("--time 0", "--time: found 0, expected a number above 0"),
    ("--steps 0", "--steps: found '0', expected a whole number from 1 to 16384"),
    ("--steps 16385", "--steps: found '16385', expected a whole number from 1 to 16384"),
  ])
  func badInputIsOneLine(options: String, expected: String) throws {
    let run = try Executable.run(
      words("compare --objective @log-cosh --momentum 1/2 --step 1/64 " + options))
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors == "hbcheck compare: \(expected)\n")
  }

  @Test func aTrajectoryOutsideTheDomainIsRefused() throws {
    let run = try Executable.run(
      words("compare --objective log(x1) --start 1/10 --momentum 1/2 --step 1/8 --steps 8"))
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("hbcheck compare: the method stops at iteration 1: found log of"))
  }
}
