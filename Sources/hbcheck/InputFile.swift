import Foundation
import HBReport

/// Reading the files that a person names.
enum InputFile {
  /// The contents of a file, at most `limit` bytes of it.
  ///
  /// A device that never ends is read no further than is needed to see that it is too long.
  ///
  /// - Parameters:
  ///   - operand: what the argument is called, for an error.
  ///   - expected: what kind of file it must be, for an error.
  /// - Throws: `UsageError` where there is no such file, or it cannot be read.
  static func contents(of file: String, limit: Int, operand: String, expected: String) throws -> Data {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isDirectory)
    guard exists, !isDirectory.boolValue, let handle = FileHandle(forReadingAtPath: file) else {
      let found = isDirectory.boolValue ? "the directory " : "no readable file "
      throw UsageError(operand, found: found + UsageError.quoted(file), expected: expected)
    }
    return try handle.read(upToCount: limit) ?? Data()
  }
}
