import HBModel
import Testing

/// The laws of the Butcher group and of its exponential, exact over rational numbers.
@Suite("B-series") struct BSeriesTests {
  private static let seeds: Range<UInt64> = 1..<9

  @Test("a map followed by its inverse is the identity, from both sides", arguments: seeds)
  func inverse(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let map = try random.map(order: 6)
    let identity = BSeries<Rational>.identity(table: map.table)
    let inverse = try map.inverse()
    #expect(try map.followed(by: inverse) == identity)
    #expect(try inverse.followed(by: map) == identity)
    #expect(map == identity || inverse != map)
  }

  @Test("composition is associative and not commutative", arguments: seeds)
  func associativity(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let (a, b, c) = (try random.map(order: 6), try random.map(order: 6), try random.map(order: 6))
    #expect(try a.followed(by: b).followed(by: c) == a.followed(by: b.followed(by: c)))
    #expect(try a.followed(by: b) != b.followed(by: a))
  }

  @Test("the exponential of the logarithm is the map, and the logarithm of the exponential the field", arguments: seeds)
  func exponential(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let map = try random.map(order: 6)
    let field = try map.logarithm()
    #expect(try field.exponential() == map)
    var other = field
    for tree in 0..<other.table.count { other.coefficients[tree] = try random.rational() }
    #expect(try other.exponential().logarithm() == other)
  }

  @Test("the exponential of the negated field, by edge splittings, is the inverse map, by cuts", arguments: seeds)
  func backwardFlow(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let map = try random.map(order: 7)
    let backward = try map.logarithm().scaled(by: Rational(-1)).exponential()
    #expect(try backward == map.inverse())
  }

  @Test("flowing twice by half the field, by cuts, is flowing once by the field, by edge splittings", arguments: seeds)
  func halves(seed: UInt64) throws {
    var random = RandomCoefficients(seed: seed)
    let map = try random.map(order: 6)
    let half = try map.logarithm().scaled(by: Rational(1, 2)).exponential()
    #expect(try half.followed(by: half) == map)
  }

  @Test("the logarithm of the exact flow is the field itself")
  func exactFlow() throws {
    let table = TreeTable.upTo(10)
    var field = BSeries<Rational>(table: table, constantTerm: .zero, coefficients: Array(repeating: .zero, count: 1205))
    field.coefficients[0] = .one
    #expect(try BSeries<Rational>.exactFlow(table: table).logarithm() == field)
    #expect(try field.exponential() == BSeries<Rational>.exactFlow(table: table))
  }

  @Test("the derivative along a field is the first-order change of a composition", arguments: seeds)
  func lieDerivative(seed: UInt64) throws {
    // Over polynomials in mu, taken as an infinitesimal: c o (id + mu b) = c + mu D_b c + O(mu^2).
    var random = RandomCoefficients(seed: seed)
    let (outer, inner) = (try random.map(order: 5), try random.map(order: 5))
    let table = outer.table
    let derivative = try outer.lieDerivative(
      along: BSeries(table: table, constantTerm: .zero, coefficients: inner.coefficients))
    var displaced = BSeries<Polynomial>.identity(table: table)
    var constant = displaced
    for tree in 0..<table.count {
      displaced.coefficients[tree] = try Polynomial.mu * Polynomial(inner.coefficients[tree])
      constant.coefficients[tree] = Polynomial(outer.coefficients[tree])
    }
    let composed = try displaced.followed(by: constant)
    for tree in 0..<table.count {
      #expect(try composed.coefficients[tree].coefficient(of: 0) == outer.coefficients[tree])
      #expect(try composed.coefficients[tree].coefficient(of: 1) == derivative.coefficients[tree])
    }
  }
}
