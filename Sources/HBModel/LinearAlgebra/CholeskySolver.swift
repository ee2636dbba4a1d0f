/// Solves symmetric positive definite systems of linear equations.
public enum CholeskySolver {
  /// The solution of `matrix x = right`; nil where the matrix is not positive definite to rounding.
  ///
  /// - Parameters:
  ///   - matrix: n rows of length n; only the lower triangle is read.
  ///   - right: n entries.
  /// - Complexity: n^3/6 products.
  /// - SeeAlso: G. H. Golub and C. F. Van Loan, *Matrix Computations* (2013), 4.2.
  public static func solve<T: Real>(_ matrix: [[T]], _ right: [T]) -> [T]? {
    let size = right.count
    var factor = matrix
    for column in 0..<size {
      for row in column..<size {
        var entry = factor[row][column]
        for k in 0..<column { entry -= factor[row][k] * factor[column][k] }
        if row == column {
          guard entry > .zero else { return nil }
          factor[row][row] = T.sqrt(entry)
        } else {
          factor[row][column] = entry / factor[column][column]
        }
      }
    }
    var solution = right
    for row in 0..<size {
      for k in 0..<row { solution[row] -= factor[row][k] * solution[k] }
      solution[row] = solution[row] / factor[row][row]
    }
    for row in (0..<size).reversed() {
      for k in (row + 1)..<size where row + 1 < size { solution[row] -= factor[k][row] * solution[k] }
      solution[row] = solution[row] / factor[row][row]
    }
    return solution
  }
}
