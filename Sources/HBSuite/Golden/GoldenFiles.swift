import Foundation

/// Reads the files of a golden directory.
struct GoldenFiles {
  let directory: String

  init(directory: String) throws(GoldenError) {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: directory, isDirectory: &isDirectory), isDirectory.boolValue else {
      throw GoldenError(
        file: directory, found: "no such directory", expected: "the directory golden of the project")
    }
    self.directory = directory
  }

  /// The names of the JSON files of a subdirectory, sorted.
  func names(in subdirectory: String) throws(GoldenError) -> [String] {
    let path = "\(directory)/\(subdirectory)"
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let names = entries.filter { $0.hasSuffix(".json") }.sorted()
    guard !names.isEmpty else {
      throw GoldenError(file: subdirectory, found: "no JSON file", expected: "the recorded files of \(subdirectory)")
    }
    return names.map { "\(subdirectory)/\($0)" }
  }

  /// The document in `file`.
  func decode<Document: Decodable>(_ type: Document.Type, from file: String) throws(GoldenError) -> Document {
    guard let data = FileManager.default.contents(atPath: "\(directory)/\(file)") else {
      throw GoldenError(file: file, found: "it is missing or unreadable", expected: "a JSON document")
    }
    do { return try JSONDecoder().decode(type, from: data) } catch let error as DecodingError {
      throw GoldenError(file: file, found: Self.summary(error), expected: "a document as golden/README.md describes")
    } catch {
      throw GoldenError(file: file, found: "\(error)", expected: "a JSON document")
    }
  }

  private static func summary(_ error: DecodingError) -> String {
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.isEmpty ? "the document" : context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    switch error {
    case .keyNotFound(let key, let context): return "'\(key.stringValue)' is missing in \(path(context))"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "a value of another type at \(path(context))"
    case .dataCorrupted(let context): return "damaged content at \(path(context))"
    @unknown default: return "damaged content"
    }
  }
}
