import HBModel
import PropCheck

extension Claim {
  /// Claim 4, exactly: edge splittings give what the method itself gives in the Butcher group, by admissible cuts.
  public static func groupRecursion(_ method: MomentumMethod) -> Claim {
    exact(
      "group-recursion/\(method)",
      statement: "the map of each iteration has the logarithm b_n, and the stationary map is a fixed point", cases: 40,
      orders: 1...6, maximumDenominator: 8
    ) { (exact, derivation) throws(ExactOverflow) in
      let table = TreeTable.upTo(exact.order)
      let derived = try derivation.table(of: method, order: exact.order, momentum: exact.momentum, iterations: 4)
      let parameters = ParameterSequence(count: 4, momentum: exact.momentum)
      let vectors = (0..<4).map(derived.coefficients(iteration:))
      if let fault = try groupFault(method, table, parameters: parameters, found: vectors) { return fault }
      let fixed = try BSeries(table: table, constantTerm: .zero, coefficients: derived.stationary).exponential()
      let image = try method.map(after: fixed, momentum: exact.momentum)
      if let tree = table.trees.indices.first(where: { fixed.coefficients[$0] != image.coefficients[$0] }) {
        return "the stationary map has \(fixed.coefficients[tree]) at \(table.trees[tree]), the method makes"
          + " \(image.coefficients[tree]) of it"
      }
      for (tree, function) in try derivation.stationary(of: method, order: exact.order).enumerated() {
        let found = try function.evaluate(at: exact.momentum)
        if found != derived.stationary[tree] {
          return "as a function of the momentum, "
            + mismatch(table.trees[tree], found: found, expected: derived.stationary[tree])
        }
      }
      return nil
    }
  }

  /// Claim 4, exactly, for parameters that change from iteration to iteration and a start with momentum.
  public static let scheduledGroupRecursion = Claim(
    "group-recursion/scheduled",
    statement: "with h_n and mu_n of its own, and any start with momentum, each iteration has the logarithm b_n",
    cases: 60, cost: .exact, generator: { _ in ScheduledCase.generator }
  ) { example, _, notes in
    notes.collect("method", example.method)
    notes.collect("order", example.order)
    notes.collect("velocity", example.hasVelocity ? "in the start" : "none")
    do {
      let fault = try groupFault(
        example.method, example.table, parameters: example.parameters, found: try recursion(example))
      return fault.map { .failed("group-recursion", $0) } ?? .passed
    } catch { return .inconclusive("\(error)") }
  }

  /// Claim 3, exactly: the local defect of a truncated model, as a series.
  ///
  /// On trees of order up to k+1 the model's map is the method's, and on those of order k+2 the defect has the coefficients
  /// `-(b_n - beta_n b_{n-1})(t)`, with `b_{-1} = 0`.
  public static let defectSeries = Claim(
    "defect-series/all-methods",
    statement: "on trees of order k+2 the defect of the order-k model is -(b_n - beta_n b_{n-1}), below it vanishes",
    cases: 60, cost: .exact, generator: { _ in ScheduledCase.generator }
  ) { example, _, notes in
    notes.collect("method", example.method)
    notes.collect("order", example.order)
    notes.collect("velocity", example.hasVelocity ? "in the start" : "none")
    do {
      return try defectFault(example).map { .failed("defect-series", $0) } ?? .passed
    } catch { return .inconclusive("\(error)") }
  }
}

/// A method with exact parameters for a few iterations, and a tree order.
struct ScheduledCase: Sendable, CustomStringConvertible {
  let method: MomentumMethod
  let order: Int
  let stepFactors: [Rational]
  let momenta: [Rational]
  let initialMomentum: Rational
  let hasVelocity: Bool

  var parameters: ParameterSequence<Rational> {
    ParameterSequence(
      stepFactors: stepFactors, momenta: momenta, initialMomentum: initialMomentum, hasVelocity: hasVelocity)
  }

  var table: TreeTable { .upTo(order, hasVelocity: hasVelocity) }

  var description: String {
    let pairs = zip(stepFactors, momenta).map { "\($0) and \($1)" }.joined(separator: ", ")
    return "\(method), step factors and momenta \(pairs), initial momentum \(initialMomentum)"
      + (hasVelocity ? " and a velocity" : "") + ", trees of order \(order)"
  }

