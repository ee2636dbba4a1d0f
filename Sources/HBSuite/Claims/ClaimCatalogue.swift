extension Claim {
  /// Every claim, in the order in which they are checked; a new claim is one file and one line here.
  public static let catalogue: [Claim] =
    [
      order, principalError, localDefect, fixedSteps, twoDerivations, groupRecursion, gradientDescent, chains, reversal,
      symmetries, sessions,
    ] + methodClaims + scheduleClaims + applicationClaims

  /// What follows from the model: the losses that heavy ball descends, other models, diagonal networks.
  public static let applicationClaims: [Claim] = [
    modifiedLoss, gradientCriterion, gradientMap, gradientMapFromRest, directionalSmoothness, zoo,
    effectiveInitialization, rowSpace, implicitBias,
  ]

  /// The claims called `name`: the claim of that name, or all whose name starts with `name/`.
  public static func named(_ name: String) -> [Claim] {
    catalogue.filter { $0.name == name || $0.name.hasPrefix(name + "/") }
  }
}
