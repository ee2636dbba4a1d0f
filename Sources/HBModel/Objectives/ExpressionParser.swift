extension Expression {
  /// Reads an infix expression in `x1, x2, ...` (aliases `x`, `y`, `z`) with `+ - * / ^`, rational constants and
  /// the functions of `ElementaryFunction`.
  ///
  /// `^` binds tighter than unary minus, is right-associative and takes a constant exponent.
  ///
  /// - Parameters:
  ///   - text: the expression.
  ///   - dimension: the number of variables allowed, or nil for as many as occur (at most 64).
  /// - Throws: `ExpressionError` with the column of the fault.
  /// - Complexity: O(length); nesting is limited to 100 levels, the text to 4096 characters.
  public init(parsing text: String, dimension: Int? = nil) throws(ExpressionError) {
    var parser = ExpressionParser(text: text, dimension: dimension)
    self = try parser.parseAll()
  }
}

/// A recursive-descent parser of one expression.
struct ExpressionParser {
  private let text: String
  private let characters: [Character]
  private let dimension: Int?
  /// The names of the variables, where they are not `x1, x2, ...`.
  private let names: [String]?
  private let subject: String
  private(set) var position = 0
  private var depth = 0
  private static let maximumDepth = 100
  private static let maximumLength = 4096
  private static let maximumDimension = 64
  private static let maximumExponent = 1000

  init(text: String, dimension: Int?, names: [String]? = nil, subject: String = "objective") {
    self.text = text
    self.characters = Array(text)
    self.dimension = dimension
    self.names = names
    self.subject = subject
  }

  mutating func parseAll() throws(ExpressionError) -> Expression {
    try checkLength()
    let result = try parseSum()
    skipSpaces()
    guard isAtEnd else { throw fault(expected: "an operator or the end") }
    return result
  }

  func checkLength() throws(ExpressionError) {
    guard characters.count <= Self.maximumLength else {
      throw fault(
        at: Self.maximumLength, found: "a text of \(characters.count) characters",
        expected: "at most \(Self.maximumLength)")
    }
  }

  mutating func parseSum() throws(ExpressionError) -> Expression {
    var result = try parseTerm()
    while let symbol = take(anyOf: "+-") {
      let right = try parseTerm()
      result = symbol == "+" ? .add(result, right) : .subtract(result, right)
    }
    return result
  }

  /// A product with its signs: `-x*y` is the negative of `x*y`.
  private mutating func parseTerm() throws(ExpressionError) -> Expression {
    try enter()
    defer { depth -= 1 }
    if take(anyOf: "-") != nil { return folded(.negate(try parseTerm())) }
    if take(anyOf: "+") != nil { return try parseTerm() }
    return try parseProduct()
  }

  private mutating func parseProduct() throws(ExpressionError) -> Expression {
    var result = try parsePower()
    while let symbol = take(anyOf: "*/") {
      let right = try parseSigned()
      result = folded(symbol == "*" ? .multiply(result, right) : .divide(result, right))
    }
    return result
  }

  private mutating func parseSigned() throws(ExpressionError) -> Expression {
    try enter()
    defer { depth -= 1 }
    if take(anyOf: "-") != nil { return folded(.negate(try parseSigned())) }
    if take(anyOf: "+") != nil { return try parseSigned() }
    return try parsePower()
  }

  /// A quotient, product or negative of constants as one constant, so that printed fractions read back as such.
  private func folded(_ expression: Expression) -> Expression {
    expression.exactConstant.map(Expression.constant) ?? expression
  }

  private mutating func parsePower() throws(ExpressionError) -> Expression {
    let base = try parseAtom()
    guard take(anyOf: "^") != nil else { return base }
    skipSpaces()
    let start = position
    let exponent = try parseSigned()
    guard let value = exponent.exactConstant else {
      throw fault(at: start, found: "an exponent that is no constant", expected: "a rational constant exponent")
    }
    let bound = Int128(Self.maximumExponent)
    guard value.numerator.magnitude <= bound.magnitude, value.denominator <= bound else {
      throw fault(
        at: start, found: "the exponent \(value)",
        expected: "numerator and denominator up to \(Self.maximumExponent)")
    }
    return .power(base, value)
  }

  private mutating func parseAtom() throws(ExpressionError) -> Expression {
    skipSpaces()
    guard let character = peek else { throw fault(expected: "a number, a variable, a function or '('") }
    if character == "(" {
      position += 1
      let inner = try parseSum()
      try close()
      return inner
    }
    if character.isASCII, character.isNumber || character == "." { return .constant(try parseNumber()) }
    if character.isASCII, character.isLetter { return try parseName() }
    throw fault(expected: "a number, a variable, a function or '('")
  }

