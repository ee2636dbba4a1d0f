import Foundation
import Testing

@Suite struct ReportVerbTests {
  private func inDirectory(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "hbcheck-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  @Test func `a report leaves the page, the pictures and nothing else, the same for any number of threads`() throws {
    try inDirectory { path in
      let line = ["report", path + "/page.html", "--figure", "error-over-time"]
      let run = try Executable.run(line + ["--svg-directory", path + "/figures", "--threads", "1"])
      #expect(run.code == 0)
      #expect(run.errors.isEmpty)
      #expect(run.output.hasPrefix("figure 1  error-over-time  Each counter term brings the model nearer"))
      let page = try String(contentsOfFile: path + "/page.html", encoding: .utf8)
      #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["figures", "page.html"])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: path + "/figures").sorted() == [
          "error-over-time.csv", "error-over-time.svg",
        ])
      #expect(try Executable.run(line + ["--threads", "2"]).code == 0)
      #expect(try String(contentsOfFile: path + "/page.html", encoding: .utf8) == page)
    }
  }

  @Test func `verify leaves a page and JUnit XML beside it, and on GitHub Actions the summary`() throws {
    try inDirectory { path in
      let line = ["verify", "--claim", "reversal", "--cases", "3", "--report", path + "/run.html"]
      let environment = ["GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": path + "/summary.md"]
      try Data("before\n".utf8).write(to: URL(fileURLWithPath: path + "/summary.md"))
      let run = try Executable.run(line, environment: environment)
      #expect(run.code == 0)
      #expect(run.errors.isEmpty)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["run.html", "run.xml", "summary.md"])
      let xml = try String(contentsOfFile: path + "/run.xml", encoding: .utf8)
      #expect(xml.contains("<testcase classname=\"hbcheck.heavy-ball\" name=\"reversal/heavy-ball\""))
      let summary = try String(contentsOfFile: path + "/summary.md", encoding: .utf8)
      #expect(summary.hasPrefix("before\n## hbcheck verify: The claim holds on 3 random cases\n"))
    }
  }

  @Test(arguments: [
    ("report", "report: FILE.html: found nothing, expected the page to write"),
    ("report /nowhere/page.html", "report: FILE.html: found '/nowhere/page.html': No such file or directory, expected"),
    ("report /dev/null", "report: FILE.html: found the special file '/dev/null', expected a file to write"),
    ("report / --figure regime", "report: FILE.html: found the directory '/', expected a file to write"),
    (
      "report p.html --figure regimes", "report: --figure: found 'regimes', expected one of landscapes, error-over-time"
    ),
    ("report p.html --mutants /nowhere", "report: --mutants: found no readable file '/nowhere', expected a file"),
    (
      "report p.html --mutants Package.swift",
      "report: --mutants: found no such document, expected what hbcheck mutants"
    ),
    ("verify --report /nowhere/p.html", "verify: --report: found '/nowhere/p.html': No such file or directory"),
    ("verify --report p.xml --junit p.xml", "verify: --junit: found 'p.xml', expected another file than that of"),
    ("verify --junit /dev/full", "verify: --junit: found the special file '/dev/full', expected a file to write"),
  ])
  func `what cannot be written is said in one line before anything is computed`(line: String, expected: String) throws {
    let run = try Executable.run(line.split(separator: " ").map(String.init))
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("hbcheck " + expected))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    #expect(!FileManager.default.fileExists(atPath: "p.html") && !FileManager.default.fileExists(atPath: "p.xml"))
  }
}
