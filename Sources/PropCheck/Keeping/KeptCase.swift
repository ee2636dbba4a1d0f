/// A failing case as it is kept in a file: what a person reads, and the token that replays it.
///
/// It holds no date and no machine's name, so that keeping the same case twice changes nothing.
public struct KeptCase: Sendable, Equatable {
  /// The name of the property.
  public let property: String
  /// The text that replays the case.
  public let token: String
  /// The description of the value when it was kept.
  public let value: String
  /// How it failed when it was kept.
  public let because: String
  /// The seed of the run that found it.
  public let seed: UInt64

  /// A case to keep.
  ///
  /// - Parameters:
  ///   - property: the name of the property.
  ///   - token: the text that replays the case.
  ///   - value: the description of the value.
  ///   - because: how it failed.
  ///   - seed: that of the run that found it.
  public init(property: String, token: String, value: String, because: String, seed: UInt64) {
    self.property = property
    self.token = token
    self.value = value
    self.because = because
    self.seed = seed
  }

  /// The name of its file: the property's in lower case, and a digest of the token.
  public var fileName: String {
    let words = property.lowercased().utf8.map { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        ? Character(Unicode.Scalar(byte)) : "-"
    }
    let digest = String(Digest.of(token) & 0xFFFF_FFFF, radix: 16)
    return String(words.prefix(60)) + "-" + String(repeating: "0", count: 8 - digest.count) + digest + ".txt"
  }

  /// The text of its file.
  public var text: String {
    let fields = [
      ("property", property), ("value", value), ("because", because), ("seed", "\(seed)"), ("token", token),
    ]
    let lines = fields.map { name, content in
      let margin = "\n" + String(repeating: " ", count: 10)
      let rest = content.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: margin)
      return name + String(repeating: " ", count: 10 - name.count) + rest
    }
    return (["# A failing case that PropCheck found; it runs before any random case."] + lines).joined(separator: "\n")
      + "\n"
  }

  /// The case of a file's text, nil if a property or a token is missing.
  ///
  /// - Parameter text: what ``text`` gave, perhaps edited: unknown lines are ignored.
  public init?(text: String) {
    var fields: [String: String] = [:]
    var last = ""
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let isContinued = line.hasPrefix("          ")
      let content = line.dropFirst(10).drop { $0 == " " && !isContinued }
      if isContinued, let known = fields[last] {
        fields[last] = known + "\n" + content
      } else {
        last = String(line.prefix(10).prefix { $0 != " " })
        fields[last] = String(content)
      }
    }
    guard let property = fields["property"], let token = fields["token"], !token.isEmpty else { return nil }
    self.init(
      property: property, token: token, value: fields["value"] ?? "", because: fields["because"] ?? "",
      seed: fields["seed"].flatMap { UInt64($0) } ?? 0)
  }
}

extension Report {
  /// The minimal counterexample as a case to keep, nil if there is none or it does not fail every time.
  public var keptCase: KeptCase? {
    guard let counterexample, !counterexample.isFlaky else { return nil }
    return KeptCase(
      property: property, token: counterexample.token, value: counterexample.description,
      because: counterexample.failure.message, seed: seed)
  }
}