  private mutating func parseName() throws(ExpressionError) -> Expression {
    let start = position
    while let next = peek, next.isASCII, next.isLetter || next.isNumber { position += 1 }
    let name = String(characters[start..<position])
    if let function = ElementaryFunction(rawValue: name) {
      skipSpaces()
      guard peek == "(" else { throw fault(expected: "'(' after \(name)") }
      position += 1
      let argument = try parseSum()
      try close()
      return .apply(function, argument)
    }
    return .variable(try variableIndex(named: name, at: start))
  }

  private func variableIndex(named name: String, at start: Int) throws(ExpressionError) -> Int {
    if let names {
      if let index = names.firstIndex(of: name) { return index }
      let functions = ElementaryFunction.allCases.map(\.rawValue).joined(separator: " ")
      let known = names.joined(separator: ", ")
      throw fault(at: start, found: "'\(name)'", expected: "one of \(known), or one of the functions \(functions)")
    }
    let limit = dimension ?? Self.maximumDimension
    let aliases = ["x": 0, "y": 1, "z": 2]
    let digits = name.dropFirst()
    let number = name.first == "x" && digits.first != "0" ? Int(digits).map { $0 - 1 } : nil
    guard let index = aliases[name] ?? number else {
      let functions = ElementaryFunction.allCases.map(\.rawValue).joined(separator: " ")
      throw fault(at: start, found: "'\(name)'", expected: "a variable x1, x2, ... or one of: \(functions)")
    }
    guard index >= 0, index < limit else {
      let variables = limit == 1 ? "x1" : "one of x1 to x\(limit)"
      let why = dimension == nil ? "" : " (the start has \(limit == 1 ? "one entry" : "\(limit) entries"))"
      throw fault(at: start, found: "the variable '\(name)'", expected: variables + why)
    }
    return index
  }

  private mutating func parseNumber() throws(ExpressionError) -> Rational {
    let start = position
    while let next = peek, next.isASCII, next.isNumber || next == "." { position += 1 }
    if peek == "e" || peek == "E" {
      var after = position + 1
      if after < characters.count, "+-".contains(characters[after]) { after += 1 }
      if after < characters.count, characters[after].isASCII, characters[after].isNumber {
        position = after
        while let next = peek, next.isASCII, next.isNumber { position += 1 }
      }
    }
    let literal = String(characters[start..<position])
    do { return try Rational(parsing: literal) } catch {
      throw fault(at: start, found: "'\(literal)'", expected: "a decimal number that fits 128 bits")
    }
  }

  private mutating func close() throws(ExpressionError) {
    skipSpaces()
    guard peek == ")" else { throw fault(expected: "an operator or ')'") }
    position += 1
  }

  private mutating func enter() throws(ExpressionError) {
    depth += 1
    if depth > Self.maximumDepth {
      throw fault(expected: "at most \(Self.maximumDepth) levels of nesting")
    }
  }

  var isAtEnd: Bool { position == characters.count }

  private var peek: Character? { position < characters.count ? characters[position] : nil }

  mutating func skipSpaces() {
    while let next = peek, next.isWhitespace { position += 1 }
  }

  mutating func take(anyOf symbols: String) -> Character? {
    skipSpaces()
    guard let next = peek, symbols.contains(next) else { return nil }
    position += 1
    return next
  }

  /// Takes a whole word, where it comes next.
  mutating func take(word: String) -> Bool {
    skipSpaces()
    let end = position + word.count
    guard end <= characters.count, String(characters[position..<end]) == word else { return false }
    if end < characters.count, characters[end].isLetter || characters[end].isNumber { return false }
    position = end
    return true
  }

  func fault(at place: Int? = nil, found: String? = nil, expected: String) -> ExpressionError {
    let place = place ?? position
    let met = found ?? (place < characters.count ? "'\(characters[place])'" : "the end")
    return ExpressionError(subject: subject, source: text, column: place + 1, found: met, expected: expected)
  }
}

extension Expression {
  /// The exact value of an expression without variables and functions; nil where it has one, or overflows.
  var exactConstant: Rational? {
    func combine(
      _ a: Expression, _ b: Expression, _ operation: (Rational, Rational) throws(ExactOverflow) -> Rational
    ) -> Rational? {
      guard let left = a.exactConstant, let right = b.exactConstant else { return nil }
      return try? operation(left, right)
    }
    switch self {
    case .constant(let value): return value
    case .negate(let a): return a.exactConstant.flatMap { try? -$0 }
    case .add(let a, let b): return combine(a, b) { (l, r) throws(ExactOverflow) in try l + r }
    case .subtract(let a, let b): return combine(a, b) { (l, r) throws(ExactOverflow) in try l - r }
    case .multiply(let a, let b): return combine(a, b) { (l, r) throws(ExactOverflow) in try l * r }
    case .divide(let a, let b): return combine(a, b) { (l, r) throws(ExactOverflow) in try l / r }
    case .variable, .power, .apply: return nil
    }
  }
}
