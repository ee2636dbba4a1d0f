/// Slopes, order and principal error of the terminal errors on a ladder.
struct LadderAnalysis<T: Real> {
  let slopes: [Double]
  let observedOrder: (value: Double, disagreement: Double)?
  let measured: RichardsonExtrapolation<T>?

  /// Analyses the errors of a model of order `order`, whose global error should scale like `h^(order + 1)`; a model of
  /// order -1 does not converge.
  init(_ rungs: [Rung<T>], order: Int) {
    guard let finest = rungs.last, rungs.count >= 3 else {
      (slopes, observedOrder, measured) = ([], nil, nil)
      return
    }
    // The component along the finest error is smooth in h, a norm is not where components change sign.
    let direction = finest.terminalError.map(\.doubleValue)
    let scale = direction.reduce(0) { max($0, abs($1)) }
    let signed = rungs.map { rung in
      zip(rung.terminalError, direction).reduce(0.0) { $0 + $1.0.doubleValue / scale * ($1.1 / scale) }
    }
    slopes = zip(signed, signed.dropFirst()).map { binaryLogarithm($0 / $1) }
    let extrapolated = RichardsonExtrapolation<DoubleDouble>(slopes.map { [DoubleDouble($0)] }, ratio: 2)
    observedOrder = (extrapolated.limit[0].doubleValue, extrapolated.disagreement)
    measured = RichardsonExtrapolation(
      rungs.map { rung in
        var power = T.one
        for _ in 0..<(order + 1) { power *= rung.step }
        return rung.terminalError.map { $0 / power }
      }, ratio: 2)
  }
}

/// The binary logarithm, by the project's own arithmetic; NaN for numbers that are not positive.
func binaryLogarithm(_ value: Double) -> Double {
  (DoubleDouble.log(DoubleDouble(value)) / DoubleDouble.log(DoubleDouble(2))).doubleValue
}

/// A figure at three significant digits, for a reason that a person reads.
func shortened(_ value: Double) -> String { DoubleDouble(value).formatted(digits: 3) }
