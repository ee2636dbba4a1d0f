import HBModel

/// Compares a field given as code with the right one, order by order, and recognizes what is wrong.
struct FieldExamination<Model: FieldModel> {
  private typealias Measured = FieldProbe<Model>.Order

  private struct Place: Hashable {
    let iteration: Int
    let momentum: Rational
  }

  private let probe: FieldProbe<Model>
  private let iterations: [Int]
  private var known: [Place: [FieldProbe<Model>.Order]] = [:]

  init(_ model: Model, seed: UInt64) {
    probe = FieldProbe(model, seed: seed)
    iterations = Self.iterations(model.start)
  }

  /// The iterations at which a field is looked at.
  ///
  /// A stationary one must be the same at all; the warm-up is over, for the momenta compared, within the last.
  static func iterations(_ start: ModelStart) -> [Int] {
    start == .slowManifold ? [0, 8] : Array(0...8) + [16, 32, 64]
  }

  /// What every `F_j` is.
  mutating func fields() -> [FieldDiagnosis] {
    do {
      for iteration in iterations { for momentum in Momenta.compared { _ = try measure(iteration, momentum) } }
      var result: [FieldDiagnosis] = []
      for index in 0...probe.model.order {
        result.append(FieldDiagnosis(index: index, finding: try finding(index)))
      }
      return result
    } catch {
      return (0...probe.model.order).map {
        FieldDiagnosis(index: $0, finding: .unclear("found \(error), expected a finite vector"))
      }
    }
  }

  private mutating func measure(_ iteration: Int, _ momentum: Rational) throws(ProbeFault) -> [Measured] {
    let place = Place(iteration: iteration, momentum: momentum)
    if let own = known[place] { return own }
    let own = try probe.measure(momentum: momentum, iteration: iteration)
    known[place] = own
    return own
  }

  // MARK: One field

  /// Beyond this relative disagreement of two expansions the field is no power series in h.
  private static var seriesTolerance: Double { 1e-8 }
  /// What may be left beside a combination of trees, relative to the field, besides the noise.
  private static var residualTolerance: Double { 1e-13 }
  /// What a right coefficient may be off, relative to the largest of its order, besides the noise.
  private static var coefficientTolerance: Double { 1e-18 }
  /// What it may be off where the constants of the code are of type Double: a few roundings of 2^-53.
  private static var doubleTolerance: Double { 0x1p-46 }

  private mutating func finding(_ index: Int) throws(ProbeFault) -> FieldDiagnosis.Finding {
    for iteration in iterations {
      for momentum in Momenta.compared {
        let own = try measure(iteration, momentum)[index]
        let precision = own.noise / own.size
        guard precision <= Self.seriesTolerance else {
          return .unclear(
            "it is no power series in h: two expansions at mu = \(momentum), n = \(iteration) differ by"
              + " \(DoubleDouble(precision).formatted(digits: 3)) of its size")
        }
        guard own.residual.size <= (Self.residualTolerance + 1000 * precision) * own.size else {
          return .noCombination(try noCombination(own, index: index, iteration: iteration, momentum: momentum))
        }
      }
    }
    var terms: [TermDiagnosis] = []
    for tree in probe.projections[index].trees.indices { terms.append(try term(index, tree)) }
    return .terms(terms)
  }

  private func noCombination(
    _ own: Measured, index: Int, iteration: Int, momentum: Rational
  ) throws(ProbeFault) -> FieldDiagnosis.NoCombination {
    let sample = probe.samples[own.residual.sample]
    let invariance = InvarianceProbe(probe: probe, momentum: momentum, iteration: iteration, index: index)
    return FieldDiagnosis.NoCombination(
      iteration: iteration, momentum: momentum, residual: own.residual.size / own.size,
      precision: own.noise / own.size, objective: sample.objective, point: sample.point,
      signs: try invariance.signs(on: sample))
  }

  // MARK: One term

