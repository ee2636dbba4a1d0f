/// The arithmetic in which an optimizer computed.
public enum RecordedPrecision: String, CaseIterable, Sendable {
  /// Numbers of 53 bits.
  case double
  /// Numbers of 24 bits.
  case single

  /// The unit roundoff u: a rounded operation has a relative error of at most u.
  public var unitRoundoff: Double {
    switch self {
    case .double: 0x1p-53
    case .single: 0x1p-24
    }
  }

  /// The smallest normal number: below it a result is off by at most that much, also where it is flushed to zero.
  public var smallestNormal: Double {
    switch self {
    case .double: 0x1p-1022
    case .single: 0x1p-126
    }
  }
}
