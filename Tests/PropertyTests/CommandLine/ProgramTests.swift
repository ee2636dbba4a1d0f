import Foundation
import HBSuite
import Testing

@Suite struct ProgramTests {
  private static let verbs =
    "verify, replay, order, trajectory, compare, derive, validate, check, mutants, report, golden, list"

  /// Splits a command line at blanks; `_` stands for a blank within an argument.
  private func words(_ line: String) -> [String] {
    line.split(separator: " ").map { $0.replacingOccurrences(of: "_", with: " ") }
  }

  @Test(arguments: [
    ("", "verb: found nothing, expected one of \(verbs)"),
    (
      "verfy", "verb: found 'verfy', expected one of \(verbs) (did you mean verify?)"
    ),
    ("validate no-such-file", "validate: FILE: found no readable file 'no-such-file'"),
    ("list --bogus", "list: options: found the unknown option '--bogus', expected one of --format"),
    (
      "list claim",
      "list: WHAT: found 'claim', expected one of claims, objectives, methods, schedules, mutants (did"
    ),
    ("order --objective", "order: --objective: found no value, expected E: an expression"),
    ("order --objective x1", "order: --start: found nothing, expected X: the start"),
    ("order --objective @rosenbrok", "order: --objective: found '@rosenbrok', expected one of @quadratic"),
    ("order --objective @rosenbrock --start 1", "order: --start: found 1 entry, expected 2"),
    ("order --objective (x1 --start 1", "order: objective, column 4: found the end, expected an operator or ')'"),
    ("order --objective sine(x1) --start 1", "order: objective, column 1: found 'sine', expected a variable"),
    ("order --objective x1+x3 --start 1,2", "order: objective, column 4: found the variable 'x3'"),
    ("order --objective x --start inf", "order: --start: found 'inf', expected a finite number"),
    ("order --objective x --start 1 --momentum 1", "order: --momentum: found 1, expected a momentum in [0, 1)"),
    (
      "order --objective x --start 1 --momentum 9/10*t",
      "order: --momentum, column 6: found 't', expected one of n, s, pi, or one of the functions exp log"
    ),
    (
      "order --objective x --start 1 --momentum 0 --step-factor 1_if_s<2;_1/2",
      "order: --step-factor, column 8: found the end 2, expected a fraction between 0 and 1 with a denominator up to"
    ),
    (
      "order --objective x^2 --start 1 --momentum 2*s --time 1 --order 1",
      "order: the schedule stops at iteration 512: found the momentum 1.00, expected one above -1 and below 1"
    ),
    (
      "trajectory --objective x^2 --start 1 --step 1/8 --momentum 0 --steps 4 --order 1 --step-factor 1/2-s",
      "trajectory: the schedule stops at iteration 2: found the step factor 0.00, expected one above 0"
    ),
    (
      "trajectory --objective x^2 --start 1 --step 1/8 --momentum 1/2*s --steps 4 --order 1 --stationary",
      "trajectory: --stationary: found a schedule or a start with momentum beside it, expected constant parameters"
    ),
    (
      "trajectory --objective x^2 --start 1 --step 1/8 --momentum 1/2 --steps 4 --order 1 --stationary --previous 1",
      "trajectory: --stationary: found a schedule or a start with momentum beside it, expected constant parameters"
    ),
    (
      "trajectory --objective x^2 --start 1 --step 1/8 --momentum 0 --steps 4 --order 2 --previous 1,2",
      "trajectory: --previous: found 2 entries, expected 1, one for each coordinate of the start"
    ),
    (
      "trajectory --objective x^2 --start 1 --step 1/8 --momentum 0 --steps 4 --order 2 --previous 1 --initial-velocity 1",
      "trajectory: --previous: found an initial momentum or velocity beside it, expected one of them"
    ),
    (
      "trajectory --objective x^2 --start 1 --step 1/8 --momentum 0 --steps 4 --order 2 --from-rest --previous 2",
      "trajectory: --from-rest: found a start with momentum beside it, expected one of them"
    ),
    (
      "order --objective x^2 --start 1 --momentum 0 --time 1 --order 2 --initial-velocity 1,2,3",
      "order: --initial-velocity: found 3 entries, expected 1, one for each coordinate of the start"
    ),
    (
      "order --objective x^2 --start 1 --momentum 0 --time 1 --order 2 --initial-velocity inf",
      "order: --initial-velocity: found 'inf', expected a finite number"
    ),
    (
      "order --objective x^2 --start 1 --momentum 0 --time 1 --order 6 --steps 300 --initial-velocity 1",
      "order: --steps: found '300', expected a whole number from 1 to 256"
    ),
    (
      "order --objective x^2 --start 1 --momentum 0 --time 1 --order 7 --initial-velocity 1",
      "order: --order: found '7', expected an order in 0...6 beside a velocity in the start"
    ),
    (
      "trajectory --objective x^2 --start 1 --step 1/8 --momentum 0 --steps 99999 --order 8 --initial-momentum 1",
      "trajectory: --steps: found '99999', expected at most"
    ),
    (
      "order --objective x --start 1 --momentum 0 --method adam",
      "order: --method: found 'adam', expected one of heavy-ball, nesterov, gradient-descent"
    ),
    ("order --objective x --start 1 --momentum 0 --time -1", "order: --time: found -1, expected a number above 0"),
    (
      "order --objective x --start 1 --momentum 0 --time 1 --order 9",
      "order: --order: found '9', expected a whole number from 0 to 8"
    ),
    (
      "order --objective x^2 --start 1 --momentum 0 --time 1 --order 1 --steps 200000",
      "order: --steps: found '200000', expected a whole number from 1 to 16384"
    ),
    (
      "order --objective log(x) --start -1 --momentum 0 --time 1 --order 1",
      "order: the method stops at iteration 0: found log of -1"
    ),
    (
      "order --objective 1/x --start 0 --momentum 0 --time 1 --order 1",
      "order: the method stops at iteration 0: found a division by zero, expected"
    ),
    (
      "trajectory --objective x^2 --start 1 --step 0 --momentum 0 --steps 1 --order 1",
      "trajectory: --step: found 0, expected a number above 0"
    ),
    (
      "trajectory --objective x^2+0*log(x-5) --start 1 --step 1/8 --momentum 0 --steps 1 --order 1",
      "trajectory: the method stops at iteration 0: found log of"
    ),
    (
      "order --objective 0/0*x+x^2 --start 1 --momentum 0 --time 1 --order 1",
      "order: the method stops at iteration 0: found a division by zero"
    ),
    (
      "trajectory --objective x^4 --start 100 --step 1 --momentum 0 --steps 9 --order 1",
      "trajectory: the method diverges at iteration"
    ),
    ("derive --order 12", "derive: --order: found '12', expected a whole number from 0 to 11"),
    ("derive --order 1 --method adam", "derive: --method: found 'adam', expected one of heavy-ball, nesterov"),
    ("derive --order 9 --iteration 17", "derive: --iteration: found '17', expected a whole number from 0 to 16"),
    ("verify --claim ordr", "verify: --claim: found 'ordr', expected one of order/heavy-ball"),
    ("verify --shard 5/4", "verify: --shard: found '5/4', expected I/N with 1 <= I <= N"),
    ("verify --orders 4..2", "verify: --orders: found '4..2', expected A..B with 0 <= A <= B <= 8"),
    ("replay", "replay: TOKEN: found nothing, expected a token"),
    ("replay hb0.AAAA", "replay: the token starts with 'hb0', expected 'hb1.'"),
    ("replay hb1.AAAAAAAAAAAA", "replay: the token is"),
    ("golden check --directory /nowhere", "golden: golden file /nowhere: no such directory"),
  ])
  func `bad input is one line on standard error and exit code 2`(line: String, expected: String) throws {
    let run = try Executable.run(words(line))
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("hbcheck" + (expected.hasPrefix("verb:") ? ": " : " ") + expected))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    #expect(run.errors.hasSuffix("\n"))
  }

  @Test(arguments: ["verify", "replay", "order", "trajectory", "derive", "validate", "mutants", "golden", "list"])
  func `every verb has a help whose example runs`(verb: String) throws {
    let help = try Executable.run([verb, "--help"])
    #expect(help.code == 0)
    #expect(try Executable.run([verb, "-h"]) == help)
    let command = try #require(help.output.split(separator: "\n").last)
    let example = try #require(command.range(of: "swift run -c release hbcheck "))
    let arguments = command[example.upperBound...].split(separator: " ").map {
      $0.replacingOccurrences(of: "\"", with: "")
    }
    let run = try Executable.run(arguments)
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    "list", "derive --order 2", "verify --claim reversal --cases 3",
    "trajectory --objective @double-well --step 1/64 --momentum 1/2 --steps 2 --order 1",
    "order --objective sin(200*x1)+x1^2 --start 1 --momentum 9/10 --time 4 --order 2",
    "order --objective x^3/3 --start 1 --momentum 1/2 --time 1/2 --order 1 --steps 64 --step-factor cosine",
    "order --objective x^3/3 --start 1 --momentum (n-1)/(n+2) --time 1/2 --order 1",
    "trajectory --objective @double-well --step 1/64 --momentum s/2 --steps 2 --order 1 --method nesterov",
  ])
  func `a document is the only output and says its verdict`(line: String) throws {
    let run = try Executable.run(words(line) + ["--format", "json"])
    #expect(run.errors.isEmpty)
    let document = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(document?["schema"] as? String == "hbcheck/1")
    #expect(document?["verb"] as? String == String(line.prefix { $0 != " " }))
    let codes = ["holds": 0, "falsified": 1, "inconclusive": 3] as [String: Int32]
    #expect(codes[document?["verdict"] as? String ?? ""] == run.code)
    #expect((document?["reason"] as? String)?.isEmpty == false)
  }

  @Test func `off the asymptotic regime a study is inconclusive and says how many steps it would need`() throws {
    let run = try Executable.run(
      words("order --objective sin(200*x1)+x1^2 --start 1 --momentum 9/10 --time 4 --order 2"))
    #expect(run.code == 3)
    #expect(run.output.hasPrefix("INCONCLUSIVE  the asymptotic regime needs 268435456 steps on the first rung"))
  }

  @Test func `the same seed gives the same document with one thread and with two`() throws {
    let line = "verify --claim order --cases 6 --seed 9 --format json --threads"
    let one = try Executable.run(words(line) + ["1"])
    #expect(one == (try Executable.run(words(line) + ["2"])))
    #expect(one != (try Executable.run(words(line.replacingOccurrences(of: "9", with: "8")) + ["1"])))
  }

  @Test func `shards draw cases of their own, and one shard is the whole run`() throws {
    let line = words("verify --claim order --cases 5 --format json")
    let whole = try Executable.run(line)
    #expect(try Executable.run(line + ["--shard", "1/1"]) == whole)
    let parts = try (1...2).map { try Executable.run(line + ["--shard", "\($0)/2"]).output }
    #expect(parts[0] != parts[1])
    // Half of five cases, rounded up.
    for part in parts { #expect(part.contains("\"cases\": 3,")) }
  }

  @Test func `a reader that has seen enough is no failure`() throws {
    let program = try #require(Executable.url)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "{ \"$0\" derive --order 9; echo \"code $?\" >&2; } | head -1", program.path]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let line = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(line == "# the stationary model of order 9 of heavy-ball\n")
    #expect(String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "code 0\n")
    process.waitUntilExit()
  }

  @Test func `without a verb the help names every verb`() throws {
    let help = try Executable.run(["--help"])
    #expect(help.code == 0)
    for verb in ["verify", "replay", "order", "trajectory", "derive", "golden", "list"] {
      #expect(help.output.contains("\n  \(verb) "))
    }
    #expect(try Executable.run(["--version"]).output.hasPrefix("hbcheck 0."))
  }
}
