import Foundation
import HBModel
import HBSuite
import Testing

@Suite struct GoldenSuiteTests {
  @Test func everyGoldenFileAgrees() throws {
    let report = try GoldenSuite.check(directory: "golden")
    for entry in report.entries { #expect(entry.verdict == .holds, "\(entry.name): \(entry.detail)") }
    #expect(report.entries.filter { $0.name.hasPrefix("trajectories/") }.count >= 25)
  }

  /// What comes of a copy of golden/ with one file changed.
  private func checkCopy(changing file: String, _ change: (String) -> String?) throws -> GoldenReport {
    try withGoldenCopy { directory in
      let path = URL(fileURLWithPath: directory).appendingPathComponent(file)
      if let text = change(try String(contentsOf: path, encoding: .utf8)) {
        try text.write(to: path, atomically: true, encoding: .utf8)
      } else {
        try FileManager.default.removeItem(at: path)
      }
      return try GoldenSuite.check(directory: directory)
    }
  }

  @Test func aChangedDigitIsFound() throws {
    let file = "trajectories/quadratic-order1.json"
    let report = try checkCopy(changing: file) { text in
      // The 27th digit of a model state.
      text.replacing(/"(0\.9\d{25})(\d)/) { "\"\($0.1)\($0.2 == "5" ? "6" : "5")" }
    }
    #expect(report.entries.first { $0.name == file }?.verdict == .falsified)
    #expect(report.judgement.verdict == .falsified)
  }

  @Test func aChangedCoefficientIsNamed() throws {
    let report = try checkCopy(changing: "coefficients/stationary.json") { text in
      text.replacingOccurrences(of: "\"denominator\": 60,", with: "\"denominator\": 61,")
    }
    let entry = try #require(report.entries.first)
    #expect(entry.verdict == .falsified && entry.detail.contains("recorded is"), "\(entry.detail)")
  }

  @Test func missingAndDamagedFilesAreErrorsOfOneLine() throws {
    let missing = try #require(throws: GoldenError.self) {
      try checkCopy(changing: "coefficients/stationary.json") { _ in nil }
    }
    #expect(
      "\(missing)"
        == "golden file coefficients/stationary.json: it is missing or unreadable, expected a JSON document")
    let trajectory = try #require(throws: GoldenError.self) {
      try checkCopy(changing: "trajectories/beale-order3.json") { _ in nil }
    }
    #expect(
      "\(trajectory)"
        == "golden file trajectories/beale-order3.json: no such file, expected one of the 25 trajectories")
    let damaged = try #require(throws: GoldenError.self) {
      try checkCopy(changing: "trajectories/mixed-order3.json") { String($0.prefix(200)) }
    }
    #expect(damaged.file == "trajectories/mixed-order3.json" && !"\(damaged)".contains("\n"))
    #expect(throws: GoldenError.self) { try GoldenSuite.check(directory: "no-such-directory") }
  }
}
