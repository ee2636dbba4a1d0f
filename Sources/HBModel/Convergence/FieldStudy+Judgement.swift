extension FieldStudy {
  /// The accepted size of the fixed-step error, relative to the true model's largest top term.
  ///
  /// Six rungs leave 1e-7 and less of a vanishing error up to order 4, where a change of 1e-3 in one coefficient leaves
  /// 1e-3 of its term; beyond, rounding over `h^(k+1)` leaves fewer digits.
  public var fixedStepTolerance: Double { order <= 4 ? 1e-6 : 1e-4 }
  /// The accepted distance of a defect from its prediction, relative to the largest prediction.
  public static var defectTolerance: Double { 1e-4 }

  /// The size of the fixed-step error at h = 0, relative to the largest top term.
  public var fixedStepDeviation: Double { maximumNorm(fixedStepError.limit) / max(topTermScale, 1e-300) }

  /// Whether the fixed-step error vanishes.
  public var fixedStepJudgement: Judgement {
    guard topTermScale > 0 else {
      return Judgement(.inconclusive, "the true terms of order h^\(order) vanish at the start")
    }
    let size = fixedStepDeviation
    let text =
      "after \(steps) steps the error over h^\(order + 1) tends to \(shortened(size)) of the largest term"
      + " of order h^\(order), and must vanish"
    return Self.judge(
      size, disagreement: (fixedStepError.disagreement + 4 * noise) / topTermScale,
      tolerance: fixedStepTolerance, text)
  }

  /// Whether every local defect tends to its prediction.
  public var defectJudgement: Judgement {
    let scale = predictedDefects.map(maximumNorm).max() ?? 0
    guard scale > 0 else { return Judgement(.inconclusive, "the predicted local defect vanishes at the start") }
    let judgements = defects.indices.map { index in
      let deviation = maximumNorm(defects[index].limit, minus: predictedDefects[index]) / scale
      return Self.judge(
        deviation, disagreement: (defects[index].disagreement + 4 * noise / finestStep) / scale,
        tolerance: Self.defectTolerance,
        "the local defect at iteration \(iterations[index]) over h^\(order + 2) differs from the predicted one by"
          + " \(shortened(deviation)) of its size")
    }
    return judgements.first { $0.verdict == .falsified } ?? judgements.first { $0.verdict == .inconclusive }
      ?? judgements[0]
  }

  private static func judge(
    _ deviation: Double, disagreement: Double, tolerance: Double, _ text: String
  ) -> Judgement {
    // Disagreement is that of an extrapolation with one rung less: by far more than the error of the last one.
    if deviation <= tolerance, disagreement <= 100 * tolerance { return Judgement(.holds, text) }
    if deviation > tolerance + OrderCriteria.significance * disagreement { return Judgement(.falsified, text) }
    return Judgement(
      .inconclusive, "successive extrapolations do not agree (they differ by \(shortened(disagreement))): " + text)
  }
}
