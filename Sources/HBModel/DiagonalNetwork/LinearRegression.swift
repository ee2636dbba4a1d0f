/// Least squares: the loss `l(theta) = |X theta - y|^2 / (2 m)` of m samples with d features.
public struct LinearRegression: Hashable, Sendable {
  /// X: m rows of d entries.
  public let features: [[Rational]]
  /// y: m entries.
  public let targets: [Rational]

  /// The regression of `targets` on `features`.
  ///
  /// - Parameters:
  ///   - features: m >= 1 rows, all of the same length d >= 1.
  ///   - targets: m entries.
  public init(features: [[Rational]], targets: [Rational]) {
    self.features = features
    self.targets = targets
  }

  /// The number of features d.
  public var dimension: Int { features[0].count }
  /// The number of samples m.
  public var samples: Int { features.count }

  /// The loss as an expression in `theta_1, ..., theta_d`.
  public var loss: Expression {
    let squares = zip(features, targets).map { row, target -> Expression in
      let terms = row.enumerated().filter { $1 != .zero }.map { index, entry -> Expression in
        entry == .one ? .variable(index) : .multiply(.constant(entry), .variable(index))
      }
      return .power(.subtract(.sum(terms), .constant(target)), Rational(2))
    }
    return .divide(.sum(squares), .constant(Rational(2 * samples)))
  }

  /// The space of the rows of X, in which every gradient of the loss lies.
  public func rowSpace<T: Real>(_: T.Type = T.self) -> RowSpace<T> { RowSpace(of: features.map { $0.map { T($0) } }) }

  /// The least-squares solution that lies in the row space; every other one differs from it by a vector that X maps to
  /// zero. Where X theta = y has solutions it is one of them.
  ///
  /// - Returns: its coordinates in the basis of `rowSpace`.
  /// - Complexity: O(m d rank), and a system of `rank` equations.
  public func leastSquares<T: Real>(in space: RowSpace<T>) -> [T] {
    // X restricted to the row space has independent columns, so that the normal equations have one solution.
    let columns = space.basis.map { direction in features.map { row in scalarProduct(row.map { T($0) }, direction) } }
    let right = targets.map { T($0) }
    return CholeskySolver.solve(
      columns.map { first in columns.map { scalarProduct(first, $0) } }, columns.map { scalarProduct($0, right) })
      ?? Array(repeating: .zero, count: space.rank)
  }
}

extension LinearRegression: CustomStringConvertible {
  /// The equations `X theta = y` in rows, e.g. `[1, 0, 2 | 1; 0, 1, 1 | 1/2]`.
  public var description: String {
    let rows = zip(features, targets).map { row, target in
      row.map(\.description).joined(separator: ", ") + " | \(target)"
    }
    return "[" + rows.joined(separator: "; ") + "]"
  }
}
