extension CoefficientTable where T: Real {
  /// The piece-wise model of a method whose parameters change from iteration to iteration, or that starts with momentum.
  ///
  /// - Parameters:
  ///   - method: the method that is modelled.
  ///   - order: the largest tree order, in `1...TreeTable.largestOrder`, with a velocity `largestOrderWithVelocity`.
  ///   - parameters: those of every iteration; the table covers as many.
  /// - Complexity: O(order) products for each splitting and iteration; one vector is stored for each iteration.
  @specialized(where T == DoubleDouble)
  public init(method: MomentumMethod, order: Int, parameters: ParameterSequence<T>) {
    var recursion = CounterTermRecursion(
      method: method, order: order, momentum: parameters.momentum(iteration: 0),
      initialMomentum: parameters.initialMomentum, hasVelocity: parameters.hasVelocity)
    var leadIn: [[T]] = []
    leadIn.reserveCapacity(parameters.count)
    for n in 0..<parameters.count {
      leadIn.append(
        recursion.next(
          stepFactor: parameters.stepFactor(iteration: n), momentum: parameters.momentum(iteration: n)))
    }
    self.init(
      order: order, momentum: parameters.momentum(iteration: parameters.count - 1), leadIn: leadIn,
      stationary: leadIn[leadIn.count - 1], iterations: parameters.count, hasVelocity: parameters.hasVelocity)
  }
}

extension TreeTable {
  /// A vector of coefficients in powers of `rho h` in powers of h: each times `rho^|t|`.
  ///
  /// - Throws: the failure of the ring.
  public func scaled<T: Ring>(_ coefficients: [T], stepFactor: T) throws(T.Failure) -> [T] {
    var result: [T] = []
    var (power, order) = (T.one, 0)
    for tree in coefficients.indices {
      while order < self.order[tree] { (power, order) = (try power * stepFactor, order + 1) }
      result.append(try power * coefficients[tree])
    }
    return result
  }
}
