import HBModel

/// One way in which a table of coefficients is wrong.
public enum CoefficientFault: Hashable, Sendable {
  /// The coefficient of one tree is multiplied by a factor: 1.01, -1, or 0 for a dropped tree.
  case factor(tree: RootedTree, Rational)
  /// One power of mu too many at one tree.
  case momentumFactor(tree: RootedTree)
  /// One power of `1 - mu` too few in the denominator at one tree.
  case lostDenominator(tree: RootedTree)
  /// `h^|t|` stands where `h^(|t|-1)` belongs.
  case stepPower(tree: RootedTree)
  /// The coefficients of two trees are exchanged.
  case exchanged(RootedTree, RootedTree)
  /// Iteration n uses the coefficients of iteration n-1: `mu^n` stands where `mu^(n+1)` belongs.
  case delayedWarmUp
  /// Iteration n uses the coefficients of iteration n+1.
  case hastenedWarmUp
  /// The stationary coefficients are used from n = 0 on.
  case noWarmUp
  /// The stationary coefficient of one tree is used from n = 0 on.
  case noWarmUpOf(tree: RootedTree)
  /// The stationary coefficients are used from iteration n on.
  case warmUpEnds(at: Int)
  /// The coefficients of iteration 0 are used in every iteration.
  case neverWarm
  /// The coefficients change at every second grid time only.
  case heldForTwo

  /// The fault in words.
  public var name: String {
    switch self {
    case .factor(let tree, let factor) where factor == .zero: "tree \(tree) dropped"
    case .factor(let tree, let factor) where factor == Rational(-1): "sign of \(tree) changed"
    case .factor(let tree, let factor): "coefficient of \(tree) times \(factor)"
    case .momentumFactor(let tree): "one mu too many at \(tree)"
    case .lostDenominator(let tree): "one 1-mu too few below \(tree)"
    case .stepPower(let tree): "h^\(tree.order) for h^\(tree.order - 1) at \(tree)"
    case .exchanged(let first, let second): "coefficients of \(first) and \(second) exchanged"
    case .delayedWarmUp: "mu^n for mu^(n+1)"
    case .hastenedWarmUp: "mu^(n+2) for mu^(n+1)"
    case .noWarmUp: "stationary coefficients from n = 0"
    case .noWarmUpOf(let tree): "stationary coefficient of \(tree) from n = 0"
    case .warmUpEnds(let n): "stationary coefficients from n = \(n)"
    case .neverWarm: "the coefficients of n = 0 at every n"
    case .heldForTwo: "the field changes at every second grid time only"
    }
  }

  /// How many iterations more than are asked for the right table must cover.
  var lookahead: Int { self == .hastenedWarmUp ? 1 : 0 }

  /// The wrong table.
  ///
  /// - Parameter table: the right one, which covers `lookahead` iterations more than will be asked for.
  /// - Throws: the failure of the ring.
  func applied<R: Ring>(to table: CoefficientTable<R>) throws(R.Failure) -> CoefficientTable<R> {
    switch self {
    case .factor(let tree, let factor): return try scaled(table, tree, by: try R(factor))
    case .momentumFactor(let tree): return try scaled(table, tree, by: table.momentum)
    case .lostDenominator(let tree): return try scaled(table, tree, by: try R.one - table.momentum)
    case .stepPower(let tree):
      var result = table
      if let index = table.trees.index(of: tree) { result.powers[index] += 1 }
      return result
    case .exchanged(let first, let second):
      let trees = table.trees
      guard let a = trees.index(of: first), let b = trees.index(of: second) else { return table }
      var result = table
      for n in table.leadIn.indices { result.leadIn[n].swapAt(a, b) }
      result.stationary.swapAt(a, b)
      return result
    case .noWarmUpOf(let tree):
      guard let index = table.trees.index(of: tree) else { return table }
      return table.map { _, position, value in position == index ? table.stationary[index] : value }
    case .delayedWarmUp, .hastenedWarmUp, .noWarmUp, .warmUpEnds, .neverWarm, .heldForTwo:
      return rescheduled(table)
    }
  }

  private func scaled<R: Ring>(
    _ table: CoefficientTable<R>, _ tree: RootedTree, by factor: R
  ) throws(R.Failure) -> CoefficientTable<R> {
    guard let index = table.trees.index(of: tree) else { return table }
    return try table.map { (_, position, value) throws(R.Failure) in
      position == index ? try factor * value : value
    }
  }

  /// The table with the vectors of other iterations.
  private func rescheduled<R: Ring>(_ table: CoefficientTable<R>) -> CoefficientTable<R> {
    var result = table
    switch self {
    case .delayedWarmUp: result.leadIn.insert(Array(repeating: .zero, count: table.stationary.count), at: 0)
    case .hastenedWarmUp: result.leadIn = Array(table.leadIn.dropFirst())
    case .noWarmUp: (result.leadIn, result.iterations) = ([], .max)
    case .warmUpEnds(let n): (result.leadIn, result.iterations) = (Array(table.leadIn.prefix(n)), .max)
    case .neverWarm:
      (result.leadIn, result.iterations) = ([], .max)
      result.stationary = table.leadIn.first ?? table.stationary
    case .heldForTwo:
      result.leadIn = table.leadIn.indices.map { table.leadIn[$0 - $0 % 2] }
      if !table.leadIn.count.isMultiple(of: 2), let last = table.leadIn.last { result.leadIn.append(last) }
    default: break
    }
    return result
  }
}
