extension GradedAlgebra {
  /// Multilinear expressions in `count` infinitesimals `e_1, ..., e_count` with `e_i^2 = 0`; the last element is
  /// `e_1 e_2 ... e_count`.
  ///
  /// Evaluating at `x + e_1 u_1 + ... + e_m u_m` gives the directional derivative along `u_1, ..., u_m` as the
  /// coefficient of the last element. Elements are sorted by weight, that of a product of infinitesimals being their
  /// number; `e_i` is element `i`.
  ///
  /// - Parameter count: the number of directions, in `0...16`.
  /// - Complexity: `3^count` splits.
  public static func directions(_ count: Int) -> GradedAlgebra {
    precondition((0...16).contains(count), "a derivative along 0 to 16 directions")
    // A basis element is a set of directions, a bit for each.
    let sets = (0..<(1 << count)).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    var element = Array(repeating: Int32(0), count: sets.count)
    for (index, set) in sets.enumerated() { element[set] = Int32(index) }
    let splits = sets.map { set in
      var own: [Split] = []
      var subset = set
      while true {
        own.append(Split(left: element[subset], right: element[set ^ subset]))
        if subset == 0 { return own }
        subset = (subset - 1) & set
      }
    }
    return GradedAlgebra(weights: sets.map(\.nonzeroBitCount), splits: splits)
  }
}
