/// The order in which the integers of a range are simple: 0, 1, -1, 2, -2, ... about the one nearest to zero.
///
/// A range is given by how many numbers lie below and above its simplest one; where one side ends, the
/// other continues alone. The position in this order is the *rank* that is recorded.
@usableFromInline enum IntegerOrder {
  /// The distance of a rank from the simplest number, as a wrapped 64-bit difference.
  ///
  /// - Complexity: O(1).
  @inlinable static func offset(ofRank rank: UInt64, below: UInt64, above: UInt64) -> UInt64 {
    let common = min(below, above)
    // rank > 2 * common, written so that it cannot overflow
    if rank / 2 > common || (rank / 2 == common && rank & 1 == 1) {
      let magnitude = rank &- common
      return above > below ? magnitude : 0 &- magnitude
    }
    let magnitude = rank / 2 &+ (rank & 1)
    return rank & 1 == 1 ? magnitude : 0 &- magnitude
  }

  /// The rank of the number `magnitude` steps above (or below) the simplest one.
  ///
  /// - Complexity: O(1).
  @inlinable static func rank(
    magnitude: UInt64, isNegative: Bool, below: UInt64, above: UInt64
  ) -> UInt64 {
    let common = min(below, above)
    if magnitude > common { return magnitude &+ common }
    guard magnitude > 0 else { return 0 }
    return isNegative ? magnitude &* 2 : magnitude &* 2 &- 1
  }

  /// Sign and magnitude of a rank, relative to the simplest number.
  @inlinable static func signed(
    _ rank: UInt64, below: UInt64, above: UInt64
  ) -> (magnitude: UInt64, isNegative: Bool) {
    let common = min(below, above)
    if rank / 2 > common || (rank / 2 == common && rank & 1 == 1) {
      return (rank &- common, below > above)
    }
    return (rank / 2 &+ (rank & 1), rank & 1 == 0 && rank > 0)
  }
}

extension Choice {
  /// Sign and magnitude of the number relative to the simplest of its domain; only for ranks.
  var offset: (magnitude: UInt64, isNegative: Bool) {
    IntegerOrder.signed(word, below: below, above: above)
  }

  /// The choice moved to another offset, or nil where the domain does not reach it.
  func moved(magnitude: UInt64, isNegative: Bool) -> Choice? {
    guard magnitude <= (isNegative ? below : above) else { return nil }
    return with(
      IntegerOrder.rank(magnitude: magnitude, isNegative: isNegative, below: below, above: above))
  }

  /// The choice moved by a signed distance, or nil where the domain does not reach it.
  func advanced(by distance: Int128) -> Choice? {
    let (magnitude, isNegative) = offset
    let target = (isNegative ? -Int128(magnitude) : Int128(magnitude)) + distance
    guard let reach = UInt64(exactly: target.magnitude) else { return nil }
    return moved(magnitude: reach, isNegative: target < 0)
  }

  /// The signed distance of the number from the simplest of its domain.
  var signedOffset: Int128 {
    let (magnitude, isNegative) = offset
    return isNegative ? -Int128(magnitude) : Int128(magnitude)
  }
}
