/// Why a token cannot be replayed; each case prints one line that says what to do.
public enum TokenError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text ends too early.
  case truncated
  /// The text is not what was printed.
  case altered
  /// The token was made by another version.
  case otherVersion(found: String, expected: String)
  /// No property has the token's name.
  case unknownProperty(name: String, known: [String])
  /// The generator is not the one that made the token.
  case staleGenerator(property: String)
  /// The generator throws an error with the token's choices, so that there is no value to judge.
  case generatorThrew(property: String, error: String)

  /// Whether the text itself is not what was printed for the property, rather than the generator another one.
  var isDamage: Bool {
    switch self {
    case .truncated, .altered, .otherVersion, .unknownProperty: true
    case .staleGenerator, .generatorThrew: false
    }
  }

  /// Whether the generator throws, which is no reason to give the case up.
  var isThrown: Bool { if case .generatorThrew = self { true } else { false } }

  /// One line for a person.
  public var description: String {
    switch self {
    case .truncated:
      "the token is truncated: its end is missing; copy the whole word, up to the next space"
    case .altered:
      "the token is damaged: its checksum does not match; copy it again from the report"
    case .otherVersion(let found, let expected):
      "the token starts with '\(found)', expected '\(expected).': it was made by another version or program"
    case .unknownProperty(let name, let known):
      "the token belongs to the property '\(name)', which is not among: \(known.sorted().joined(separator: ", "))"
    case .staleGenerator(let property):
      "the token is stale: the generator of '\(property)' has changed since it was made; run the property again"
    case .generatorThrew(let property, let error):
      "the generator of '\(property)' threw: \(error)"
    }
  }
}
