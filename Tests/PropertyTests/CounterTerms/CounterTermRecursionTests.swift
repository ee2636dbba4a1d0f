import HBModel
import Testing

@Suite("Counter terms of each iteration") struct CounterTermRecursionTests {
  @Test("by edge splittings they are those of the group recursion by cuts", arguments: MomentumMethod.all)
  func groupRecursion(method: MomentumMethod) throws {
    let momentum = Rational(2)
    var recursion = try CounterTermRecursion(method: method, order: 6, momentum: momentum)
    var map = BSeries<Rational>.identity(table: .upTo(6))
    for iteration in 0..<8 {
      #expect(recursion.iteration == iteration)
      map = try method.map(after: map, momentum: momentum)
      #expect(try recursion.next() == map.logarithm().coefficients)
    }
  }

  @Test("over polynomials and over rational numbers they are the same", arguments: MomentumMethod.all)
  func polynomials(method: MomentumMethod) throws {
    let momentum = try Rational(-1, 2)
    var exact = try CounterTermRecursion(method: method, order: 5, momentum: Polynomial.mu)
    var rational = try CounterTermRecursion(method: method, order: 5, momentum: momentum)
    for _ in 0..<5 {
      let (polynomials, values) = (try exact.next(), try rational.next())
      for (polynomial, value) in zip(polynomials, values) { #expect(try polynomial.evaluate(at: momentum) == value) }
    }
  }

  @Test("the first iteration is explicit Euler's whatever the method", arguments: MomentumMethod.all)
  func firstIteration(method: MomentumMethod) throws {
    var recursion = try CounterTermRecursion(method: method, order: 8, momentum: Rational(3, 4))
    #expect(try recursion.next() == BSeries<Rational>.eulerStep(table: .upTo(8)).logarithm().coefficients)
  }

  @Test("the coefficients of the two smallest trees in closed form")
  func closedForm() throws {
    // With q = mu^n: (1 - mu q)/(1-mu), and
    // (-(1+mu)/2 + 2 mu (1-mu) q (n+1) + mu^2 (1+mu) q^2 / 2)/(1-mu)^3.
    let mu = RationalFunction.mu
    let (sum, complement) = (try RationalFunction.one + mu, try RationalFunction.one - mu)
    let half = RationalFunction(try Rational(1, 2))
    var recursion = try CounterTermRecursion(method: .heavyBall, order: 2, momentum: Polynomial.mu)
    for n in 0..<7 {
      let q = try mu.power(n)
      let found = try recursion.next()
      #expect(try RationalFunction(found[0]) == (.one - mu * q) / complement)
      let warmUp = try RationalFunction(Rational(2 * (n + 1))) * mu * complement * q
      let numerator = try half * sum * (mu * mu * q * q - .one) + warmUp
      #expect(try RationalFunction(found[1]) == numerator / complement.power(3))
    }
  }

  @Test("on a quadratic the maps of the iterations obey the three-term recursion")
  func quadratic() throws {
    // r_0 = 1 - z and r_n = 1 + mu - z - mu / r_{n-1} as power series in z = h lambda; the chain with m nodes has the
    // elementary differential (-lambda)^m x.
    let momentum = try Rational(1, 3)
    let order = 6
    let start = try Rational.one + momentum
    var recursion = try CounterTermRecursion(method: .heavyBall, order: order, momentum: momentum)
    var ratio = [Rational.one] + Array(repeating: Rational.zero, count: order)
    for _ in 0..<6 {
      let reciprocal = try CounterTermRecursionTests.reciprocal(ratio)
      ratio = try reciprocal.map { try -(momentum * $0) }
      ratio[0] = try ratio[0] + start
      ratio[1] = try ratio[1] - .one
      let field = BSeries<Rational>(
        table: recursion.table, constantTerm: .zero, coefficients: try recursion.next())
      let map = try field.exponential()
      for nodes in 1...order {
        let coefficient = try #require(map[.chain(order: nodes)])
        #expect(try ratio[nodes] == (nodes % 2 == 0 ? coefficient : -coefficient))
      }
    }
  }

  /// On `L = lambda x^2/2` a step is `x -> r_n x + s_n v`, with `s_{-1} = h` and `s_n = mu s_{n-1} / r_{n-1}`.
  @Test("on quadratic objectives a velocity in the start adds an exact constant to each step")
  func velocityOnQuadratics() throws {
    let (order, momentum) = (6, try Rational(2, 3))
    var recursion = try CounterTermRecursion(method: .heavyBall, order: order, momentum: momentum, hasVelocity: true)
    // Power series in h lambda; constant terms first.
    var ratio: [Rational] = [.one] + Array(repeating: .zero, count: order)
    var constant = ratio
    var powerOfMomentum = Rational.one
    for iteration in 0..<5 {
      let reciprocal = try CounterTermRecursionTests.reciprocal(ratio)
      constant = try constant.indices.map { power in
        var sum = Rational.zero
        for i in 0...power { sum = try sum + constant[i] * reciprocal[power - i] }
        return try momentum * sum
      }
      ratio = try reciprocal.map { try -(momentum * $0) }
      ratio[0] = try ratio[0] + .one + momentum
      ratio[1] = try ratio[1] - .one
      let field = BSeries<Rational>(table: recursion.table, constantTerm: .zero, coefficients: try recursion.next())
      let map = try field.exponential()
      var tree = RootedTree.velocity
      for power in 0..<order {
        let coefficient = try #require(map[tree])
        #expect(try constant[power] == (power % 2 == 0 ? coefficient : -coefficient), "iteration \(iteration), \(tree)")
        tree = RootedTree(children: [tree])
      }
      powerOfMomentum = try powerOfMomentum * momentum
      #expect(map[.velocity] == powerOfMomentum)
    }
  }

  /// The reciprocal of a power series with a constant term that is not zero.
  private static func reciprocal(_ series: [Rational]) throws -> [Rational] {
    var result: [Rational] = []
    for power in series.indices {
      var sum: Rational = power == 0 ? .one : .zero
      for i in 0..<power { sum = try sum - result[i] * series[power - i] }
      result.append(try sum / series[0])
    }
    return result
  }
}
