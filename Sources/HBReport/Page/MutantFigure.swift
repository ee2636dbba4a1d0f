extension PageFigure {
  /// Which claim caught which mutant, after how many cases; nil where there are no mutants.
  static func mutants(_ document: MutantDocument) -> PageFigure? {
    guard !document.mutants.isEmpty else { return nil }
    let (caught, survived) = (document.mutants("caught"), document.mutants("survived"))
    let equivalent = document.mutants("equivalent").count
    let rest = document.mutants.count - equivalent
    let groups = claims(caught) + (survived.isEmpty ? [] : [("no claim", survived)])
    return PageFigure(
      name: "mutants",
      finding: survived.isEmpty
        ? "Every one of \(rest) planted faults is caught"
          + (equivalent == 0 ? "" : ", and \(equivalent) more are proved to change nothing")
        : "\(survived.count) of \(rest) planted faults \(survived.count == 1 ? "survives" : "survive")",
      caption:
        "Each fault is planted on purpose. A circle tells which claim caught it first, after how many random cases;"
        + " the larger, the more faults, with their sum at the right."
        + (survived.isEmpty ? "" : " Survivors: " + survived.map(\.name).joined(separator: "; ") + "."),
      description: groups.map { "\($0.claim): \($0.mutants.count). " }.joined(),
      drawing: Drawing([mutantPanel(groups)]),
      table: DataTable(
        ["group", "mutant", "verdict", "claim", "cases"],
        rows: document.mutants.map {
          [$0.group ?? "", $0.name, $0.verdict, $0.claim ?? "", $0.cases.map { "\($0)" } ?? ""]
        }),
      commands: [
        "hbcheck mutants --format json > mutants.json", "hbcheck report page.html --mutants mutants.json",
      ])
  }

  private typealias MutantGroup = (claim: String, mutants: [MutantDocument.Mutant])

  /// The mutants by what is claimed, whatever the method: `order/heavy-ball` and `order/nesterov` are one group.
  private static func claims(_ caught: [MutantDocument.Mutant]) -> [MutantGroup] {
    var groups: [MutantGroup] = []
    for mutant in caught {
      let name = String((mutant.claim ?? "").prefix { $0 != "/" })
      if let known = groups.firstIndex(where: { $0.claim == name }) {
        groups[known].mutants.append(mutant)
      } else {
        groups.append((name, [mutant]))
      }
    }
    return groups
  }

  private static func mutantPanel(_ groups: [MutantGroup]) -> Panel {
    let largest = groups.flatMap { $0.mutants.compactMap(\.cases) }.max() ?? 1
    func ordinate(_ row: Int) -> Double { Double(groups.count - row) }
    return Panel(
      x: Axis("cases needed", Scale(.logarithmic, from: 0.7, to: Double(max(10, largest)) * 1.6)),
      y: Axis(
        "claim", Scale(.linear, from: 0.3, to: Double(groups.count) + 0.7),
        ticks: groups.enumerated().map { Tick(ordinate($0), $1.claim) }),
      marks: groups.enumerated().flatMap { row, group in
        bubbles(group.mutants, y: ordinate(row), beyond: Double(largest))
      },
      endLabels: groups.enumerated().map { row, group in
        let ink = group.mutants.contains { $0.cases == nil } ? Ink.shade(4) : .category(0)
        return EndLabel("\(group.mutants.count)", ink, y: ordinate(row))
      }, height: Double(groups.count) * 30 + 10)
  }

  /// A circle for each number of cases, its area the number of mutants; a cross for those that no case catches.
  private static func bubbles(_ mutants: [MutantDocument.Mutant], y: Double, beyond last: Double) -> [Mark] {
    let unlimited = Int.max
    let counts = Set(mutants.map { $0.cases ?? unlimited }).sorted()
    return counts.map { count in
      let names = mutants.filter { ($0.cases ?? unlimited) == count }.map(\.name)
      let shown = names.prefix(8).joined(separator: "\n") + (names.count > 8 ? "\nand \(names.count - 8) more" : "")
      let isCaught = count != unlimited
      let head = Figures.counted(names.count, "mutant") + (isCaught ? ", \(Figures.counted(count, "case"))" : "")
      return .markers(
        [Marker(PlotPoint(isCaught ? Double(count) : last, y), "\(head)\n\(shown)")],
        isCaught ? .category(0) : .shade(4),
        isCaught ? .circle : .cross, size: min(13, 2.2 * Double(names.count).squareRoot() + 1.2))
    }
  }
}