  private mutating func term(_ index: Int, _ tree: Int) throws(ProbeFault) -> TermDiagnosis {
    var wrong: [Int] = []
    var isRounded = false
    for iteration in iterations {
      var worst = 0.0
      for momentum in Momenta.compared {
        let own = try measure(iteration, momentum)[index]
        let scale = own.expected.reduce(0) { max($0, abs($1.doubleValue)) }
        let difference = abs((own.coefficients[tree] - own.expected[tree]).doubleValue) / scale
        // The noise of the field, as the coefficients show it.
        let noise = own.noise * probe.projections[index].amplification / scale
        let allowed = Self.coefficientTolerance + 32 * noise
        if difference > allowed { worst = max(worst, difference) }
      }
      if worst > Self.doubleTolerance { wrong.append(iteration) } else if worst > 0 { isRounded = true }
    }
    let shown = wrong.first ?? iterations[0]
    var values: [TermDiagnosis.Value] = []
    for momentum in Momenta.compared {
      let own = try measure(shown, momentum)[index]
      values.append(
        TermDiagnosis.Value(momentum: momentum, given: own.coefficients[tree], expected: own.expected[tree]))
    }
    let name = probe.projections[index].trees[tree]
    guard !wrong.isEmpty else {
      return TermDiagnosis(
        tree: name, verdict: isRounded ? .rounded : .right, iteration: shown, wrongIterations: [], values: values,
        exact: nil, recognition: nil, slip: nil)
    }
    return try fault(index, tree, name: name, wrong: wrong, values: values)
  }

  private mutating func fault(
    _ index: Int, _ tree: Int, name: RootedTree, wrong: [Int], values: [TermDiagnosis.Value]
  ) throws(ProbeFault) -> TermDiagnosis {
    let iteration = wrong[0]
    var exact: TermJudgement?
    var recognition: CoefficientRecognition?
    var slip: String?
    if let slice = slice(iteration) {
      let expected = slice.coefficient(of: name)
      recognition = CoefficientRecognition(try measurements(index, tree, iteration: iteration), expected: expected)
      if let recognition {
        exact = TermJudgement(
          tree: name, given: ExponentialPolynomial(recognition.function), expected: ExponentialPolynomial(expected))
        slip = exact.flatMap { guess($0, slice: slice, iteration: iteration) }
      }
    }
    let verdict: TermDiagnosis.Verdict =
      switch exact?.verdict {
      case .missing: .missing
      case .superfluous: .superfluous
      default: .wrong
      }
    return TermDiagnosis(
      tree: name, verdict: verdict, iteration: iteration, wrongIterations: wrong, values: values, exact: exact,
      recognition: recognition, slip: slip)
  }

  private mutating func measurements(
    _ index: Int, _ tree: Int, iteration: Int
  ) throws(ProbeFault) -> [CoefficientRecognition.Value] {
    var result: [CoefficientRecognition.Value] = []
    for momentum in Momenta.recognized(probe.model.start) {
      // A coefficient may have no value at some momentum, such as 0; the others tell it.
      guard let orders = try? measure(iteration, momentum) else { continue }
      let own = orders[index]
      result.append(
        CoefficientRecognition.Value(
          momentum: momentum, measured: own.coefficients[tree],
          noise: own.noise * probe.projections[index].amplification))
    }
    return result
  }

  private func slice(_ iteration: Int) -> ExactSlice? {
    ExactSlice(
      method: probe.model.method, start: probe.model.start, order: probe.model.order, iteration: iteration)
  }

  /// The classic slips, those of the warm-up included.
  private func guess(_ term: TermJudgement, slice: ExactSlice, iteration: Int) -> String? {
    let fromRest = probe.model.start == .rest
    let stationary =
      fromRest
      ? ExactSlice(
        method: slice.method, start: .slowManifold, order: slice.order, iteration: 0)?.derivation : nil
    if let slip = Slip.guess(term, right: slice.derivation, stationary: stationary) { return slip }
    guard fromRest else { return nil }
    for neighbour in [iteration + 1, iteration - 1] where neighbour >= 0 {
      guard let other = self.slice(neighbour)?.coefficient(of: term.tree) else { continue }
      if term.given == ExponentialPolynomial(other) {
        return "this is the coefficient of iteration \(neighbour): the warm-up is one iteration off"
      }
    }
    return nil
  }
}
