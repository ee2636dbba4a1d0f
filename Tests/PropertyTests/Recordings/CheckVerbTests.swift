import Foundation
import Testing

/// `hbcheck check`, run as a person runs it.
@Suite struct CheckVerbTests {
  private static let run = "golden/recordings/log-cosh-momentum-double.csv"
  private static let right = ["--objective", "@log-cosh", "--step", "0.004", "--momentum", "0.5"]

  @Test(
    arguments: [
      ([], 0, "HOLDS  the run is heavy-ball to rounding: all 60 iterates compared lie within"),
      (["--convention", "nesterov"], 1, "FALSIFIED  the run is heavy-ball to rounding, expected is nesterov"),
      (["--convention", "heavy-ball", "--precision", "single"], 0, "HOLDS  the run is heavy-ball to rounding"),
    ] as [([String], Int32, String)])
  func `the exit code is the verdict`(more: [String], code: Int32, start: String) throws {
    let run = try Executable.run(["check", Self.run] + Self.right + more)
    #expect(run.code == code)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix(start), "\(run.output)")
  }

  @Test func `the document has exactly its keys`() throws {
    let run = try Executable.run(["check", Self.run] + Self.right + ["--format", "json"])
    #expect(run.code == 0)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "conventions", "explanation", "matches", "models", "precision", "reason", "recording", "schema", "tracked",
        "verb", "verdict",
      ])
    #expect(object["matches"] as? [String] == ["heavy-ball"])
    let conventions = try #require(object["conventions"] as? [[String: Any]])
    #expect(conventions.count == 5)
    #expect(
      conventions[0].keys.sorted() == [
        "agreesThrough", "compared", "dampening", "deviation", "firstStep", "formula", "matches", "name", "step",
        "worst",
      ])
    let deviation = try #require(conventions[1]["deviation"] as? [String: Any])
    #expect(
      deviation.keys.sorted() == ["bound", "coordinate", "difference", "expected", "iteration", "recorded"])
    let models = try #require(object["models"] as? [[String: Any]])
    #expect(models.count == 5)
    #expect(
      models[0].keys.sorted() == ["expectedOrder", "iteration", "largestError", "observedOrder", "order"])
    let again = try Executable.run(["check", Self.run] + Self.right + ["--format", "json"])
    #expect(again.output == run.output)
  }

  @Test func `a wrong momentum is explained in text and document`() throws {
    let arguments = ["check", Self.run, "--objective", "@log-cosh", "--step", "0.004", "--momentum", "0.9"]
    let run = try Executable.run(arguments)
    #expect(run.code == 1)
    #expect(
      run.output.hasPrefix("FALSIFIED  this is heavy-ball with mu = 0.5 rather than 0.9 and step 0.004; as given,"))
    let document = try Executable.run(arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(document.output.utf8)) as? [String: Any]
    let explanation = try #require(object?["explanation"] as? [String: Any])
    #expect(
      explanation.keys.sorted() == [
        "convention", "firstStep", "iteration", "kind", "momentum", "statement", "step",
      ])
    #expect(explanation["momentum"] as? String == "1/2")
    #expect(explanation["kind"] as? String == "other-parameters")
  }

  @Test func `rows that show no momentum are inconclusive, from a file that was cut`() throws {
    let whole = try String(contentsOfFile: Self.run, encoding: .utf8)
    let lines = whole.split(separator: "\n")
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("check-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try (lines.prefix(5).joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
    let run = try Executable.run(["check", file.path] + Self.right)
    #expect(run.code == 3)
    #expect(run.output.hasPrefix("INCONCLUSIVE  the rows agree with heavy-ball"), "\(run.output)")
    // Cut within a row.
    try String(whole.dropLast(30)).write(to: file, atomically: true, encoding: .utf8)
    let cut = try Executable.run(["check", file.path] + Self.right)
    #expect(cut.code == 2)
    #expect(cut.errors.contains("found 2 columns, expected 3, as the header has"), "\(cut.errors)")
  }

  @Test(arguments: [
    (["nowhere.csv"], "RUN.csv: found no readable file 'nowhere.csv', expected a recording"),
    (["golden"], "RUN.csv: found the directory 'golden', expected a recording"),
    (["/dev/null"], "/dev/null, line 1, column 1: found the end of the file, expected the header n,x1,x2,..."),
    (["/dev/zero"], "RUN.csv: found more than 67108864 bytes in '/dev/zero', expected at most that"),
    (["golden/README.md"], "golden/README.md, line 3, column 1: found 'Recorded truth for the tests'"),
  ])
  func `a bad file is one line on standard error and exit code 2`(arguments: [String], expected: String) throws {
    try expectRefusal(["check"] + arguments + Self.right, expected)
  }

  @Test(arguments: [
    (
      ["--objective", "@xor-network", "--step", "1", "--momentum", "0"],
      "--objective: found @xor-network with 9 variables, expected 2, as \(run) has coordinates"
    ),
    (
      ["--objective", "x1*x3", "--step", "1", "--momentum", "0"],
      "objective, column 4: found the variable 'x3', expected one of x1 to x2"
    ),
    (["--objective", "@log-cosh", "--step", "0", "--momentum", "0"], "--step: found 0, expected a number above 0"),
    (
      ["--objective", "@log-cosh", "--step", "1", "--momentum", "1"],
      "--momentum: found 1, expected a momentum in [0, 1)"
    ),
    (["--objective", "@log-cosh", "--step", "1"], "--momentum: found nothing, expected MU"),
    (right + ["--dampening", "1"], "--dampening: found 1, expected a dampening in [0, 1)"),
    (
      right + ["--convention", "gradient-descent"],
      "--convention: found 'gradient-descent' beside the momentum 1/2, expected the momentum 0"
    ),
    (right + ["--start", "1,1"], "--start: found a start, expected none, for \(run) has iteration 0"),
    (right + ["--precision", "half"], "--precision: found 'half', expected one of double, single"),
    (right + ["--convention", "nestrov"], "--convention: found 'nestrov', expected one of heavy-ball,"),
  ])
  func `bad settings are one line on standard error and exit code 2`(arguments: [String], expected: String) throws {
    try expectRefusal(["check", Self.run] + arguments, expected)
  }

  private func expectRefusal(_ arguments: [String], _ expected: String) throws {
    let run = try Executable.run(arguments)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("hbcheck check: " + expected), "\(run.errors)")
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }
}
