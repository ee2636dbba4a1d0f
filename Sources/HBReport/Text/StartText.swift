import HBModel

extension MomentumProblem {
  /// The point before the start as a formula, `x_0 + C h grad L(x_0) - h (v1,v2)`; nil at rest.
  var previousPointText: String? {
    guard !startsAtRest else { return nil }
    let gradient = initialMomentum == .zero ? "" : " + \(initialMomentum) h grad L(x_0)"
    let velocity = hasVelocity ? " - h (" + initialVelocity.map(\.description).joined(separator: ",") + ")" : ""
    return "x_0" + gradient + velocity
  }
}
