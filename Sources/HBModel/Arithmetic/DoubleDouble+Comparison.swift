extension DoubleDouble: Comparable {
  // The representation is unique, so the order is that of the pairs. All four are written out because the defaults
  // negate: they would call every value greater than or equal to NaN.

  /// The order of the exact values; false where either is NaN.
  @inlinable public static func < (lhs: DoubleDouble, rhs: DoubleDouble) -> Bool {
    lhs.high < rhs.high || (lhs.high == rhs.high && lhs.low < rhs.low)
  }
  /// The order of the exact values; false where either is NaN.
  @inlinable public static func > (lhs: DoubleDouble, rhs: DoubleDouble) -> Bool { rhs < lhs }
  /// The order of the exact values; false where either is NaN.
  @inlinable public static func <= (lhs: DoubleDouble, rhs: DoubleDouble) -> Bool {
    lhs.high < rhs.high || (lhs.high == rhs.high && lhs.low <= rhs.low)
  }
  /// The order of the exact values; false where either is NaN.
  @inlinable public static func >= (lhs: DoubleDouble, rhs: DoubleDouble) -> Bool { rhs <= lhs }
}
