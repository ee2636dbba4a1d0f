import HBModel

extension Derivation {
  /// Reads a derivation file.
  ///
  /// A file names the `method` and the `model` (`stationary` or `per-iteration`), then gives definitions
  /// (`c = (1+mu)/(1-mu)^3`, `v = D[g]`) and the fields `F0`, `F1`, ... in this order, each statement on a line of its
  /// own. Expressions have numbers, `mu`, in per-iteration models `n` and `q`, earlier names, `g = D[]`, `D[u]`,
  /// `D[u,v]`, ..., parentheses and `+ - * / ^`; `^` binds tighter than a sign and takes an integer, and `mu^(a*n+b)` is
  /// `mu^b*q^a`. Two fields can be added, not multiplied: only combinations of elementary differentials are fields.
  ///
  /// - Parameters:
  ///   - text: the contents of the file, at most 131 072 characters.
  ///   - file: its name, for errors.
  /// - Throws: `DerivationError` with line, column, what was met and what was expected.
  /// - Complexity: O(length) operations on coefficients, bounded altogether.
  public init(parsing text: String, file: String = "derivation") throws(DerivationError) {
    var parser = try DerivationParser(text, file: file)
    self = try parser.parseFile()
  }
}

/// A recursive-descent parser of one derivation file; this file has its statements.
struct DerivationParser {
  /// What a name stands for.
  enum Value {
    case scalar(ExponentialPolynomial)
    case field(DerivationArithmetic.Combination)
  }

  var scanner: DerivationScanner
  var arithmetic = DerivationArithmetic()
  var depth = 0
  private(set) var method: MomentumMethod?
  private(set) var kind: Derivation.Kind?
  private(set) var names: [String: Value] = [:]
  private var fields: [DerivationArithmetic.Combination] = []

  /// The deepest nesting of parentheses, brackets and signs.
  static let maximumDepth = 64
  private static let reserved: Set<String> = ["mu", "n", "q", "g", "D", "F", "method", "model"]

  init(_ text: String, file: String) throws(DerivationError) { scanner = try DerivationScanner(text, file: file) }

  mutating func parseFile() throws(DerivationError) -> Derivation {
    scanner.skipBlankLines()
    while scanner.peek != nil {
      try parseStatement()
      scanner.skipBlankLines()
    }
    guard let method, let kind else { throw headMissing(at: scanner.position, found: nil) }
    guard !fields.isEmpty else { throw scanner.fault(expected: "the field F0, such as 'F0 = -1/(1-mu) * g'") }
    var coefficients: DerivationArithmetic.Combination = [:]
    for field in fields { coefficients.merge(field) { $1 } }
    return Derivation(method: method, kind: kind, order: fields.count - 1, coefficients: coefficients)
  }

  private mutating func parseStatement() throws(DerivationError) {
    let start = scanner.position
    guard let first = scanner.peek, first.isPlainLetter else {
      throw scanner.fault(expected: "'method', 'model', a definition 'NAME = ...' or a field 'F0 = ...'")
    }
    let name = scanner.read { $0.isPlainLetter || $0.isPlainDigit || $0 == "_" }
    switch name {
    case "method": try parseMethod(at: start)
    case "model": try parseModel(at: start)
    default: try parseDefinition(of: name, at: start)
    }
    scanner.skipBlanks()
    guard scanner.isAtLineEnd else { throw scanner.fault(expected: "an operator or the end of the line") }
  }

  private mutating func parseMethod(at start: Int) throws(DerivationError) {
    guard method == nil else {
      throw scanner.fault(at: start, found: "a second 'method'", expected: "one method in a file")
    }
    let words = MomentumMethod.all.map(\.name)
    let word = try parseWord(among: words)
    method = MomentumMethod(named: word)
  }

  private mutating func parseModel(at start: Int) throws(DerivationError) {
    guard kind == nil else {
      throw scanner.fault(at: start, found: "a second 'model'", expected: "one model in a file")
    }
    let words = Derivation.Kind.allCases.map(\.rawValue)
    let word = try parseWord(among: words)
    kind = Derivation.Kind(rawValue: word)
  }

  private mutating func parseWord(among words: [String]) throws(DerivationError) -> String {
    scanner.skipBlanks()
    let start = scanner.position
    let word = scanner.read { $0.isPlainLetter || $0.isPlainDigit || $0 == "-" || $0 == "_" }
    guard words.contains(word) else {
      throw scanner.fault(
        at: start, found: word.isEmpty ? nil : quoted(word), expected: "one of \(words.joined(separator: ", "))")
    }
    return word
  }

  private mutating func parseDefinition(of name: String, at start: Int) throws(DerivationError) {
    scanner.skipBlanks()
    guard scanner.peek == "=" else { throw scanner.fault(expected: "'=' after \(quoted(name))") }
    let isField = name.first == "F" && name.dropFirst().allSatisfy(\.isPlainDigit)
    if Self.reserved.contains(name) {
      let hint = name == "F" ? "F0, F1, ... or another name" : "a name other than mu, n, q, g, D, F"
      throw scanner.fault(at: start, found: "a definition of \(quoted(name))", expected: hint)
    }
    guard names[name] == nil else {
      throw scanner.fault(at: start, found: "a second definition of \(quoted(name))", expected: "one of each name")
    }
    guard let kind, method != nil else { throw headMissing(at: start, found: "a definition of \(quoted(name))") }
    if isField, name != "F\(fields.count)" {
      let wanted = "F\(fields.count) next: F0, F1, ... in this order"
      let next = fields.count > kind.maximumOrder ? "no more fields" : wanted
      throw scanner.fault(at: start, found: quoted(name), expected: next)
    }
    if fields.count > kind.maximumOrder, isField {
      throw scanner.fault(
        at: start, found: quoted(name), expected: "fields up to F\(kind.maximumOrder) in a \(kind.rawValue) model")
    }
    scanner.position += 1
    if isField {
      let field = try parseField(fields.count)
      fields.append(field)
      names[name] = .field(field)
    } else {
      names[name] = try parseSum()
    }
  }

  private func headMissing(at place: Int, found: String?) -> DerivationError {
    let methods = MomentumMethod.all.map(\.name).joined(separator: ", ")
    let kinds = Derivation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return scanner.fault(
      at: place, found: found,
      expected: method == nil ? "'method' and one of \(methods) first" : "'model' and one of \(kinds) first")
  }

  /// A name as a person recognizes it, cut where it is too long to read.
  func quoted(_ name: String) -> String { name.count <= 40 ? "'\(name)'" : "'\(name.prefix(30))...'" }
}
