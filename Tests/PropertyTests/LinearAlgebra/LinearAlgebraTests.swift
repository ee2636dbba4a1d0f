import HBModel
import PropCheck
import PropCheckTesting
import Testing

@Suite(.propertyTesting) struct LinearAlgebraTests {
  private static let matrices = Generator<[[Int]]> { source in
    let columns = try source.draw(.int(in: 1...5))
    return try source.draw(
      .array(of: .array(of: .int(in: -3...3), count: columns...columns), count: 1...6))
  }

  private func real(_ matrix: [[Int]]) -> [[DoubleDouble]] { matrix.map { $0.map { DoubleDouble($0) } } }

  @Test func aRowSpaceHasAnOrthonormalBasisThatSpansTheRows() {
    forAll(Self.matrices) { matrix in
      let rows = self.real(matrix)
      let space = RowSpace(of: rows)
      for (i, first) in space.basis.enumerated() {
        for (k, second) in space.basis.enumerated() {
          let product = zip(first, second).reduce(DoubleDouble.zero) { $0 + $1.0 * $1.1 }
          #expect(abs((product - (i == k ? .one : .zero)).doubleValue) < 1e-29)
        }
      }
      for row in rows { #expect(maximumNorm(space.residual(of: row)) < 1e-28) }
      #expect(space.rank <= min(matrix.count, matrix[0].count))
    }
  }

  @Test func dependentRowsAddNothing() {
    forAll(Self.matrices) { matrix in
      let doubled = matrix + matrix.map { $0.map { -2 * $0 } }
      #expect(RowSpace(of: self.real(doubled)).rank == RowSpace(of: self.real(matrix)).rank)
    }
    #expect(RowSpace(of: real([[1, 2, 3], [2, 4, 6], [1, 0, 0]])).rank == 2)
    #expect(RowSpace(of: real([[0, 0]])).rank == 0)
  }

  @Test func aPositiveDefiniteSystemIsSolved() {
    forAll(Self.matrices) { matrix in
      let rows = self.real(matrix)
      let size = rows[0].count
      // X^T X + 1 is positive definite.
      let gram = (0..<size).map { i in
        (0..<size).map { k in
          rows.reduce(i == k ? DoubleDouble.one : .zero) { $0 + $1[i] * $1[k] }
        }
      }
      let solution = try #require(CholeskySolver.solve(gram, rows[0]))
      for i in 0..<size {
        let product = zip(gram[i], solution).reduce(DoubleDouble.zero) { $0 + $1.0 * $1.1 }
        #expect(abs((product - rows[0][i]).doubleValue) < 1e-26)
      }
    }
  }

  @Test func anIndefiniteSystemIsRefused() {
    #expect(CholeskySolver.solve(real([[1, 2], [2, 1]]), real([[1, 1]])[0]) == nil)
    #expect(CholeskySolver.solve(real([[0]]), real([[1]])[0]) == nil)
  }
}
