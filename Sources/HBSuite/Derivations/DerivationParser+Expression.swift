import HBModel

/// Expressions: sums of products of powers, of scalars and fields.
extension DerivationParser {
  mutating func parseSum() throws(DerivationError) -> Value {
    var result = try parseTerm()
    while let symbol = scanner.take(anyOf: "+-") {
      let place = scanner.position - 1
      var right = try parseTerm()
      if symbol == "-" { right = try negative(of: right, at: place) }
      switch (result, right) {
      case (.scalar(let a), .scalar(let b)):
        result = .scalar(
          try located(at: place) { (arithmetic) throws(ArithmeticFault) in try arithmetic.sum(a, b) })
      case (.field(let a), .field(let b)):
        result = .field(
          try located(at: place) { (arithmetic) throws(ArithmeticFault) in try arithmetic.sum(a, b) })
      default:
        throw scanner.fault(
          at: place, found: "a sum of a scalar and a field", expected: "both sides scalars, or both fields")
      }
    }
    return result
  }

  /// A product with its signs: `-x*y` is the negative of `x*y`.
  mutating func parseTerm() throws(DerivationError) -> Value {
    try enter()
    defer { depth -= 1 }
    if scanner.take(anyOf: "-") != nil {
      let place = scanner.position - 1
      return try negative(of: parseTerm(), at: place)
    }
    if scanner.take(anyOf: "+") != nil { return try parseTerm() }
    return try parseProduct()
  }

  private mutating func parseProduct() throws(DerivationError) -> Value {
    var result = try parsePower()
    while let symbol = scanner.take(anyOf: "*/") {
      let place = scanner.position - 1
      let right = try parseSigned()
      result = symbol == "*" ? try product(result, right, at: place) : try quotient(result, right, at: place)
    }
    return result
  }

  private mutating func product(_ left: Value, _ right: Value, at place: Int) throws(DerivationError) -> Value {
    switch (left, right) {
    case (.scalar(let a), .scalar(let b)):
      return .scalar(
        try located(at: place) { (arithmetic) throws(ArithmeticFault) in try arithmetic.product(a, b) })
    case (.scalar(let factor), .field(let field)), (.field(let field), .scalar(let factor)):
      return .field(
        try located(at: place) { (arithmetic) throws(ArithmeticFault) in try arithmetic.product(factor, field) })
    case (.field, .field):
      throw scanner.fault(
        at: place, found: "a product of two fields",
        expected: "a scalar times a field: a product of vectors is no elementary differential, D[u] = Hess L u is")
    }
  }

  private mutating func quotient(_ left: Value, _ right: Value, at place: Int) throws(DerivationError) -> Value {
    guard case .scalar(let divisor) = right else {
      throw scanner.fault(at: place, found: "a division by a field", expected: "a scalar divisor")
    }
    let inverse = try located(at: place) { (arithmetic) throws(ArithmeticFault) in
      try arithmetic.quotient(.one, divisor)
    }
    return try product(left, .scalar(inverse), at: place)
  }

  private mutating func negative(of value: Value, at place: Int) throws(DerivationError) -> Value {
    try product(.scalar(ExponentialPolynomial(Rational(-1))), value, at: place)
  }

  private mutating func parseSigned() throws(DerivationError) -> Value {
    try enter()
    defer { depth -= 1 }
    if scanner.take(anyOf: "-") != nil {
      let place = scanner.position - 1
      return try negative(of: parseSigned(), at: place)
    }
    if scanner.take(anyOf: "+") != nil { return try parseSigned() }
    return try parsePower()
  }

  private mutating func parsePower() throws(DerivationError) -> Value {
    let base = try parseAtom()
    guard scanner.take(anyOf: "^") != nil else { return base }
    let place = scanner.position - 1
    guard case .scalar(let scalar) = base else {
      throw scanner.fault(
        at: place, found: "a power of a field", expected: "a power of a scalar: norms and products are no trees")
    }
    scanner.skipBlanks()
    let start = scanner.position
    guard case .scalar(let exponent) = try parseSigned() else {
      throw scanner.fault(at: start, found: "a field as exponent", expected: "an integer exponent")
    }
    return .scalar(try power(scalar, exponent, at: place, exponentAt: start))
  }

  private mutating func power(
    _ base: ExponentialPolynomial, _ exponent: ExponentialPolynomial, at place: Int, exponentAt start: Int
  ) throws(DerivationError) -> ExponentialPolynomial {
    let bound = DerivationArithmetic.maximumExponent
    let isMu = base == ExponentialPolynomial(RationalFunction.mu)
    guard let linear = exponent.integersOfLinearFunction, linear.slope == 0 || isMu else {
      throw scanner.fault(
        at: start, found: "an exponent that is no integer",
        expected: "an integer from -\(bound) to \(bound)" + (kind == .perIteration ? ", or a*n+b over mu" : ""))
    }
    guard linear.constant.magnitude <= bound, linear.slope >= 0, linear.slope <= bound else {
      let found = linear.slope == 0 ? "the exponent \(linear.constant)" : "an exponent a*n+b with a or b out of bounds"
      throw scanner.fault(
        at: start, found: found, expected: "an integer from -\(bound) to \(bound)")
    }
    let q = ExponentialPolynomial(terms: [.init(n: 0, q: 1): .one])
    return try located(at: place) { (arithmetic) throws(ArithmeticFault) in
      let own = try arithmetic.power(base, Int(linear.constant))
      return try arithmetic.product(own, arithmetic.power(q, Int(linear.slope)))
    }
  }

  mutating func enter() throws(DerivationError) {
    depth += 1
    if depth > Self.maximumDepth { throw scanner.fault(expected: "at most \(Self.maximumDepth) levels of nesting") }
  }
}

extension ExponentialPolynomial {
  /// The integers a and b, where the function is `a*n + b`; nil otherwise.
  fileprivate var integersOfLinearFunction: (slope: Int128, constant: Int128)? {
    var (slope, constant) = (Int128(0), Int128(0))
    for (exponents, coefficient) in terms {
      guard exponents.q == 0, exponents.n <= 1, coefficient.numeratorCoefficients.count == 1,
        coefficient.denominatorCoefficients == [1]
      else { return nil }
      if exponents.n == 1 {
        slope = coefficient.numeratorCoefficients[0]
      } else {
        constant = coefficient.numeratorCoefficients[0]
      }
    }
    return (slope, constant)
  }
}
