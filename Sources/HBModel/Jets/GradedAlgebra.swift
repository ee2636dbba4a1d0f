/// The multiplication table of a truncated graded commutative algebra with a monomial basis.
///
/// Basis element 0 is the unit, of weight 0; elements are sorted by weight. The weight is a derivation, so the
/// Taylor recurrences of the elementary functions hold with the weight in place of the exponent. Univariate Taylor
/// series, series in (t, h), products of infinitesimals and forests of rooted trees are four tables of this one type.
public struct GradedAlgebra: Sendable {
  /// One way to write a basis element as a product of two, in this order.
  public struct Split: Equatable, Sendable {
    /// The first factor.
    public let left: Int32
    /// The second factor.
    public let right: Int32

    /// The product of basis elements `left` and `right`.
    public init(left: Int32, right: Int32) {
      self.left = left
      self.right = right
    }
  }

  /// The weight of each basis element, increasing.
  public let weights: [Int]
  /// All splits, grouped by the element that they multiply to.
  public let splits: [Split]
  /// The splits of element `e` are `splits[starts[e]..<starts[e + 1]]`; the first has the unit on its left.
  public let starts: [Int]
  /// The elements of weight `w` are `blocks[w]`.
  public let blocks: [Range<Int>]

  /// A table from the splits of each element.
  ///
  /// - Parameters:
  ///   - weights: the weight of each basis element, increasing, starting with the unit's 0.
  ///   - splits: for each element its ordered factorizations, (unit, element) and (element, unit) included.
  public init(weights: [Int], splits: [[Split]]) {
    self.weights = weights
    var flat: [Split] = []
    var starts = [0]
    for (element, own) in splits.enumerated() {
      // The factorization with the unit on the left comes first: recurrences treat it apart.
      flat.append(contentsOf: own.filter { $0.left == 0 && $0.right == element })
      flat.append(contentsOf: own.filter { !($0.left == 0 && $0.right == element) })
      starts.append(flat.count)
    }
    self.splits = flat
    self.starts = starts
    var blocks: [Range<Int>] = []
    var first = 0
    for weight in 0...(weights.last ?? 0) {
      let end = weights[first...].firstIndex { $0 > weight } ?? weights.count
      blocks.append(first..<end)
      first = end
    }
    self.blocks = blocks
  }

  /// The number of basis elements.
  public var count: Int { weights.count }
  /// The largest weight kept.
  public var maximumWeight: Int { blocks.count - 1 }
}

extension GradedAlgebra {
  /// Power series in one variable, truncated after degree `degree`.
  public static func taylor(degree: Int) -> GradedAlgebra {
    GradedAlgebra(
      weights: Array(0...degree),
      splits: (0...degree).map { n in (0...n).map { Split(left: Int32($0), right: Int32(n - $0)) } })
  }

  /// Power series in `(t, h)`, truncated after total degree `degree`; `timeStepIndex` numbers its monomials.
  public static func timeStep(degree: Int) -> GradedAlgebra {
    var weights: [Int] = []
    var splits: [[Split]] = []
    for total in 0...degree {
      for step in 0...total {
        let time = total - step
        weights.append(total)
        splits.append(
          (0...time).flatMap { i in
            (0...step).map { j in
              Split(
                left: Int32(timeStepIndex(time: i, step: j)),
                right: Int32(timeStepIndex(time: time - i, step: step - j)))
            }
          })
      }
    }
    return GradedAlgebra(weights: weights, splits: splits)
  }

  /// The basis element `t^time h^step` of `timeStep(degree:)`: sorted by total degree, then by the power of h.
  public static func timeStepIndex(time: Int, step: Int) -> Int {
    let total = time + step
    return total * (total + 1) / 2 + step
  }
}
