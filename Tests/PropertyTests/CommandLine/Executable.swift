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

  /// Runs the program.
  ///
  /// - Throws: `Missing`, or the error of starting it.
  static func run(_ arguments: [String]) throws -> Run {
    guard let url else { throw Missing() }
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
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
