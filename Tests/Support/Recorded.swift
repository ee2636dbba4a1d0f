import Foundation

/// Reads a JSON file below `golden/`; the working directory of tests is the package.
///
/// - Parameter path: the file, relative to `golden/`.
/// - Throws: an error of Foundation where the file is missing or is no such document.
public func recorded<Document: Decodable>(_ path: String, as type: Document.Type) throws -> Document {
  try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: "golden/" + path)))
}
