import Foundation

/// The built program, run as a person runs it.
struct Executable {
  /// What a run left behind.
  struct Run: Equatable {
    let code: Int32
    let output: String
    let errors: String
  }

  /// The program beside the test bundle.
  static let url: URL? = {
    for argument in CommandLine.arguments {
      var place = URL(fileURLWithPath: argument)
      for _ in 0..<5 {
        place.deleteLastPathComponent()
        let candidate = place.appendingPathComponent("hbcheck")
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isDirectory)
        if exists, !isDirectory.boolValue, FileManager.default.isExecutableFile(atPath: candidate.path) {
          return candidate
        }
      }
    }
    return nil
  }()

  /// The program was not built.
  struct Missing: Error {}

  /// Runs the program, in this process's directory unless another is given.
  ///
  /// - Parameter environment: variables beside the inherited ones; those of GitHub Actions, which make the program write
  ///   more, are not inherited.
  /// - Throws: `Missing`, or the error of starting it.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], in directory: URL? = nil
  ) throws -> Run {
    guard let url else { throw Missing() }
    return try run(command: [url.path] + arguments, environment: environment, in: directory)
  }

  /// Runs any program by its path.
  ///
  /// - Parameters:
  ///   - command: the path and the arguments.
  ///   - environment: variables that are set besides those of this process.
  ///   - directory: where it runs.
  static func run(
    command: [String], environment: [String: String] = [:], in directory: URL? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GITHUB_") }
      .merging(environment) { $1 }
    if let directory { process.currentDirectoryURL = directory }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // One pipe after the other is safe: what goes to the second is a line.
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: complaint, as: UTF8.self))
  }
}
