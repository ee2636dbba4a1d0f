#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A directory of failing cases, one readable file each, meant to be kept under version control.
///
/// ``Settings/store`` reads it before any random case runs. Nothing is written unless ``keep(_:)`` is called.
///
/// ```swift
/// let report = check(property, settings: Settings(store: "Tests/Counterexamples"))
/// if let found = report.keptCase { print("kept:", try CaseDirectory("Tests/Counterexamples").keep(found)) }
/// ```
public struct CaseDirectory: Sendable {
  /// Why a case cannot be read or kept; each prints one line.
  public enum Problem: Error, Sendable, Equatable, CustomStringConvertible {
    /// Continuous integration never writes.
    case continuousIntegration(path: String)
    /// The system refused, for the reason given.
    case system(path: String, reason: String)

    /// One line for a person.
    public var description: String {
      switch self {
      case .continuousIntegration(let path):
        "nothing is kept in \(path), because CI is set: run on your own machine and commit the file"
      case .system(let path, let reason): "cannot use \(path): \(reason)"
      }
    }
  }

  /// Where it is; a relative path starts at the working directory.
  public let path: String
  private let isReadOnly: Bool

  /// A directory, which need not exist.
  ///
  /// - Parameter path: absolute, or relative to the working directory.
  public init(_ path: String) {
    self.init(path, variable: PropCheck.variable)
  }

  /// A directory in an environment.
  ///
  /// - Parameter variable: the value of an environment variable.
  init(_ path: String, variable: (String) -> String?) {
    self.path = path
    let value = variable("CI") ?? ""
    isReadOnly = !(value.isEmpty || value == "false" || value == "0")
  }

  /// A file that was read.
  public struct File: Sendable, Equatable {
    /// The path, the directory's included.
    public let path: String
    /// The case, nil if the file is not one.
    public let kept: KeptCase?
  }

  /// All files, by name; none where the directory does not exist.
  ///
  /// - Complexity: reads every file that ends in `.txt`.
  public func files() -> [File] {
    fileNames().map { name in
      let file = path + "/" + name
      return File(path: file, kept: CaseDirectory.contents(file).flatMap { KeptCase(text: $0) })
    }
  }

  /// Writes a case into a file of its own, all at once; the directory is made if need be.
  ///
  /// - Parameter kept: the case.
  /// - Returns: the path of the file.
  /// - Throws: ``Problem`` where the environment variable `CI` is set, or where the system refuses.
  public func keep(_ kept: KeptCase) throws(Problem) -> String {
    guard !isReadOnly else { throw .continuousIntegration(path: path) }
    try makeDirectories()
    let file = path + "/" + kept.fileName
    // Another process may write the same case: each writes a file of its own, and the last one to rename stays.
    let draft = "\(path)/.\(kept.fileName).\(getpid())"
    guard let stream = fopen(draft, "w") else { throw CaseDirectory.refused(draft) }
    let isWritten = fputs(kept.text, stream) >= 0
    guard fclose(stream) == 0, isWritten, rename(draft, file) == 0 else {
      let problem = CaseDirectory.refused(file)
      _ = unlink(draft)
      throw problem
    }
    return file
  }

  private func makeDirectories() throws(Problem) {
    var made = path.hasPrefix("/") ? "/" : ""
    for component in path.split(separator: "/") {
      made += component
      if mkdir(made, 0o777) != 0 && errno != EEXIST { throw CaseDirectory.refused(made) }
      made += "/"
    }
  }

  private static func refused(_ path: String) -> Problem {
    .system(path: path, reason: String(cString: strerror(errno)))
  }

  private func fileNames() -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      if name.hasSuffix(".txt") && !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func contents(_ path: String) -> String? {
    guard let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
