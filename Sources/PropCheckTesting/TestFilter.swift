import Testing

/// What selects one test on a command line, whatever its name.
enum TestFilter {
  /// A regular expression that matches the full name of a test, and of no other one.
  ///
  /// - Parameter test: a test with any name, in words for one.
  static func pattern(for test: Test) -> String {
    // after the name of a test comes the place where it stands
    "^" + escaped(test.id.moduleName + "." + test.id.nameComponents.joined(separator: "/")) + "/"
  }

  /// A regular expression that matches a text and no other.
  static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if #".()[]{}*+?^$|\"#.contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  /// A text as one word of a shell.
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "-_./=:,".utf8.contains(byte)
    }
    if isPlain && !text.isEmpty { return text }
    return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}
