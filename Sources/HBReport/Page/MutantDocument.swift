import Foundation

/// The matrix of mutants as `hbcheck mutants --format json` prints it.
public struct MutantDocument: Decodable, Sendable {
  /// One mutant.
  public struct Mutant: Decodable, Sendable {
    /// The fault in words.
    public let name: String
    /// The group that it is listed in.
    public let group: String?
    /// `caught`, `survived` or `equivalent`.
    public let verdict: String
    /// The claim that caught it.
    public let claim: String?
    /// How many cases that took.
    public let cases: Int?
  }

  /// The schema, `hbcheck/1`.
  public let schema: String
  /// The verb, `mutants`.
  public let verb: String
  /// The mutants.
  public let mutants: [Mutant]

  /// The mutants of a verdict.
  func mutants(_ verdict: String) -> [Mutant] { mutants.filter { $0.verdict == verdict } }

  /// Reads a document.
  ///
  /// - Parameter subject: the argument that names the file.
  /// - Throws: `UsageError` where it is another document, or none.
  public init(parsing data: Data, subject: String) throws(UsageError) {
    let expected = "what hbcheck mutants --format json prints"
    do {
      self = try JSONDecoder().decode(MutantDocument.self, from: data)
    } catch DecodingError.keyNotFound(let key, _) {
      throw UsageError(subject, found: "a document without the key '\(key.stringValue)'", expected: expected)
    } catch {
      throw UsageError(subject, found: "no such document", expected: expected)
    }
    guard schema == "hbcheck/1", verb == "mutants" else {
      throw UsageError(
        subject, found: "a document of schema \(UsageError.quoted(schema)) and verb \(UsageError.quoted(verb))",
        expected: expected)
    }
    guard let wrong = mutants.first(where: { !["caught", "survived", "equivalent"].contains($0.verdict) }) else {
      return
    }
    throw UsageError(subject, found: "the verdict \(UsageError.quoted(wrong.verdict))", expected: expected)
  }
}
