/// Which ends of a range belong to it.
public enum Ends: Sendable, Hashable {
  /// Both ends.
  case closed
  /// All but the lower end.
  case openBelow
  /// All but the upper end.
  case openAbove
  /// Neither end.
  case open

  var excludesLower: Bool { self == .openBelow || self == .open }
  var excludesUpper: Bool { self == .openAbove || self == .open }
}
