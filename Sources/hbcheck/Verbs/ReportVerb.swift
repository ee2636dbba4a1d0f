import Foundation
import HBReport
import HBSuite

extension Verb {
  /// `report`: the experiments and the claims as a page.
  static let report = Verb(
    name: "report", summary: "the experiments and the claims as one page that needs no network",
    options: [
      .option(
        "figure", "NAME", "only this: " + reportParts.joined(separator: ", ") + " (default: all)", isRepeatable: true),
      .option("svg-directory", "DIR", "writes each figure there as well, as NAME.svg and its data as NAME.csv"),
      .option("mutants", "FILE.json", "a matrix of mutants to show, made by hbcheck mutants --format json"),
      .option("cases", "N", "cases of each claim (default: each claim's own number)"),
      .option("seed", "S", "the seed of the random problems (default 42)"),
      .option("threads", "T", "threads (default: the processors); no result depends on them"),
    ],
    operands: [OperandSpecification("FILE.html", expected: "the page to write, such as page.html")],
    notes: ["The page is the same byte for byte on every machine."],
    example: { "hbcheck report page.html" },
    run: { arguments in
      var names: Set<String> = []
      for name in arguments.all("figure") {
        names.insert(try Arguments.choice(name, among: reportParts, subject: "--figure"))
      }
      let processors = max(1, ProcessInfo.processInfo.activeProcessorCount)
      let threads = try arguments.integer("threads", in: 1...256, default: processors)
      let settings = ClaimSettings(seed: try arguments.seed("seed", default: ClaimSettings().seed), threads: threads)
      let cases = arguments.has("cases") ? try arguments.integer("cases", in: 1...1_000_000) : nil
      let mutants = try arguments.optional("mutants").map { path in
        try MutantDocument(parsing: try contents(of: path, subject: "--mutants"), subject: "--mutants")
      }
      let file = try OutputFile(arguments.operands[0], subject: "FILE.html")
      let pictures = try arguments.optional("svg-directory").map(PictureDirectory.init)

      let wanted = Experiment.allCases.filter { names.isEmpty || names.contains($0.rawValue) }
      let bar = ProgressBar()
      var experiments: [(Experiment, Experiment.Outcome)] = []
      for experiment in wanted {
        bar.show(experiment.rawValue, done: experiments.count, total: wanted.count)
        experiments.append((experiment, try experiment.run(threads: threads)))
      }
      bar.clear()
      let claims =
        names.isEmpty || names.contains("claims")
        ? VerificationReport(
          check(Claim.catalogue, settings: settings) { cases ?? $0.defaultCases }, seed: settings.seed,
          command: "hbcheck verify --seed \(settings.seed)" + (cases.map { " --cases \($0)" } ?? ""))
        : nil
      let report = ExperimentReport(
        file: file.path, experiments: experiments, claims: claims, mutants: mutants,
        options: names.map { " --figure \($0)" }.joined())
      try file.write(report.page.html)
      try pictures?.write(report.page.figures)
      return report
    })

  /// The bytes of a file.
  ///
  /// - Throws: `UsageError` where it cannot be read.
  private static func contents(of path: String, subject: String) throws(UsageError) -> Data {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageError(subject, found: "no readable file \(UsageError.quoted(path))", expected: "a file")
    }
    return data
  }

  /// What `--figure` takes.
  private static let reportParts = Experiment.allCases.map(\.rawValue) + ["claims"]
}

/// A directory of pictures with their data.
struct PictureDirectory {
  private let path: String

  /// The directory at `path`, made where there is none.
  ///
  /// - Throws: `UsageError` where no file can be written in it.
  init(_ path: String) throws(UsageError) {
    self.path = path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    _ = try OutputFile(path + "/figure.svg", subject: "--svg-directory")
  }

  /// Writes the pictures and their data.
  ///
  /// - Throws: `UsageError` where that fails.
  func write(_ figures: [PageFigure]) throws(UsageError) {
    for figure in figures {
      for (end, text) in [("svg", figure.svgFile), ("csv", figure.table.csv)] {
        try OutputFile("\(path)/\(figure.name).\(end)", subject: "--svg-directory").write(text)
      }
    }
  }
}