  static var generator: Generator<ScheduledCase> {
    let iteration = zip(
      Generator<Rational>.element(of: fractions([(1, 1), (1, 2), (2, 1), (2, 3), (1, 4)])),
      Generator<Rational>.element(of: fractions([(0, 1), (1, 2), (3, 4), (-1, 2), (1, 3)])))
    return zip(
      Generator<MomentumMethod>.element(of: MomentumMethod.all), Generator<Int>.int(in: 1...5),
      .array(of: iteration, count: 1...3),
      Generator<Rational>.element(of: fractions([(0, 1), (1, 1), (-1, 2), (2, 1)])), Generator<Bool>.bool
    ).map { method, order, iterations, initialMomentum, hasVelocity in
      ScheduledCase(
        method: method, order: order, stepFactors: iterations.map(\.0), momenta: iterations.map(\.1),
        initialMomentum: initialMomentum, hasVelocity: hasVelocity)
    }
  }
}

/// The map of which the inverse leads from `x_0` to `x_{-1} = x_0 + C h grad L(x_0) - h v`, with v where the table has it.
func startingMap<F: Ring>(_ table: TreeTable, initialMomentum: F) throws(F.Failure) -> BSeries<F> {
  var inverse = BSeries<F>.identity(table: table)
  inverse.coefficients[0] = try -initialMomentum
  if let velocity = table.velocity { inverse.coefficients[velocity] = try -F.one }
  return try inverse.inverse()
}

/// The first iteration and tree at which coefficients differ from those of the group; nil where they agree.
private func groupFault(
  _ method: MomentumMethod, _ table: TreeTable, parameters: ParameterSequence<Rational>, found: [[Rational]]
) throws(ExactOverflow) -> String? {
  var map = try startingMap(table, initialMomentum: parameters.initialMomentum)
  for (iteration, found) in found.enumerated() {
    map = try method.map(
      after: map, momentum: parameters.momentum(iteration: iteration),
      stepFactor: parameters.stepFactor(iteration: iteration))
    let expected = try map.logarithm().coefficients
    if let tree = table.trees.indices.first(where: { found[$0] != expected[$0] }) {
      return "iteration \(iteration): " + mismatch(table.trees[tree], found: found[tree], expected: expected[tree])
    }
  }
  return nil
}

/// The coefficients of the recursion at every iteration of a case.
private func recursion(_ example: ScheduledCase) throws(ExactOverflow) -> [[Rational]] {
  let parameters = example.parameters
  var recursion = try CounterTermRecursion(
    method: example.method, order: example.order, momentum: parameters.momentum(iteration: 0),
    initialMomentum: parameters.initialMomentum, hasVelocity: parameters.hasVelocity)
  var vectors: [[Rational]] = []
  for iteration in 0..<parameters.count {
    vectors.append(
      try recursion.next(
        stepFactor: parameters.stepFactor(iteration: iteration), momentum: parameters.momentum(iteration: iteration)))
  }
  return vectors
}

/// The first iteration and tree at which the defect of the model with trees below the largest order is not the predicted.
private func defectFault(_ example: ScheduledCase) throws(ExactOverflow) -> String? {
  let (method, parameters) = (example.method, example.parameters)
  let table = example.table
  let top = table.range(ofOrder: example.order)
  var last = try startingMap(table, initialMomentum: parameters.initialMomentum)
  var lastTop = [Rational](repeating: .zero, count: table.count)
  for (iteration, coefficients) in try recursion(example).enumerated() {
    let (factor, momentum) = (parameters.stepFactor(iteration: iteration), parameters.momentum(iteration: iteration))
    let truncated = coefficients.indices.map { top.contains($0) ? Rational.zero : coefficients[$0] }
    let own = try BSeries(table: table, constantTerm: .zero, coefficients: truncated).exponential()
    let image = try method.map(after: last, momentum: momentum, stepFactor: factor)
    let inertia = method.inertia(momentum: momentum)
    for tree in table.trees.indices {
      let found = try own.coefficients[tree] - image.coefficients[tree]
      let expected = top.contains(tree) ? try inertia * lastTop[tree] - coefficients[tree] : .zero
      if found != expected {
        return "iteration \(iteration): the defect of the model of order \(example.order - 2) has"
          + " \(found) at \(table.trees[tree]), must have \(expected)"
      }
    }
    (last, lastTop) = (own, coefficients)
  }
  return nil
}
