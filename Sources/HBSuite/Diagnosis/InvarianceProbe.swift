import HBModel

/// How a field behaves where the problem is moved, turned or scaled, beside what every combination of trees does.
///
/// Elementary differentials of a gradient move with translations and orthogonal changes of variables. A tree of N nodes
/// has degree N in L, and where `L(x)` becomes `L(x/s)` it scales like `s^(1-2N)`.
struct InvarianceProbe<Model: FieldModel> {
  let probe: FieldProbe<Model>
  let momentum: Rational
  let iteration: Int
  /// The index j of the field.
  let index: Int

  /// In what the field differs from every combination of trees of its order, on a sample; empty for nothing.
  ///
  /// - Throws: `ProbeFault` where the field has no finite value on the changed problem.
  func signs(on sample: ProjectionSample) throws(ProbeFault) -> [String] {
    let own = try field(on: sample)
    var signs: [String] = []
    if differs(try field(on: translated(sample)), own) {
      signs.append("it changes where the origin of the coordinates is moved")
    }
    if differs(try field(on: turned(sample)), turned(own)) {
      signs.append("it does not turn with the coordinates, as by the rotation (3/5, 4/5) of x1 and x2")
    }
    if let sign = scaling(
      try field(on: enlarged(sample)), own, exponent: index + 1, "scale like L^\(index + 1)", "it scales like L^")
    {
      signs.append(sign)
    }
    if let sign = scaling(
      try field(on: stretched(sample)), own, exponent: -(2 * index + 1),
      "scale like s^(-\(2 * index + 1)) where L(x) becomes L(x/s)", "it scales like s^")
    {
      signs.append(sign)
    }
    return signs
  }

  /// What is said of a field that does not grow by the power of two that trees of its order grow by; nil where it does.
  private func scaling(
    _ scaled: [DoubleDouble], _ own: [DoubleDouble], exponent: Int, _ trees: String, _ found: String
  ) -> String? {
    func times(_ exponent: Int) -> [DoubleDouble] { own.map { $0.scaled(byPowerOfTwo: exponent) } }
    guard differs(scaled, times(exponent)) else { return nil }
    let other = (-12...12).first { !differs(scaled, times($0)) }
    return "it does not \(trees), as trees of order \(index + 1) do"
      + (other.map { ": \(found)\($0 < 0 ? "(\($0))" : "\($0)")" } ?? "")
  }

  private func field(on sample: ProjectionSample) throws(ProbeFault) -> [DoubleDouble] {
    try probe.expansion(on: sample, momentum: momentum, iteration: iteration).coefficients[index]
  }

  private func differs(_ left: [DoubleDouble], _ right: [DoubleDouble]) -> Bool {
    maximumNorm(left, minus: right) > 1e-9 * max(maximumNorm(left), maximumNorm(right))
  }

  private func translated(_ sample: ProjectionSample) -> ProjectionSample {
    let shifts = fractions([(1, 2), (-1, 3), (1, 4)])
    let moved = zip(sample.point, shifts).compactMap { try? $0 + $1 }
    return ProjectionSample(
      objective: sample.objective.substituting(
        shifts.enumerated().map { .subtract(.variable($0), .constant($1)) }),
      point: moved)
  }

  private func enlarged(_ sample: ProjectionSample) -> ProjectionSample {
    ProjectionSample(objective: .multiply(.constant(Rational(2)), sample.objective), point: sample.point)
  }

  private func stretched(_ sample: ProjectionSample) -> ProjectionSample {
    let half = fractions([(1, 2)])[0]
    return ProjectionSample(
      objective: sample.objective.substituting(
        sample.point.indices.map { .multiply(.constant(half), .variable($0)) }),
      point: sample.point.compactMap { try? Rational(2) * $0 })
  }

  private static var cosine: Rational { fractions([(3, 5)])[0] }
  private static var sine: Rational { fractions([(4, 5)])[0] }

  /// The problem in turned coordinates `x' = Q x`: the new objective is `L(Q^T x')`.
  private func turned(_ sample: ProjectionSample) -> ProjectionSample {
    let (c, s) = (Expression.constant(Self.cosine), Expression.constant(Self.sine))
    let (x, y) = (Expression.variable(0), Expression.variable(1))
    let objective = sample.objective.substituting([
      .add(.multiply(c, x), .multiply(s, y)), .subtract(.multiply(c, y), .multiply(s, x)), .variable(2),
    ])
    var point = sample.point
    if let first = try? Self.cosine * sample.point[0] - Self.sine * sample.point[1],
      let second = try? Self.sine * sample.point[0] + Self.cosine * sample.point[1]
    {
      (point[0], point[1]) = (first, second)
    }
    return ProjectionSample(objective: objective, point: point)
  }

  private func turned(_ vector: [DoubleDouble]) -> [DoubleDouble] {
    let (c, s) = (DoubleDouble(Self.cosine), DoubleDouble(Self.sine))
    return [c * vector[0] - s * vector[1], s * vector[0] + c * vector[1], vector[2]]
  }
}
