/// The integer polynomials `H_{|t|-j+1} u^(2|t|-j) (D_b^{j-1} b)(t)`, found tree by tree.
struct IntegerElimination {
  let table: TreeTable
  private let carriesMomentum: Bool
  private let looksAhead: Bool
  /// The degree in mu that each node beyond level j adds: 0, 1 or 2.
  private let growth: Int
  /// `u^p` at p.
  private var complementPowers: [[Int128]] = [[1]]
  /// `H_n` at n.
  private let scales: [Int128]
  /// `H_{a+b-1} / (H_a H_b)` at a, then b.
  private let scaleQuotients: [[Int128]]
  private var entries: [Int128] = []
  /// Where the row of each tree begins; within a row, level j has `growth * (|t| - j) + 1` coefficients.
  private var rowStart: [Int] = []
  /// The number of bits of the largest coefficient of level j of tree t, at `t * maximumOrder + j - 1`.
  private var widths: [Int]
  /// `H_{|t|} u^(2|t|-1) exp(-b)(t)`, kept for methods that look ahead.
  private var inverses: [[Int128]] = []

  init(method: MomentumMethod, table: TreeTable) {
    self.table = table
    carriesMomentum = method.carriesMomentum
    looksAhead = method.looksAhead
    growth = (method.carriesMomentum ? 1 : 0) + (method.looksAhead ? 1 : 0)
    let scales = (0...table.maximumOrder).map(IntegerElimination.scale)
    self.scales = scales
    scaleQuotients = scales.indices.map { a in
      scales.indices.map { b in
        (1..<scales.count).contains(a + b - 1) ? scales[a + b - 1] / (scales[a] * scales[b]) : 0
      }
    }
    widths = Array(repeating: 0, count: table.count * table.maximumOrder)
    rowStart.reserveCapacity(table.count)
    for power in 1...table.maximumOrder {
      let last = complementPowers[power - 1]
      // Multiplication by 1 - mu is a difference of neighbours.
      complementPowers.append((0...last.count).map { ($0 < last.count ? last[$0] : 0) - ($0 > 0 ? last[$0 - 1] : 0) })
    }
  }

  /// `H_n`, the product over primes p of `p^floor((n-1)/(p-1))`.
  private static func scale(_ n: Int) -> Int128 {
    var result: Int128 = 1
    for p in 2..<max(n + 1, 2) where !(2..<p).contains(where: { p % $0 == 0 }) {
      for _ in 0..<(n - 1) / (p - 1) { result *= Int128(p) }
    }
    return result
  }

  private func length(order: Int, level: Int) -> Int { growth * (order - level) + 1 }

  /// The place of the first coefficient of a level.
  private func start(_ tree: Int, order: Int, level: Int) -> Int {
    // The lengths of levels 1, ..., level - 1 are an arithmetic progression.
    let before = level - 1
    return rowStart[tree] + before * (growth * (2 * order - level) + 2) / 2
  }

  private func level(_ level: Int, of tree: Int) -> [Int128] {
    let order = table.order[tree]
    let first = start(tree, order: order, level: level)
    return Array(entries[first..<first + length(order: order, level: level)])
  }

  mutating func solve(_ tree: Int) throws(ExactOverflow) -> RationalFunction {
    let order = table.order[tree]
    rowStart.append(entries.count)
    entries.append(contentsOf: repeatElement(0, count: order * (growth * (order - 1) + 2) / 2))
    try accumulate(tree)
    // sum over even and over odd m of H_n / m! u^(m-2) W_m, where u = 1 for a method without momentum.
    var even: [Int128] = []
    var odd: [Int128] = []
    var factorial: Int128 = 1
    for m in 2..<max(order + 1, 2) {
      factorial *= Int128(m)
      let factor = scales[order] / (factorial * scales[order - m + 1])
      let scaled = try PolynomialIntegers.product(PolynomialIntegers.trimmed(level(m, of: tree)), factor)
      let term = try timesComplement(scaled, power: m - 2)
      if m % 2 == 0 {
        even = try PolynomialIntegers.sum(even, term)
      } else {
        odd = try PolynomialIntegers.sum(odd, term)
      }
    }
    // (1 + beta) even + (1 - beta) odd, taken from the forcing.
    let sum = try PolynomialIntegers.sum(
      carriesMomentum ? PolynomialIntegers.product(even, [1, 1]) : even, timesComplement(odd, power: 1))
    let solution = try PolynomialIntegers.sum(forcing(tree), PolynomialIntegers.negated(sum))
    let first = rowStart[tree]
    for (position, value) in solution.enumerated() { entries[first + position] = value }
    widths[tree * table.maximumOrder] = PolynomialIntegers.bitWidth(solution)
    if looksAhead {
      let difference = try PolynomialIntegers.sum(even, PolynomialIntegers.negated(odd))
      inverses.append(
        try PolynomialIntegers.sum(timesComplement(difference, power: 1), PolynomialIntegers.negated(solution)))
    }
    return try RationalFunction(
      numerator: solution, integer: scales[order], power: carriesMomentum ? 2 * order - 1 : 0)
  }

