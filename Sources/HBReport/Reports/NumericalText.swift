import HBModel
import HBSuite

/// The lines about a numerical judgement in the reports of derivation files and of models given as code.
enum NumericalText {
  /// The conclusion, or the smallest problem on which the model fails with its ladder.
  static func lines(_ numerical: NumericalJudgement) -> [String] {
    guard let found = numerical.counterexample else {
      return ["", "  numerically: " + numerical.judgement.reason]
    }
    let observed = numerical.observedOrder.map { Figures.short($0, digits: 3) } ?? "unknown"
    let isExpected = numerical.observedOrder.map {
      abs($0 - Double(numerical.expectedOrder)) <= OrderCriteria.orderTolerance
    }
    let order =
      isExpected == true
      ? "the observed order is \(numerical.expectedOrder) as it must be, but not the error"
      : "the observed order is \(observed), not \(numerical.expectedOrder)"
    let problem = found.problem
    var lines = [
      "",
      "  numerically: \(order); smallest problem found"
        + " (problem \(found.caseNumber), \(Figures.counted(found.shrinks, "shrink"))):",
      "    objective  \(problem.objective)",
      "    start \(Figures.list(problem.start))    momentum \(problem.momentum)    step \(problem.step)",
      "    F\(problem.order): \(found.message)",
    ]
    if let ladder = numerical.ladder {
      let rows = ladder.steps.indices.map { index in
        [
          "\(ladder.steps[index])", Figures.scientific(ladder.errors[index]),
          ladder.slopes.indices.contains(index - 1) ? Figures.short(ladder.slopes[index - 1]) : "",
        ]
      }
      lines.append("    the whole model on this problem over a longer time:")
      lines += TextTable([.right("steps"), .right("error"), .right("slope")], rows: rows).lines(indent: "    ")
    }
    return lines
  }

  /// The keys `expectedOrder`, `observedOrder` and `counterexample`.
  static func document(_ numerical: NumericalJudgement) -> JSONValue {
    let counterexample = numerical.counterexample.map { found in
      JSONValue.object([
        "problem": JSONValue(found.problem), "test": .string(found.test), "message": .string(found.message),
      ])
    }
    return .object([
      "expectedOrder": JSONValue(numerical.expectedOrder), "observedOrder": JSONValue(numerical.observedOrder),
      "counterexample": counterexample ?? .null,
    ])
  }

  /// A complaint on one line, or before `it must` on the next where it is too long to read at a glance.
  static func folded(_ complaint: String) -> [String] {
    guard complaint.count > 110, let place = complaint.firstRange(of: ", it must ") else { return [complaint] }
    return [complaint[..<place.lowerBound] + ",", "      it must " + complaint[place.upperBound...]]
  }
}
