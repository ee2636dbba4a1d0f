extension Generator where Value == Double {
  /// Floating-point numbers of a range, simplest the one that a person would write first.
  ///
  /// Whole numbers are simpler than halves, halves simpler than quarters, and so on to 1/1024, among them tenths,
  /// hundredths and thousandths, and then whatever has few decimal places; beyond 2^53 few digits are simplest. A
  /// number found by shrinking is 0.5, 0.75 or 2e20, not a neighbour of some threshold. Ends of the range, short fractions and, near
  /// zero, small numbers come more often than by chance.
  ///
  /// - Parameters:
  ///   - range: finite bounds.
  ///   - ends: which bounds may come out themselves.
  public static func double(in range: ClosedRange<Double>, ends: Ends = .closed) -> Generator {
    let low = ends.excludesLower ? range.lowerBound.nextUp : range.lowerBound
    let high = ends.excludesUpper ? range.upperBound.nextDown : range.upperBound
    precondition(low.isFinite && high.isFinite && low <= high, "a generator needs a finite range with a number in it")
    return Generator { source in try source.decideDouble(low, high) }
  }

  /// Floating-point numbers of a half-open range.
  ///
  /// - Parameter range: finite bounds; the upper one never comes out.
  public static func double(in range: Range<Double>) -> Generator {
    double(in: range.lowerBound...range.upperBound, ends: .openAbove)
  }

  /// All finite floating-point numbers.
  public static var double: Generator {
    double(in: -Double.greatestFiniteMagnitude ... .greatestFiniteMagnitude)
  }

  /// Finite floating-point numbers and, now and then, both infinities and NaN.
  public static var anyDouble: Generator {
    .weighted([(15, .double), (1, .element(of: [.infinity, -.infinity, .nan]))])
  }
}
