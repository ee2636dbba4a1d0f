import HBModel

/// Fields written as combinations `sum_t c_t D(t)` over the trees of one order, by least squares on samples.
///
/// More equations than trees on the fitted samples, and further samples that the fit never saw: what is left there
/// shows whether the field is a combination of trees at all.
struct TreeProjection: Sendable {
  /// The order of the trees.
  let order: Int
  /// The trees.
  let trees: [RootedTree]
  /// For each sample and tree the elementary differential `D(t)`.
  let differentials: [[[DoubleDouble]]]
  /// How many samples are fitted; the others are held out.
  let fitted: Int
  /// An orthonormal basis of the columns, one vector over all fitted components for each tree.
  private let basis: [[DoubleDouble]]
  /// The upper triangular factor, row by row.
  private let triangle: [[DoubleDouble]]

  /// How many samples must be fitted for trees of `order`, so that there are two equations for each.
  static func samplesNeeded(order: Int) -> Int {
    max(3, (2 * TreeTable.upTo(order).range(ofOrder: order).count + 2) / 3)
  }

  /// A projection onto the trees of `order`.
  ///
  /// - Parameter fitted: how many of the samples are fitted, at least `samplesNeeded(order:)`.
  /// - Complexity: one evaluation of the elementary differentials for each sample.
  init(order: Int, samples: [ProjectionSample], fitted: Int) {
    let table = TreeTable.upTo(order)
    let range = table.range(ofOrder: order)
    self.order = order
    self.fitted = fitted
    trees = range.map { table.trees[$0] }
    // D(t) = (-1)^{|t|} F(t), and the evaluation returns F(t) over the symmetry.
    let sign = order.isMultiple(of: 2) ? 1.0 : -1.0
    let values = samples.map { sample -> [[DoubleDouble]] in
      let program = StraightLineProgram.negativeGradient(of: sample.objective, dimension: sample.point.count)
      var evaluation = ElementaryDifferentials<DoubleDouble>(program: program, order: order)
      evaluation.evaluate(at: sample.point.map { DoubleDouble($0) })
      return range.map { tree in
        let factor = DoubleDouble(sign * Double(table.symmetry[tree]))
        return (0..<sample.point.count).map { factor * evaluation.value(component: $0, tree: tree) }
      }
    }
    differentials = values
    (basis, triangle) = Self.orthogonalized(
      range.indices.map { tree in values[..<fitted].flatMap { $0[tree - range.lowerBound] } })
  }

  /// Gram and Schmidt's process, each vector orthogonalized twice: orthogonal to rounding (Giraud, Langou, 2005).
  private static func orthogonalized(_ columns: [[DoubleDouble]]) -> ([[DoubleDouble]], [[DoubleDouble]]) {
    var basis: [[DoubleDouble]] = []
    var triangle = columns.map { _ in Array(repeating: DoubleDouble.zero, count: columns.count) }
    for (index, column) in columns.enumerated() {
      var rest = column
      for _ in 0..<2 {
        for (row, vector) in basis.enumerated() {
          let part = dot(vector, rest)
          triangle[row][index] += part
          rest = zip(rest, vector).map { $0 - part * $1 }
        }
      }
      let length = DoubleDouble.sqrt(dot(rest, rest))
      triangle[index][index] = length
      basis.append(rest.map { $0 / length })
    }
    return (basis, triangle)
  }

  private static func dot(_ left: [DoubleDouble], _ right: [DoubleDouble]) -> DoubleDouble {
    zip(left, right).reduce(.zero) { $0 + $1.0 * $1.1 }
  }

  /// How independent the differentials are: the least length that is left of one when the others are taken out,
  /// relative to the largest length.
  var independence: Double {
    let lengths = triangle.indices.map { abs(triangle[$0][$0].doubleValue) }
    return (lengths.min() ?? 0) / (lengths.max() ?? 1)
  }

  /// By how much an error of the vectors may grow in the coefficients, roughly.
  var amplification: Double {
    let least = triangle.indices.reduce(Double.infinity) { min($0, abs(triangle[$1][$1].doubleValue)) }
    return Double(trees.count) / least
  }

  /// The coefficients of the combination nearest to `vectors`, one vector a sample.
  func coefficients(of vectors: [[DoubleDouble]]) -> [DoubleDouble] {
    let right = basis.map { Self.dot($0, vectors[..<fitted].flatMap(\.self)) }
    var result = right
    for row in trees.indices.reversed() {
      for column in (row + 1)..<trees.count { result[row] -= triangle[row][column] * result[column] }
      result[row] = result[row] / triangle[row][row]
    }
    return result
  }

  /// What is left of `vectors` beside a combination, in the maximum norm, for each sample.
  func residuals(of vectors: [[DoubleDouble]], beside coefficients: [DoubleDouble]) -> [Double] {
    vectors.indices.map { sample in
      maximumNorm(vectors[sample], minus: combination(coefficients, sample: sample))
    }
  }

  /// The combination on a sample.
  func combination(_ coefficients: [DoubleDouble], sample: Int) -> [DoubleDouble] {
    differentials[sample][0].indices.map { component in
      trees.indices.reduce(DoubleDouble.zero) { $0 + coefficients[$1] * differentials[sample][$1][component] }
    }
  }
}
