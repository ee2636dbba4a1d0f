import HBModel
import HBSuite

extension DiagnosisReport {
  /// The verdict, the terms that are not right with what they must be, the run on random problems.
  public var text: String {
    var lines = [
      "\(judgement.verdict.headline)  \(diagnosis.name): the \(diagnosis.kind.rawValue) model of order"
        + " \(diagnosis.order) of \(diagnosis.method), given as code"
    ]
    lines += diagnosed + NumericalText.lines(diagnosis.numerical)
    if diagnosis.agree == false { lines += ["", "  \(judgement.reason)"] }
    return lines.joined(separator: "\n")
  }

  private var terms: [TermDiagnosis] { diagnosis.fields.flatMap(\.terms) }

  private var diagnosed: [String] {
    let faults = terms.filter { !$0.isRight }
    let others = diagnosis.fields.filter { $0.terms.isEmpty }
    let count = Figures.counted(terms.count, "term")
    var summary = faults.isEmpty ? "\(terms.count) of \(count) right" : "\(faults.count) of \(count) not right"
    if !others.isEmpty {
      summary += ", \(others.map { "F\($0.index)" }.joined(separator: ", ")) not to be compared term by term"
    }
    var lines = ["", "  by its terms: " + summary]
    for term in faults { lines += [""] + self.lines(term) }
    for field in others { lines += [""] + self.lines(field) }
    let right = terms.filter { $0.verdict == .right && $0.values.contains { $0.expected != .zero } }.map(\.term)
    if !right.isEmpty, right.count < terms.count { lines += ["", "  right: " + right.joined(separator: ", ")] }
    let rounded = terms.filter { $0.verdict == .rounded }.map(\.term)
    if !rounded.isEmpty {
      lines += [
        "", "  right to the precision of Double only: " + rounded.joined(separator: ", "),
        "      constants such as T(1.0 / 3) are rounded before they become a T; T(1) / T(3) is not",
      ]
    }
    return lines
  }

  /// A term that is not right, with what it must be and the evidence.
  private func lines(_ term: TermDiagnosis) -> [String] {
    let isPerIteration = diagnosis.kind == .perIteration
    let place = "F\(term.field)" + (isPerIteration ? " at n = \(term.iteration)" : "")
    var lines = NumericalText.folded("  \(place): " + (term.complaint ?? term.term))
    if let exact = term.exact {
      if term.verdict == .wrong {
        let difference = exact.difference.map { DerivationNotation.text(of: $0) } ?? "beyond 128 bits"
        lines.append("      difference (given - expected): " + difference)
        if let values = values(of: exact) { lines.append("      " + values) }
      }
    } else {
      lines.append("      no rational function of mu of low degree has its values")
    }
    let all = "n = " + diagnosis.iterations.map(String.init).joined(separator: ", ")
    if isPerIteration, term.wrongIterations == diagnosis.iterations {
      lines.append("      wrong at every iteration looked at: \(all)")
    } else if isPerIteration, term.wrongIterations.count > 1 {
      let wrong = term.wrongIterations.map(String.init).joined(separator: ", ")
      lines.append("      wrong at n = \(wrong) of the iterations looked at, \(all)")
    } else if isPerIteration {
      lines.append("      right at all other iterations looked at")
    } else if term.wrongIterations.count < diagnosis.iterations.count {
      lines.append("      at n = \(term.iteration) only: a stationary model is the same at every iteration")
    }
    if let slip = term.slip { lines.append("      " + slip) }
    if let recognition = term.recognition {
      lines.append(
        "      recognized from its values at \(recognition.momenta) momenta, checked at \(recognition.heldOut) more, to"
          + " \(recognition.digits) digits")
    }
    return lines
  }

  /// A wrong coefficient at the momentum of the counterexample, as exact numbers.
  private func values(of exact: TermJudgement) -> String? {
    guard let momentum = diagnosis.numerical.counterexample?.problem.momentum,
      let given = try? exact.given.value(iteration: 0).evaluate(at: momentum),
      let expected = try? exact.expected.value(iteration: 0).evaluate(at: momentum), given != expected
    else { return nil }
    return "at mu = \(momentum) it is \(given), it must be \(expected)"
  }

  /// A field that is no combination of trees, or of which nothing can be told.
  private func lines(_ field: FieldDiagnosis) -> [String] {
    var lines = ["  " + (field.complaint ?? "F\(field.index)")]
    guard case .noCombination(let evidence) = field.finding else { return lines }
    lines += [
      "      measured at mu = \(evidence.momentum), n = \(evidence.iteration) to"
        + " \(Figures.short(evidence.precision, digits: 2)) of its size",
      "      objective  \(evidence.objective)",
      "      point      \(Figures.list(evidence.point))",
    ]
    lines += evidence.signs.map { "      " + $0 }
    if evidence.signs.isEmpty {
      lines.append(
        "      it moves, turns and scales as trees do: there may be a trace or an inner product in it, such as the"
          + " Laplacian of L")
    }
    return lines
  }
}
