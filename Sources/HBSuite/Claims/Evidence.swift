import HBModel

/// What shows a person that a case fails.
public enum Evidence: Sendable {
  /// The ladder of the global error of the problem.
  case ladder
  /// A table of measurements: a title, the columns' heads, and rows of figures.
  case table(title: String, columns: [String], rows: [[String]])
  /// Nothing beyond the message.
  case message
}

extension Evidence {
  /// The fixed-step error for each step size, relative to the model's top term.
  static func fixedStepError(_ study: LocalStudy<DoubleDouble>) -> Evidence {
    let scale = max(study.topTermScale, 1e-300)
    let rows = zip(study.stepSizes, study.fixedStepErrors).map { step, error in
      [exactStep(step), figure(maximumNorm(error) / scale)]
    }
    return .table(
      title: "after \(study.steps) steps, |method - model| / h^\(study.order + 1) over the top term: must tend to 0",
      columns: ["step", "error"], rows: rows)
  }

  /// The local defect of the iteration that deviates most, for each step size, beside the prediction.
  static func localDefect(_ study: LocalStudy<DoubleDouble>) -> Evidence {
    func deviation(_ index: Int) -> Double {
      maximumNorm(study.defects[index].limit, minus: study.predictedDefects[index])
    }
    let worst = study.defects.indices.max { deviation($0) < deviation($1) } ?? 0
    let rows = zip(study.stepSizes, study.defectValues[worst]).map { step, defect in
      [exactStep(step), vector(defect)]
    }
    return .table(
      title: "local defect / h^\(study.order + 2) at iteration \(study.iterations[worst]): must tend to"
        + " \(vector(study.predictedDefects[worst]))",
      columns: ["step", "defect"], rows: rows)
  }

  static func figure(_ value: Double) -> String { DoubleDouble(value).formatted(digits: 4) }

  static func vector(_ values: [DoubleDouble]) -> String {
    "(" + values.map { $0.formatted(digits: 6) }.joined(separator: ", ") + ")"
  }

  /// A power of two as the fraction that it is.
  static func exactStep(_ step: DoubleDouble) -> String {
    let inverse = (DoubleDouble.one / step).doubleValue
    return inverse == inverse.rounded() && inverse >= 1 && inverse < 0x1p53 ? "1/\(Int(inverse))" : "\(step)"
  }
}
