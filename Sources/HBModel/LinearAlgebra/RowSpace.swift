/// The space that the rows of a matrix span, by an orthonormal basis.
///
/// ```swift
/// let space = RowSpace<DoubleDouble>(of: [[1, 1, 0], [2, 2, 0]].map { $0.map { DoubleDouble(Double($0)) } })
/// print(space.rank)  // 1
/// ```
public struct RowSpace<T: Real>: Sendable {
  /// Orthonormal rows, `rank` of them, each as long as the rows of the matrix.
  public let basis: [[T]]

  /// The dimension of the space.
  public var rank: Int { basis.count }

  /// A row whose distance from the rows before it is below this part of its length depends on them.
  ///
  /// For integer rows of length up to 10 and ranks up to 6 the true ratio is 0 or above 1e-6, and rounding is below
  /// 1e-28, so that nothing hangs on the threshold.
  static var threshold: Double { 0x1p-40 }

  /// The space of `rows`, all of the same length.
  ///
  /// Gram-Schmidt, each row orthogonalized twice, which makes the basis orthonormal to rounding.
  ///
  /// - Complexity: O(rows * rank * length).
  /// - SeeAlso: Giraud, Langou, Rozloznik, *The loss of orthogonality in the Gram-Schmidt orthogonalization process*
  ///   (2005), on "twice is enough".
  public init(of rows: [[T]]) {
    var basis: [[T]] = []
    for row in rows {
      let length = euclideanNorm(row)
      var rest = row
      for _ in 0..<2 {
        for direction in basis {
          let component = scalarProduct(direction, rest)
          for i in rest.indices { rest[i] -= component * direction[i] }
        }
      }
      let distance = euclideanNorm(rest)
      guard distance.doubleValue > Self.threshold * length.doubleValue else { continue }
      basis.append(rest.map { $0 / distance })
    }
    self.basis = basis
  }

  /// The coordinates of the projection of `vector` on the space.
  public func coordinates(of vector: [T]) -> [T] { basis.map { scalarProduct($0, vector) } }

  /// The vector of the space with the given coordinates; `length` is needed where the space is that of no rows.
  public func vector(_ coordinates: [T], length: Int) -> [T] {
    var result = Array(repeating: T.zero, count: length)
    for (direction, coordinate) in zip(basis, coordinates) {
      for i in result.indices { result[i] += coordinate * direction[i] }
    }
    return result
  }

  /// What `vector` has outside the space.
  public func residual(of vector: [T]) -> [T] {
    zip(vector, self.vector(coordinates(of: vector), length: vector.count)).map { $0 - $1 }
  }
}

/// The scalar product of two vectors of equal length.
func scalarProduct<T: Real>(_ first: [T], _ second: [T]) -> T {
  var sum = T.zero
  for i in first.indices { sum += first[i] * second[i] }
  return sum
}

/// The Euclidean length of a vector.
func euclideanNorm<T: Real>(_ vector: [T]) -> T { T.sqrt(scalarProduct(vector, vector)) }
