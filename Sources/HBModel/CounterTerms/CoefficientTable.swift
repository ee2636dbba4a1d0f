/// The coefficients of one piece-wise model as a plain value: one vector for each iteration, then the stationary one.
///
/// A model broken on purpose is another value of this type.
///
/// ```swift
/// let table = try CoefficientTable<Rational>(
///   method: .heavyBall, order: 2, momentum: Rational(1, 2), iterations: 3)
/// print(table.coefficients(iteration: 1))  // [3/2, -13/8]
/// ```
public struct CoefficientTable<T: Ring>: Sendable {
  /// The largest tree order; the model is of order one less.
  public var order: Int
  /// Whether the trees have velocity leaves.
  public let hasVelocity: Bool
  /// The momentum mu.
  public var momentum: T
  /// The number of iterations that the table covers; `Int.max` where the lead-in has run into the stationary vector.
  public var iterations: Int
  /// The vectors `b_0, b_1, ...`, each in the order of `trees`.
  public var leadIn: [[T]]
  /// The vector of every later iteration.
  public var stationary: [T]
  /// The power of h that goes with each tree, `|t| - 1`.
  public var powers: [Int]

  /// A table of the given vectors.
  ///
  /// - Parameters:
  ///   - order: the largest tree order.
  ///   - momentum: mu.
  ///   - leadIn: the coefficients of iterations 0, 1, ...
  ///   - stationary: those of every later iteration.
  ///   - iterations: for how many iterations the table may be asked.
  ///   - hasVelocity: whether the trees have velocity leaves.
  @inlinable public init(
    order: Int, momentum: T, leadIn: [[T]], stationary: [T], iterations: Int = .max, hasVelocity: Bool = false
  ) {
    self.order = order
    self.hasVelocity = hasVelocity
    self.momentum = momentum
    self.leadIn = leadIn
    self.stationary = stationary
    self.iterations = iterations
    powers = TreeTable.upTo(order, hasVelocity: hasVelocity).order.map { $0 - 1 }
  }

  /// The trees, in the order of the coefficients.
  ///
  /// - Complexity: O(1).
  @inlinable public var trees: TreeTable { .upTo(order, hasVelocity: hasVelocity) }

  /// The coefficients of iteration `n`, in the order of `trees`.
  ///
  /// - Precondition: `n` is in `0..<iterations`.
  /// - Complexity: O(1).
  @inlinable public func coefficients(iteration n: Int) -> [T] {
    precondition(n >= 0 && n < iterations, "the table does not cover this iteration")
    return n < leadIn.count ? leadIn[n] : stationary
  }

  /// The table with every coefficient replaced.
  ///
  /// - Parameter transform: the new coefficient, from the iteration (nil for the stationary vector), the index of the
  ///   tree and the old coefficient.
  /// - Complexity: O(size).
  public func map<E: Error>(
    _ transform: (_ iteration: Int?, _ tree: Int, _ coefficient: T) throws(E) -> T
  ) throws(E) -> CoefficientTable {
    var result = self
    for n in leadIn.indices {
      for tree in leadIn[n].indices { result.leadIn[n][tree] = try transform(n, tree, leadIn[n][tree]) }
    }
    for tree in stationary.indices { result.stationary[tree] = try transform(nil, tree, stationary[tree]) }
    return result
  }
}

extension CoefficientTable where T: Field {
  /// The model of a method, exact where `T` is.
  ///
  /// - Parameters:
  ///   - method: the method that is modelled.
  ///   - order: the largest tree order, in `1...TreeTable.largestOrder`.
  ///   - momentum: mu, not 1.
  ///   - iterations: the number of iterations needed; the lead-in is shorter where the coefficients become constant.
  /// - Throws: the failure of the field.
  /// - Complexity: O(order) products for each splitting and iteration.
  @inlinable public init(
    method: MomentumMethod, order: Int, momentum: T, iterations: Int
  ) throws(T.Failure) {
    try self.init(method: method, order: order, momentum: momentum, iterations: iterations) { _ in false }
  }

  /// The model, with the lead-in ended before iteration n where the vectors became constant or `isOver(n)` holds.
  @inlinable init(
    method: MomentumMethod, order: Int, momentum: T, iterations: Int, isOver: (Int) -> Bool
  ) throws(T.Failure) {
    let stationary = try StationaryCounterTerms.coefficients(method: method, order: order, momentum: momentum)
    var recursion = try CounterTermRecursion(method: method, order: order, momentum: momentum)
    var leadIn: [[T]] = []
    var covered = iterations
    while leadIn.count < iterations {
      let vector = try recursion.next()
      // Two equal vectors in a row make all later ones equal: the next depends on the last alone.
      if isOver(leadIn.count) || vector == leadIn.last || vector == stationary {
        covered = .max
        break
      }
      leadIn.append(vector)
    }
    self.init(order: order, momentum: momentum, leadIn: leadIn, stationary: stationary, iterations: covered)
  }
}

extension CoefficientTable where T: Real {
  /// The model of a method in floating-point arithmetic, with a lead-in of bounded length.
  ///
  /// - Parameters:
  ///   - method: the method that is modelled.
  ///   - order: the largest tree order, in `1...TreeTable.largestOrder`.
  ///   - momentum: mu in `0..<1`.
  ///   - iterations: the number of iterations needed; the lead-in ends earlier where what remains of the warm-up,
  ///     relative to the stationary coefficients, is below 2^-130.
  /// - Complexity: O(order) products for each splitting and iteration of the lead-in, which has at most some
  ///   130/(1 - mu) iterations.
  @specialized(where T == DoubleDouble)
  @inlinable public init(method: MomentumMethod, order: Int, momentum: T, iterations: Int) {
    let mu = momentum.doubleValue
    self.init(method: method, order: order, momentum: momentum, iterations: iterations) { n in
      // The slowest part of the warm-up decays like ((1 - mu) n)^i mu^n, i < order.
      var remainder = 1.0
      let growth = max(1, (1 - mu) * Double(n))
      for _ in 0..<order { remainder *= growth }
      var (power, exponent) = (mu, n)
      while exponent > 0, remainder > 0 {
        if exponent % 2 == 1 { remainder *= power }
        power *= power
        exponent /= 2
      }
      return remainder < 0x1p-130
    }
  }
}
