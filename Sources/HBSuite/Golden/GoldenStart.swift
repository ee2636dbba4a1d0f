import HBModel

/// Where the point `x_{-1}` of a recorded trajectory comes from.
enum GoldenStart: Equatable {
  /// `x_{-1} = x_0`.
  case rest
  /// `x_{-1}` is the model flowed back by one step from `x_0`.
  case manifold
  /// `x_{-1} = x_0 + C h grad L(x_0) - h v`.
  case momentum(initialMomentum: Rational, initialVelocity: [Rational])
}

extension GoldenTrajectory {
  /// The start that `startMode` names, with C and v, which belong to a start with momentum and to no other.
  func start(file: String) throws(GoldenError) -> GoldenStart {
    func fail(_ found: String, _ expected: String) -> GoldenError {
      GoldenError(file: file, found: found, expected: expected)
    }
    func number(_ text: String, _ key: String) throws(GoldenError) -> Rational {
      do { return try Rational(parsing: text) } catch {
        throw fail("'\(text)' in '\(key)'", "a rational number such as -2/3")
      }
    }
    func reject(_ key: String, _ isThere: Bool) throws(GoldenError) {
      if isThere { throw fail("'\(key)' with the start mode '\(startMode)'", "it with 'momentum' only") }
    }
    switch startMode {
    case "momentum":
      guard let initialMomentum else { throw fail("no 'initialMomentum'", "C of the start with momentum") }
      guard let initialVelocity else { throw fail("no 'initialVelocity'", "v of the start with momentum") }
      guard initialVelocity.count == start.count else {
        throw fail(
          "\(initialVelocity.count) components of 'initialVelocity'", "\(start.count), as many as the start has")
      }
      let gradient = try number(initialMomentum, "initialMomentum")
      var velocity: [Rational] = []
      for component in initialVelocity { velocity.append(try number(component, "initialVelocity")) }
      return .momentum(initialMomentum: gradient, initialVelocity: velocity)
    case "rest", "manifold":
      try reject("initialMomentum", initialMomentum != nil)
      try reject("initialVelocity", initialVelocity != nil)
      return startMode == "rest" ? .rest : .manifold
    default: throw fail("the start mode '\(startMode)'", "'rest', 'manifold' or 'momentum'")
    }
  }
}