  private func timesComplement(_ list: [Int128], power: Int) throws(ExactOverflow) -> [Int128] {
    guard carriesMomentum, !list.isEmpty else { return list }
    return try PolynomialIntegers.product(list, complementPowers[power])
  }

  /// `H_n u^(2n-2)` times the coefficient of `h g o z`.
  private func forcing(_ tree: Int) throws(ExactOverflow) -> [Int128] {
    guard looksAhead else { return tree == 0 ? [1] : [] }
    var factor = scales[table.order[tree]]
    var result: [Int128] = [1]
    for child in table.children[tree] {
      factor /= scales[table.order[child]]
      // Each child brings -mu, and one power of u more than its inverse has in the denominator.
      result = try PolynomialIntegers.product(
        PolynomialIntegers.product(result, [0, -1, 1]), inverses[child])
    }
    return try PolynomialIntegers.product(result, factor)
  }

  /// Fills levels 2, ..., |t|: level j + 1 is the sum over splittings of level j of the trunk times b of the branch.
  private mutating func accumulate(_ tree: Int) throws(ExactOverflow) {
    let order = table.order[tree]
    var overflowed = false
    for splitting in table.splittings[table.splittingStart[tree]..<table.splittingStart[tree + 1]] {
      let (trunk, branch) = (Int(splitting.trunk), Int(splitting.branch))
      let (trunkOrder, branchOrder) = (table.order[trunk], table.order[branch])
      let branchWidth = widths[branch * table.maximumOrder]
      guard branchWidth > 0 else { continue }
      let first = rowStart[branch]
      let branchRange = first..<first + length(order: branchOrder, level: 1)
      for j in 1...trunkOrder {
        let width = widths[trunk * table.maximumOrder + j - 1]
        guard width > 0 else { continue }
        let scale = Int128(splitting.count) * scaleQuotients[trunkOrder - j + 1][branchOrder]
        let source = start(trunk, order: trunkOrder, level: j)
        let product = Product(
          scale: scale, first: branchRange, second: source..<source + length(order: trunkOrder, level: j),
          target: start(tree, order: order, level: j + 1))
        // Factors below 63 bits have products that cannot overflow; to order 12 all are, for all methods.
        guard width < 63, branchWidth + Int128.bitWidth - scale.leadingZeroBitCount < 63 else {
          throw ExactOverflow()
        }
        entries.withUnsafeMutableBufferPointer { entries in
          let failed = product.add(in: entries)
          overflowed = overflowed || failed
        }
      }
    }
    guard !overflowed else { throw ExactOverflow() }
    for j in 2..<max(order + 1, 2) {
      let first = start(tree, order: order, level: j)
      var bits = UInt128.zero
      for value in entries[first..<first + length(order: order, level: j)] { bits |= value.magnitude }
      widths[tree * table.maximumOrder + j - 1] = UInt128.bitWidth - bits.leadingZeroBitCount
    }
  }

  /// An integer times two polynomials, to be added to a third, all within one array.
  private struct Product {
    let scale: Int128
    let first: Range<Int>
    let second: Range<Int>
    let target: Int

    /// Adds it and returns whether a sum overflowed.
    ///
    /// Both factors, the first with the scale, have fewer than 63 bits: products of words halve the time of the whole
    /// derivation.
    func add(in entries: UnsafeMutableBufferPointer<Int128>) -> Bool {
      var overflowed = false
      let scale = Int64(truncatingIfNeeded: scale)
      var row = target
      for i in first {
        let word = Int64(truncatingIfNeeded: entries[i]) &* scale
        var place = row
        for k in second {
          let (high, low) = word.multipliedFullWidth(by: Int64(truncatingIfNeeded: entries[k]))
          let (sum, overflow) = entries[place].addingReportingOverflow(Int128(_low: low, _high: high))
          entries[place] = sum
          overflowed = overflowed || overflow
          place += 1
        }
        row += 1
      }
      return overflowed
    }
  }
}
