/// The limit at h = 0 of vectors measured on a geometric ladder of steps, with its own error estimate.
///
/// Assumes an expansion in powers `h, h^2, ...`; whether that holds is told by the agreement of successive
/// extrapolations, which is what `disagreement` measures.
///
/// - SeeAlso: Hairer, Norsett, Wanner, *Solving Ordinary Differential Equations I* (1993), II.9 (Aitken-Neville).
public struct RichardsonExtrapolation<T: Real>: Sendable {
  /// The extrapolated vector.
  public let limit: [T]
  /// The larger of the last two changes from one extrapolation to the next, in the maximum norm.
  public let disagreement: Double

  /// Extrapolates `values`, measured at `h, h/ratio, h/ratio^2, ...`.
  ///
  /// - Parameters:
  ///   - values: at least three vectors of equal length, coarsest step first.
  ///   - ratio: the quotient of successive steps, above 1.
  public init(_ values: [[T]], ratio: Double) {
    var column = values
    var finest: [[T]] = [values[values.count - 1]]
    var factor = ratio
    while column.count > 1 {
      let denominator = T(factor - 1)
      column = zip(column.dropFirst(), column).map { finer, coarser in
        finer.indices.map { finer[$0] + (finer[$0] - coarser[$0]) / denominator }
      }
      finest.append(column[column.count - 1])
      factor *= ratio
    }
    limit = finest[finest.count - 1]
    let changes = zip(finest.dropFirst(), finest).map { maximumNorm($0, minus: $1) }
    disagreement = changes.suffix(2).reduce(0) { $1.isNaN ? .infinity : max($0, $1) }
  }
}

/// The maximum norm of `vector`; NaN where an entry is NaN.
@inlinable public func maximumNorm<T: Real>(_ vector: [T]) -> Double {
  vector.reduce(0) { norm, entry in
    let size = abs(entry.doubleValue)
    return size.isNaN || norm.isNaN ? .nan : max(norm, size)
  }
}

/// The maximum norm of the difference of two vectors of equal length.
@inlinable public func maximumNorm<T: Real>(_ first: [T], minus second: [T]) -> Double {
  maximumNorm(zip(first, second).map { $0 - $1 })
}
