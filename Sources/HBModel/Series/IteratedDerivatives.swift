/// The iterated Lie derivatives `b, D_b b, D_b^2 b, ...` of a B-series field along itself, filled tree by tree.
///
/// `(D_b c)(t)` is the sum over the edges of `t` of `c(part with the root) b(part cut off)`, so that a row of a tree
/// needs rows of smaller trees only: `accumulate` computes all entries of a row but the first, from them the caller
/// finds `b(t)`, and `set` stores it. Logarithm, exponential, inverse and counter terms are this one loop.
///
/// - SeeAlso: Hairer, Lubich, Wanner, *Geometric Numerical Integration* (2006), IX.9, equation (9.6).
@frozen public struct IteratedDerivatives<Coefficient: Ring>: Sendable {
  /// The trees.
  public let table: TreeTable
  /// The entry `(D_b^{j-1} b)(t)` at `t * stride + j - 1`.
  @usableFromInline var entries: [Coefficient]
  /// The length of a row: the largest order, since `D_b^{j-1} b` vanishes on trees with fewer than j nodes.
  @usableFromInline let stride: Int
  /// The images of 0, 1, ..., for the multiplicities of splittings.
  @usableFromInline let integers: [Coefficient]
  /// The images of `1/j!`.
  @usableFromInline let inverseFactorials: [Coefficient]

  /// Rows for all trees of `table`, all zero.
  ///
  /// - Throws: the failure of converting a small rational number.
  @inlinable public init(table: TreeTable) throws(Coefficient.Failure) {
    self.table = table
    stride = table.maximumOrder
    entries = Array(repeating: .zero, count: table.count * stride)
    var integers: [Coefficient] = []
    var inverseFactorials: [Coefficient] = []
    var factorial = 1
    for j in 0...stride {
      factorial *= max(j, 1)
      integers.append(try Coefficient(Rational(j)))
      inverseFactorials.append(try Coefficient(Rational(reducedNumerator: 1, denominator: Int128(factorial))))
    }
    self.integers = integers
    self.inverseFactorials = inverseFactorials
  }

  /// Stores `b(t)`.
  @inlinable public mutating func set(_ tree: Int, to coefficient: Coefficient) {
    entries[tree * stride] = coefficient
  }

  /// The stored `b(t)`.
  @inlinable public func coefficient(_ tree: Int) -> Coefficient { entries[tree * stride] }

  /// Computes `(D_b^{j-1} b)(t)` for j = 2, ..., |t| from the rows of smaller trees.
  ///
  /// - Throws: the failure of the ring.
  /// - Complexity: O(|t|) products for each splitting of the tree.
  @inlinable public mutating func accumulate(_ tree: Int) throws(Coefficient.Failure) {
    let (storage, stride, integers) = (table.storage, stride, integers)
    let row = tree * stride
    // Bounds and uniqueness checks would double the time of this, the innermost loop of every derivation.
    try entries.withUnsafeMutableBufferPointer { (entries) throws(Coefficient.Failure) in
      for j in 1..<max(storage.order[tree], 1) { entries[row + j] = .zero }
      for position in storage.splittingStart[tree]..<storage.splittingStart[tree + 1] {
        let splitting = storage.splittings[position]
        let trunk = Int(splitting.trunk)
        let branch = entries[Int(splitting.branch) * stride]
        let factor = splitting.count == 1 ? branch : try integers[Int(splitting.count)] * branch
        let source = trunk * stride
        for j in 0..<storage.order[trunk] {
          entries[row + j + 1] = try entries[row + j + 1] + factor * entries[source + j]
        }
      }
    }
  }

  /// The sums `sum_{j >= 2} (D_b^{j-1} b)(t) / j!` over even and over odd j.
  ///
  /// With them `exp(b)(t) = b(t) + even + odd` and `exp(-b)(t) = -b(t) + even - odd`.
  ///
  /// - Throws: the failure of the ring.
  /// - Complexity: O(|t|).
  @inlinable public func higherTerms(
    _ tree: Int
  ) throws(Coefficient.Failure) -> (even: Coefficient, odd: Coefficient) {
    let row = tree * stride
    var even = Coefficient.zero
    var odd = Coefficient.zero
    for j in 1..<max(table.storage.order[tree], 1) {
      let term = try inverseFactorials[j + 1] * entries[row + j]
      if j % 2 == 1 { even = try even + term } else { odd = try odd + term }
    }
    return (even, odd)
  }
}
