import Foundation
import HBReport

/// A file that is written whole or not at all: under another name first, which then becomes its own.
struct OutputFile {
  /// The path.
  let path: String
  private let subject: String

  /// A file at `path`, where one can be written.
  ///
  /// - Parameter subject: the argument that names it.
  /// - Throws: `UsageError` where it cannot, before anything is computed for it.
  init(_ path: String, subject: String) throws(UsageError) {
    self.path = path
    self.subject = subject
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let kind = status.st_mode & S_IFMT == S_IFDIR ? "the directory " : "the special file "
      throw UsageError(subject, found: kind + UsageError.quoted(path), expected: "a file to write")
    }
    guard !path.isEmpty, !path.hasSuffix("/") else {
      throw UsageError(subject, found: UsageError.quoted(path), expected: "a file to write")
    }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw problem(errno) }
    close(descriptor)
    unlink(temporary)
  }

  private var temporary: String { "\(path).\(getpid()).partial" }

  private func problem(_ code: Int32) -> UsageError {
    UsageError(
      subject, found: "\(UsageError.quoted(path)): \(String(cString: strerror(code)))",
      expected: "a file that can be written")
  }

  /// Writes the file.
  ///
  /// - Throws: `UsageError` where that fails; what was there before is then still there.
  func write(_ text: String) throws(UsageError) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw problem(errno) }
    var failure = Output.write(text, to: descriptor)
    if close(descriptor) != 0, failure == nil { failure = errno }
    if failure == nil, rename(temporary, path) != 0 { failure = errno }
    if let failure {
      unlink(temporary)
      throw problem(failure)
    }
  }

  /// Adds to the end of a file that others write to as well.
  ///
  /// - Throws: `UsageError` where that fails.
  static func append(_ text: String, to path: String, subject: String) throws(UsageError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    let failure = descriptor < 0 ? errno : Output.write(text, to: descriptor)
    if descriptor >= 0 { close(descriptor) }
    if let failure {
      throw UsageError(
        subject, found: "\(UsageError.quoted(path)): \(String(cString: strerror(failure)))",
        expected: "a file that can be added to")
    }
  }
}
