import HBModel

/// How values of the data become places along an axis.
///
/// ```swift
/// let scale = Scale(.logarithmic, from: 1, to: 100)
/// print(scale.fraction(10) ?? .nan)  // 0.5
/// ```
public struct Scale: Equatable, Sendable {
  /// The two ways.
  public enum Kind: Sendable {
    /// Equal distances for equal differences.
    case linear
    /// Equal distances for equal quotients; values above 0 only.
    case logarithmic
  }

  /// The way.
  public let kind: Kind
  /// The value at the beginning of the axis.
  public let lower: Double
  /// The value at its end, above `lower`.
  public let upper: Double

  /// A scale from `lower` to `upper`; where these do not make an interval, one around the first.
  public init(_ kind: Kind, from lower: Double, to upper: Double) {
    self.kind = kind
    let isUsable = Scale.isUsable(lower, kind) && Scale.isUsable(upper, kind)
    let first = isUsable ? lower : 1
    let last = isUsable ? upper : 1
    switch kind {
    case .linear where !(first < last):
      // A step to both sides that is seen beside the value.
      let step = max(1, abs(first))
      (self.lower, self.upper) = (first - step, first + step)
    case .logarithmic where !(first < last): (self.lower, self.upper) = (first / 10, first * 10)
    default: (self.lower, self.upper) = (first, last)
    }
  }

  /// A scale that covers `values`, with a margin on both sides; values that have no place on it are passed over.
  ///
  /// - Parameter margin: the margin, as a part of the covered length.
  public init(_ kind: Kind, covering values: [Double], margin: Double = 0.04) {
    let usable = values.filter { Scale.isUsable($0, kind) }
    let low = usable.min() ?? 1
    let high = usable.max() ?? 1
    guard low < high else {
      self.init(kind, from: low, to: low)
      return
    }
    switch kind {
    case .linear: self.init(kind, from: low - margin * (high - low), to: high + margin * (high - low))
    case .logarithmic:
      let factor = exponential(margin * naturalLogarithm(high / low))
      self.init(kind, from: low / factor, to: high * factor)
    }
  }

  /// Where `value` is: 0 at the beginning, 1 at the end; nil for what has no place on the axis.
  public func fraction(_ value: Double) -> Double? {
    guard Scale.isUsable(value, kind) else { return nil }
    switch kind {
    case .linear: return (value - lower) / (upper - lower)
    case .logarithmic: return naturalLogarithm(value / lower) / naturalLogarithm(upper / lower)
    }
  }

  /// Whether a value can be on an axis: beyond 10^150 and, on a logarithmic one, below 10^-150 differences and quotients
  /// would leave the range of doubles.
  private static func isUsable(_ value: Double, _ kind: Kind) -> Bool {
    abs(value) <= 1e150 && (kind == .linear || value >= 1e-150)
  }
}

/// The natural logarithm, by the project's own arithmetic, so that a page is the same on every platform.
func naturalLogarithm(_ value: Double) -> Double { DoubleDouble.log(DoubleDouble(value)).doubleValue }

/// The exponential, by the project's own arithmetic.
func exponential(_ value: Double) -> Double { DoubleDouble.exp(DoubleDouble(value)).doubleValue }

/// The common logarithm, by the project's own arithmetic; exact for powers of ten.
func commonLogarithm(_ value: Double) -> Double {
  (DoubleDouble.log(DoubleDouble(value)) / DoubleDouble.log(DoubleDouble(10))).doubleValue
}
