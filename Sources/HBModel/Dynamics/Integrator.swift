/// One step of an ordinary differential equation.
public struct IntegrationStep<T: Real>: Sendable {
  /// The state at the end of the step.
  public var state: [T]
  /// An estimate of the error of `state`, in the maximum norm.
  public var errorEstimate: Double

  /// A step that ends in `state`.
  public init(state: [T], errorEstimate: Double) {
    self.state = state
    self.errorEstimate = errorEstimate
  }
}

/// A vector field that may use a workspace.
public protocol VectorField<Scalar> {
  /// The numbers of its arithmetic.
  associatedtype Scalar: Real
  /// The field at `point`.
  mutating func callAsFunction(_ point: [Scalar]) -> [Scalar]
}

/// A one-step method for autonomous ordinary differential equations, with its own error estimate.
public protocol Integrator: Sendable {
  /// Advances `state` by `step` along `field`.
  ///
  /// - Parameter tolerance: the error that the step may have, in the maximum norm; what arithmetic allows where
  ///   it asks for more.
  func advance<F: VectorField>(
    _ state: [F.Scalar], by step: F.Scalar, along field: inout F, tolerance: Double
  ) -> IntegrationStep<F.Scalar>
}

/// Gragg's method, extrapolated until its own estimate is below the tolerance.
///
/// The modified midpoint rule has an error expansion in even powers of the substep, so column `j` of the
/// Aitken-Neville table has order `2j`.
///
/// - SeeAlso: Hairer, Norsett, Wanner, *Solving Ordinary Differential Equations I* (1993), II.9.
public struct ExtrapolationIntegrator: Integrator {
  /// The largest number of columns; order twice that.
  public let maximumColumns: Int

  /// An integrator with substep numbers 2, 4, 6, ..., twice `maximumColumns`, which is at least 2.
  public init(maximumColumns: Int = 12) { self.maximumColumns = maximumColumns }

  /// Advances by one step; the estimate is the difference of the last two entries of its row.
  ///
  /// - Complexity: `m(m+1)` evaluations of the field for `m` columns.
  @specialized(where F == ModelField<DoubleDouble>)
  @specialized(where F == VariationalField<DoubleDouble>)
  @specialized(where F == ScheduledVariationalField<DoubleDouble>)
  @specialized(where F == SecondOrderField<DoubleDouble>)
  @specialized(where F == NetworkField<DoubleDouble>)
  public func advance<F: VectorField>(
    _ state: [F.Scalar], by step: F.Scalar, along field: inout F, tolerance: Double
  ) -> IntegrationStep<F.Scalar> {
    typealias T = F.Scalar
    let slope = field(state)
    let accepted = max(tolerance, 0x1p-104 * maximumNorm(state))
    var row: [[T]] = []
    var best = IntegrationStep(state: state, errorEstimate: .infinity)
    for column in 0..<maximumColumns {
      let substeps = 2 * (column + 1)
      var next = [midpoint(state, slope: slope, step: step, substeps: substeps, field: &field)]
      for j in 1..<(column + 1) where column > 0 {
        let ratio = T(Double(substeps * substeps)) / T(Double(4 * (column + 1 - j) * (column + 1 - j)))
        let denominator = ratio - T.one
        next.append(
          next[j - 1].indices.map { i in next[j - 1][i] + (next[j - 1][i] - row[j - 1][i]) / denominator })
      }
      if column > 0 {
        let current = next[column]
        let estimate = zip(current, next[column - 1]).map { abs(($0 - $1).doubleValue) }.max() ?? 0
        guard estimate.isFinite else { return IntegrationStep(state: current, errorEstimate: .infinity) }
        // Beyond the rounding level further columns only add noise: keep the best.
        if estimate < best.errorEstimate { best = IntegrationStep(state: current, errorEstimate: estimate) }
        if estimate <= accepted { return best }
        if column > 4, estimate > 16 * best.errorEstimate { return best }
      }
      row = next
    }
    return best
  }

  /// The modified midpoint rule, without smoothing.
  private func midpoint<F: VectorField>(
    _ state: [F.Scalar], slope: [F.Scalar], step: F.Scalar, substeps: Int, field: inout F
  ) -> [F.Scalar] {
    let h = step / F.Scalar(Double(substeps))
    let doubled = h + h
    var previous = state
    var current = state.indices.map { state[$0] + h * slope[$0] }
    for _ in 1..<substeps {
      let derivative = field(current)
      let next = previous.indices.map { previous[$0] + doubled * derivative[$0] }
      previous = current
      current = next
    }
    return current
  }
}
