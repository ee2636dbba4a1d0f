extension StraightLineProgram {
  /// Code for `(x, v) -> (g(x), g'(x) v)` with `g = -grad expression`: the field with its derivative along v.
  ///
  /// Variables and outputs are those of x, then those of v. The elementary differentials of this field are those of g with
  /// their own derivatives along v, and so are all its B-series.
  ///
  /// - Complexity: O(size of the expression): g'(x) v is the gradient of `<g(x), v>`, formed in reverse mode.
  public static func tangent(of expression: Expression, dimension: Int) -> StraightLineProgram {
    var builder = ProgramBuilder()
    let root = builder.lower(expression)
    let gradient = builder.gradient(of: root, dimension: dimension)
    var product = builder.constant(.zero)
    for (variable, slope) in gradient.enumerated() {
      let direction = builder.lower(.variable(dimension + variable))
      product = builder.add(product, builder.multiply(slope, direction))
    }
    let derivative = builder.gradient(of: product, dimension: dimension)
    let outputs = (gradient + derivative).map { builder.scaled(builder.minusOne, $0) }
    return builder.program(dimension: 2 * dimension, outputs: outputs)
  }
}
