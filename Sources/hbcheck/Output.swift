import Foundation
import HBReport

/// Writing to the standard streams.
enum Output {
  /// Prints a text and a line break on standard output.
  ///
  /// - Returns: whether it could be written. A reader that has seen enough and closed the pipe is no failure.
  static func print(_ text: String) -> Bool {
    let problem = write(text + "\n", to: STDOUT_FILENO)
    guard let problem, problem != EPIPE else { return true }
    complain("hbcheck: standard output: found '\(String(cString: strerror(problem)))', expected a place to write to")
    return false
  }

  /// Prints one line on standard error.
  static func complain(_ line: String) { _ = write(line.withoutControlCharacters + "\n", to: STDERR_FILENO) }

  /// Writes all of a text to a file descriptor.
  ///
  /// - Returns: the error number; nil where all went well.
  @discardableResult static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}
