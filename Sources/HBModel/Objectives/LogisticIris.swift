extension NamedObjective {
  /// Logistic regression of the species virginica on R. A. Fisher's Iris data (1936), all 150 published rows.
  ///
  /// `L(w) = (1/150) sum_i softplus(-y_i (w . a_i)) + |w|^2 / 100` with the four features centred and scaled by
  /// their means and standard deviations rounded to one decimal, a constant fifth feature, and `y_i` = 1 for
  /// virginica, -1 otherwise.
  static var logisticIris: NamedObjective {
    let losses = irisRows.map { row -> Expression in
      // softplus(-y m) with the sign taken into the coefficients.
      var margin: [Expression] = []
      for (index, feature) in row.features.enumerated() {
        margin.append(.multiply(.constant(feature), .variable(index)))
      }
      let form = Expression.sum(margin)
      return .apply(.softplus, row.isVirginica ? .negate(form) : form)
    }
    let squares = Expression.sum((0..<5).map { .power(.variable($0), Rational(2)) })
    return NamedObjective(
      name: "logistic-iris",
      summary: "logistic regression of Iris virginica on the 150 rows of R. A. Fisher (1936)",
      expression: .add(
        .divide(.sum(losses), .constant(Rational(150))), .divide(squares, .constant(Rational(100)))),
      start: Array(repeating: .zero, count: 5))
  }

  private struct IrisRow {
    let features: [Rational]
    let isVirginica: Bool
  }

  /// Means and standard deviations of the four measurements, in tenths of a centimetre.
  private static let scales: [(centre: Int, deviation: Int)] = [(58, 8), (31, 4), (38, 18), (12, 8)]

  private static var irisRows: [IrisRow] {
    let text = String(decoding: PackageResources.iris_csv, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line -> IrisRow? in
      let fields = line.split(separator: ",")
      guard fields.count == 5 else { return nil }
      var features: [Rational] = []
      for (field, scale) in zip(fields, scales) {
        guard let centimetres = try? Rational(parsing: String(field)),
          let tenths = try? centimetres * Rational(10) - Rational(scale.centre),
          let scaled = try? tenths / Rational(scale.deviation)
        else { return nil }
        features.append(scaled)
      }
      return IrisRow(features: features + [.one], isVirginica: fields[4] == "virginica")
    }
  }
}
