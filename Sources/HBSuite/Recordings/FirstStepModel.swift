import HBModel

/// The coefficients of the piece-wise model of a map whose first step may have another size.
///
/// A first step `r h`, as an undampened one is, is the map `id + r h g` on trees: the recursion `MomentumMethod.map(after:)`
/// goes on from there, and the model of every iteration is the logarithm of its map.
struct FirstStepModel {
  private let map: MomentumMap

  init(_ map: MomentumMap) { self.map = map }

  /// The coefficients of trees of order up to `order`, for `iterations` iterations.
  func coefficients(order: Int, iterations: Int) -> CoefficientTable<DoubleDouble> {
    let momentum = DoubleDouble(map.momentum)
    guard map.firstStep != map.step else {
      return CoefficientTable(method: map.method, order: order, momentum: momentum, iterations: iterations)
    }
    var current = BSeries<DoubleDouble>.identity(table: .upTo(order))
    let ratio = DoubleDouble(map.firstStep) / DoubleDouble(map.step)
    current.coefficients[0] = ratio
    var leadIn: [[DoubleDouble]] = []
    for _ in 0..<iterations {
      leadIn.append(current.logarithm().coefficients)
      current = map.method.map(after: current, momentum: momentum)
    }
    let stationary = StationaryCounterTerms.coefficients(method: map.method, order: order, momentum: momentum)
    return CoefficientTable(
      order: order, momentum: momentum, leadIn: leadIn, stationary: stationary, iterations: iterations)
  }
}
