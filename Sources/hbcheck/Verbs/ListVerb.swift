import HBReport

extension Verb {
  /// `list`: what there is.
  static let list = Verb(
    name: "list", summary: "claims, objectives, methods, schedules and mutants, each with a line",
    options: [],
    operands: [
      OperandSpecification(
        "WHAT", expected: CatalogueReport.Section.allCases.map(\.rawValue).joined(separator: ", ") + " (default: all)",
        isOptional: true)
    ],
    example: { "hbcheck list objectives" },
    run: { arguments in
      guard let what = arguments.operands.first else { return CatalogueReport() }
      let name = try Arguments.choice(what, among: CatalogueReport.Section.allCases.map(\.rawValue), subject: "WHAT")
      return CatalogueReport(CatalogueReport.Section.allCases.filter { $0.rawValue == name })
    })
}
