import Foundation

/// The derivation files that come with the package; the working directory of tests is the package.
enum ExampleFiles {
  /// Their names, in ascending order.
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: "Examples")) ?? []).filter { $0.hasSuffix(".hb") }.sorted()

  /// The contents of one of them.
  ///
  /// - Throws: an error of Foundation where it cannot be read.
  static func text(_ name: String) throws -> String { try String(contentsOfFile: "Examples/" + name, encoding: .utf8) }

  /// The contents of all of them.
  static let texts: [String] = names.compactMap { try? text($0) }
}
