/// A B-series `B(a, y) = a0 y + sum over t of h^|t| a(t) / sigma(t) F(t)(y)`, truncated after an order.
///
/// Maps have constant term 1 and form the Butcher group; vector fields (times h) have constant term 0. Coefficients are
/// in any ring, exact or not.
///
/// ```swift
/// let euler = BSeries<Rational>.eulerStep(table: .upTo(4))
/// let modified = try euler.logarithm()
/// print(modified.coefficients)  // [1, -1/2, 1/6, 1/3, 0, -1/12, -1/6, -1/4]
/// ```
///
/// - SeeAlso: Hairer, Lubich, Wanner, *Geometric Numerical Integration* (2006), III.1 and IX.9.
public struct BSeries<Coefficient: Ring>: Equatable, Sendable {
  /// The trees over which the series runs.
  public let table: TreeTable
  /// The coefficient of the empty tree.
  public var constantTerm: Coefficient
  /// The coefficients in the order of the table.
  public var coefficients: [Coefficient]

  /// A series with given coefficients.
  ///
  /// - Precondition: there are as many coefficients as trees.
  public init(table: TreeTable, constantTerm: Coefficient, coefficients: [Coefficient]) {
    precondition(coefficients.count == table.count, "a B-series has one coefficient for each tree")
    self.table = table
    self.constantTerm = constantTerm
    self.coefficients = coefficients
  }

  /// The series of the identity map.
  public static func identity(table: TreeTable) -> BSeries {
    BSeries(table: table, constantTerm: .one, coefficients: Array(repeating: .zero, count: table.count))
  }

  /// The series of the explicit Euler step `y + h g(y)`.
  public static func eulerStep(table: TreeTable) -> BSeries {
    var series = identity(table: table)
    series.coefficients[0] = .one
    return series
  }

  /// The series of the exact flow over time h of `y' = g(y)`, coefficients `1 / gamma(t)`.
  ///
  /// - Throws: the failure of converting a rational number.
  public static func exactFlow(table: TreeTable) throws(Coefficient.Failure) -> BSeries {
    var series = identity(table: table)
    for index in 0..<table.count {
      let density = Rational(reducedNumerator: 1, denominator: Int128(table.density[index]))
      series.coefficients[index] = try Coefficient(density)
    }
    return series
  }

  /// The coefficient of a tree; nil beyond the order of the table.
  public subscript(tree: RootedTree) -> Coefficient? { table.index(of: tree).map { coefficients[$0] } }
}

extension BSeries {
  /// The derivative of this series along the field `field`: `(D_b c)(t)`, the sum over the edges of t of
  /// `c(part with the root) b(part cut off)`, plus `c(empty) b(t)`.
  ///
  /// The last summand is the edge above the root; it vanishes where the constant term does, as for a field.
  ///
  /// - Precondition: both series have the same table.
  /// - Throws: the failure of the ring.
  /// - Complexity: O(1) products for each splitting.
  @inlinable public func lieDerivative(along field: BSeries) throws(Coefficient.Failure) -> BSeries {
    precondition(table == field.table, "the series must have the same order")
    let storage = table.storage
    var result = coefficients
    for tree in 0..<table.count {
      var sum = try constantTerm * field.coefficients[tree]
      for position in storage.splittingStart[tree]..<storage.splittingStart[tree + 1] {
        let splitting = storage.splittings[position]
        let product = try coefficients[Int(splitting.trunk)] * field.coefficients[Int(splitting.branch)]
        let scaled =
          splitting.count == 1 ? product : try Coefficient(Rational(Int(splitting.count))) * product
        sum = try sum + scaled
      }
      result[tree] = sum
    }
    return BSeries(table: table, constantTerm: .zero, coefficients: result)
  }

  /// The field b whose flow over time 1 is this map: `b(t) = a(t) - sum_{j >= 2} (D_b^{j-1} b)(t) / j!`.
  ///
  /// - Precondition: the constant term is 1.
  /// - Throws: the failure of the ring.
  /// - Complexity: O(order) products for each splitting.
  public func logarithm() throws(Coefficient.Failure) -> BSeries {
    precondition(constantTerm == .one, "only a map has a logarithm")
    var derivatives = try IteratedDerivatives<Coefficient>(table: table)
    for tree in 0..<table.count {
      try derivatives.accumulate(tree)
      let (even, odd) = try derivatives.higherTerms(tree)
      derivatives.set(tree, to: try coefficients[tree] - even - odd)
    }
    let field = (0..<table.count).map { derivatives.coefficient($0) }
    return BSeries(table: table, constantTerm: .zero, coefficients: field)
  }

  /// The flow over time 1 of this field: `a(t) = sum_{j >= 1} (D_b^{j-1} b)(t) / j!`.
  ///
  /// - Precondition: the constant term is 0.
  /// - Throws: the failure of the ring.
  /// - Complexity: O(order) products for each splitting.
  public func exponential() throws(Coefficient.Failure) -> BSeries {
    precondition(constantTerm == .zero, "only a field has an exponential")
    var derivatives = try IteratedDerivatives<Coefficient>(table: table)
    var map = coefficients
    for tree in 0..<table.count {
      derivatives.set(tree, to: coefficients[tree])
      try derivatives.accumulate(tree)
      let (even, odd) = try derivatives.higherTerms(tree)
      map[tree] = try coefficients[tree] + even + odd
    }
    return BSeries(table: table, constantTerm: .one, coefficients: map)
  }

  /// The series with every coefficient multiplied by `factor`.
  ///
  /// - Throws: the failure of the ring.
  public func scaled(by factor: Coefficient) throws(Coefficient.Failure) -> BSeries {
    var result = self
    result.constantTerm = try factor * constantTerm
    for tree in 0..<table.count { result.coefficients[tree] = try factor * coefficients[tree] }
    return result
  }
}
