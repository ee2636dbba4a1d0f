import Foundation
import HBReport

/// The files that a run of `verify` leaves: a page, JUnit XML, and on GitHub Actions the summary of the step.
struct VerificationFiles {
  private let page: OutputFile?
  private let junit: OutputFile?
  private let annotates: Bool
  private let summary: String?

  /// The options that ask for files.
  static let options: [OptionSpecification] = [
    .option("report", "FILE.html", "writes a page about the run, and JUnit XML beside it (FILE.xml)"),
    .option("junit", "FILE.xml", "writes JUnit XML there instead"),
  ]

  /// Reads the options and the environment, and looks whether the files can be written.
  ///
  /// - Throws: `UsageError` where one cannot.
  init(_ arguments: Arguments, environment: [String: String] = ProcessInfo.processInfo.environment) throws(UsageError) {
    let page = arguments.optional("report")
    let junit =
      arguments.optional("junit") ?? page.map { ($0.hasSuffix(".html") ? String($0.dropLast(5)) : $0) + ".xml" }
    func place(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
    if let page, let junit, place(page) == place(junit) {
      throw UsageError("--junit", found: UsageError.quoted(page), expected: "another file than that of --report")
    }
    self.page = try page.map { path throws(UsageError) in try OutputFile(path, subject: "--report") }
    self.junit = try junit.map { path throws(UsageError) in try OutputFile(path, subject: "--junit") }
    annotates = environment["GITHUB_ACTIONS"] == "true"
    summary = annotates ? environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 } : nil
    if let summary { try OutputFile.append("", to: summary, subject: "GITHUB_STEP_SUMMARY") }
  }

  /// Writes what was asked for.
  ///
  /// Annotations go to standard error, which GitHub Actions reads as well: standard output may be a document.
  ///
  /// - Throws: `UsageError` where a file cannot be written.
  func write(_ report: VerificationReport) throws(UsageError) {
    try page?.write(report.page.html)
    try junit?.write(report.junit)
    if let summary { try OutputFile.append(report.summary, to: summary, subject: "GITHUB_STEP_SUMMARY") }
    if annotates { report.annotations.forEach(Output.complain) }
  }
}
