import Foundation
import Testing

/// `hbcheck validate`, run as a person runs it.
@Suite struct ValidateVerbTests {
  @Test(arguments: [
    ("heavy-ball-stationary-order3", 0), ("nesterov-per-iteration-order2", 0),
    ("wrong-missing-sigma-heavy-ball-stationary-order2", 1),
    ("wrong-forgotten-warm-up-heavy-ball-per-iteration-order2", 1),
  ])
  func `the exit code is the verdict`(name: String, code: Int32) throws {
    let run = try Executable.run(["validate", "Examples/\(name).hb", "--threads", "1"])
    #expect(run.code == code)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix(code == 0 ? "HOLDS  Examples/" : "FALSIFIED  Examples/"))
    let document = try Executable.run(["validate", "Examples/\(name).hb", "--format", "json"])
    #expect(document.code == code)
    let object = try JSONSerialization.jsonObject(with: Data(document.output.utf8)) as? [String: Any]
    #expect(object?["agree"] as? Bool == true)
  }

  @Test(arguments: [
    ("Examples", "FILE: found the directory 'Examples', expected a derivation file"),
    ("nowhere.hb", "FILE: found no readable file 'nowhere.hb', expected a derivation file"),
    ("/dev/null", "/dev/null, line 1, column 1: found the end of the file, expected 'method'"),
    ("/dev/zero", "/dev/zero, line 1, column 131073: found more text, expected a file of at most 131072 characters"),
    ("golden/oracle.py", "golden/oracle.py, line 1, column"),
  ])
  func `bad input is one line on standard error and exit code 2`(file: String, expected: String) throws {
    let run = try Executable.run(["validate", file])
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("hbcheck validate: " + expected), "\(run.errors)")
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
  }
}
