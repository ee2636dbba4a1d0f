import HBModel
import PropCheck

/// A random exact case: a tree order and a rational momentum.
struct ExactCase: Sendable, CustomStringConvertible {
  let order: Int
  let momentum: Rational

  var description: String { "momentum \(momentum), trees of order \(order)" }

  static func generator(orders: ClosedRange<Int>, maximumDenominator: Int) -> Generator<ExactCase> {
    let momenta = Generator.rational(in: 0...0.95, maximumDenominator: maximumDenominator)
    // Any order as often as another: whole numbers of a range would favour small ones.
    return zip(Generator<Int>.element(of: Array(orders)), momenta).map { order, fraction in
      ExactCase(order: order, momentum: fractions([(fraction.numerator, fraction.denominator)])[0])
    }
  }
}

extension Claim {
  /// A claim about exact coefficients: `check` returns what is wrong, or nil.
  static func exact(
    _ name: String, statement: String, cases: Int, orders: ClosedRange<Int>, maximumDenominator: Int = 12,
    check: @escaping @Sendable (ExactCase, any ExactDerivation) throws(ExactOverflow) -> String?
  ) -> Claim {
    Claim(
      name, statement: statement, cases: cases, cost: .exact,
      generator: { _ in ExactCase.generator(orders: orders, maximumDenominator: maximumDenominator) }
    ) { exact, implementation, notes in
      notes.collect("order", exact.order)
      do { return try check(exact, implementation.derivation).map { .failed(name, $0) } ?? .passed } catch {
        return .inconclusive("\(error)")
      }
    }
  }

  /// Claim 5, first half: without momentum, the backward error analysis of explicit Euler.
  public static let gradientDescent = exact(
    "gradient-descent/heavy-ball",
    statement: "bushy trees have the generating function s/((e^s-1)(1-mu e^-s)); Bernoulli numbers at mu = 0",
    cases: 60, orders: 1...8
  ) { (exact, derivation) throws(ExactOverflow) in
    let coefficients = try derivation.table(
      of: .heavyBall, order: exact.order, momentum: exact.momentum, iterations: 0
    ).stationary
    let table = TreeTable.upTo(exact.order)
    let bushes = try ClosedForms.bushes(upTo: exact.order - 1)
    let leaf = RootedTree(children: [])
    for (leaves, form) in bushes.enumerated() {
      let tree = RootedTree(children: Array(repeating: leaf, count: leaves))
      guard let index = table.index(of: tree) else { continue }
      let expected = try form.evaluate(at: exact.momentum)
      if coefficients[index] != expected { return mismatch(tree, found: coefficients[index], expected: expected) }
    }
    return nil
  }

  /// Claim 6: chains, from the larger root of a quadratic equation, stationary and per iteration.
  public static let chains = exact(
    "chains/heavy-ball", statement: "on quadratics h F_n = x log(r_n) with r_n = 1+mu-z-mu/r_{n-1}, chain by chain",
    cases: 60, orders: 1...7, maximumDenominator: 8
  ) { (exact, derivation) throws(ExactOverflow) in
    let table = TreeTable.upTo(exact.order)
    let derived = try derivation.table(
      of: .heavyBall, order: exact.order, momentum: exact.momentum, iterations: 4)
    let stationary = derived.stationary
    var tree = RootedTree(children: [])
    var chainIndices: [Int] = []
    for order in 1...exact.order {
      if let index = table.index(of: tree) { chainIndices.append(index) }
      let expected = try ClosedForms.chain(order: order).evaluate(at: exact.momentum)
      if let index = table.index(of: tree), stationary[index] != expected {
        return mismatch(tree, found: stationary[index], expected: expected)
      }
      tree = RootedTree(children: [tree])
    }
    var root = try QuadraticRoot(momentum: exact.momentum, degree: exact.order)
    for iteration in 0...3 {
      let found = derived.coefficients(iteration: iteration)
      let logarithm = try root.logarithm()
      for (order, index) in chainIndices.enumerated() {
        // F(chain of m nodes) = (-lambda)^m x, so that the coefficient of z^m is (-1)^m b.
        let expected = (order + 1).isMultiple(of: 2) ? logarithm[order + 1] : try -logarithm[order + 1]
        if found[index] != expected {
          return "iteration \(iteration): " + mismatch(table.trees[index], found: found[index], expected: expected)
        }
      }
      try root.advance()
    }
    return nil
  }

  /// Claim 7: heavy ball backwards is heavy ball with `mu -> 1/mu` and `h -> h/mu`.
  public static let reversal = exact(
    "reversal/heavy-ball", statement: "b(t) at 1/mu is -mu^|t| b(t) at mu, for every tree up to order 10",
    cases: 40, orders: 1...10, maximumDenominator: 5
  ) { (exact, derivation) throws(ExactOverflow) in
    guard exact.momentum != .zero else { return nil }
    let table = TreeTable.upTo(exact.order)
    let forward = try derivation.stationary(of: .heavyBall, order: exact.order)
    let inverse = try Rational.one / exact.momentum
    for tree in table.trees.indices {
      let found = try forward[tree].evaluate(at: inverse)
      var expected = try -forward[tree].evaluate(at: exact.momentum)
      for _ in 0..<table.order[tree] { expected = try expected * exact.momentum }
      if found != expected { return mismatch(table.trees[tree], found: found, expected: expected) }
    }
    return nil
  }
}

/// What is wrong with a coefficient.
func mismatch(_ tree: RootedTree, found: Rational, expected: Rational) -> String {
  "the coefficient of \(tree) is \(found), must be \(expected)"
}
