import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

/// No text whatsoever traps, hangs, or is refused without a place; what is accepted prints as it reads.
///
/// A million files: `PROPCHECK_CASES=1000000 swift test --filter DerivationFuzzTests`.
@Suite(.propertyTesting) struct DerivationFuzzTests {
  private static let words = [
    "method heavy-ball\n", "model stationary\n", "model per-iteration\n", "F0 = ", "F1 = ", "F2 = ", "c = ", "v = ",
    "D[", "]", "g", "mu", "n", "q", "c", "v", "(", ")", "+", "-", "*", "/", "^", ",", "=", "\n", " ", "#", "1", "2",
    "64", "1/2", "0.5", "1e9", "1e-40", "(1-mu)", "^-3", "^64", "mu^n", "D[g,g]", "D[D[g]]", "99999999999999999999",
    "1/(1-mu)", "(1+mu)^40", "|g|", "\u{0}", "é", "\r\n", "F0", "F1",
  ]

  /// Texts made of the words of the language, in any order.
  private static let soup = Generator<[String]>.array(of: .element(of: words), count: 0...60).map { $0.joined() }

  /// The same after a head that lets expressions be read.
  private static let expressions = zip(.element(of: ["stationary", "per-iteration"]), soup).map { kind, text in
    "method heavy-ball\nmodel \(kind)\nc = 1/(1-mu)\nv = D[g]\nF0 = -c*g\nF1 = " + text
  }

  /// Right files with some characters deleted, doubled, replaced or exchanged.
  private static let mutated = Generator<String> { source in
    let file = try source.draw(.element(of: ExampleFiles.texts))
    var characters = Array(file)
    for _ in 0..<(try source.draw(.int(in: 1...6))) where !characters.isEmpty {
      let place = try source.draw(.int(in: 0...(characters.count - 1)))
      let other = try source.draw(.int(in: 0...(characters.count - 1)))
      switch try source.draw(.int(in: 0...4)) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(characters[other], at: place)
      case 2: characters.insert(contentsOf: try source.draw(.element(of: words)), at: place)
      case 3: characters.swapAt(place, other)
      default: characters.removeSubrange(min(place, other)..<max(place, other))
      }
    }
    return String(characters)
  }

  private static let files = Generator<String>.weighted([
    (3, mutated), (3, expressions), (1, soup), (1, .string(count: 0...80)),
  ])

  @Test func everyTextIsReadOrRefusedWithAPlace() {
    let property = Property("every text is read or refused with a place", Self.files) { text, notes in
      do {
        let derivation = try Derivation(parsing: text, file: "f")
        notes.label("accepted")
        return try Derivation(parsing: derivation.description) == derivation
          ? .passed : .failed("round trip", "it prints as\n\(derivation)")
      } catch let error as DerivationError {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        guard (1...lines.count).contains(error.line), (1...lines[error.line - 1].count + 1).contains(error.column),
          !error.found.isEmpty, !error.expected.isEmpty, !error.description.contains("\n")
        else { return .failed("place", "\(error)") }
        return .passed
      }
    }
    expectHolds(
      property, settings: Settings(cases: 5000, threads: 2, requiredLabels: ["accepted": 0.02]))
  }
}
