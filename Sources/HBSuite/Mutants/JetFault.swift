import HBModel

/// One way in which jets are wrong: an entry of a multiplication table, or the rule of a function.
public enum JetFault: Hashable, Sendable {
  /// A product of forests is left out of the table, or counted twice.
  case forestProduct(tree: RootedTree, split: Int, isTwice: Bool)
  /// A product of powers of t and h is left out of the table.
  case timeStepProduct(element: Int, split: Int)
  /// The derivative of a function is multiplied by 1.01, in series.
  case derivative(ElementaryFunction)

  /// The fault in words.
  public var name: String {
    switch self {
    case .forestProduct(let tree, let position, let isTwice):
      let table = TreeTable.upTo(tree.order)
      guard let element = table.index(of: tree) else { return "\(tree)" }
      let split = GradedAlgebra.forests(order: tree.order).splits(of: element)[position]
      let factors = [split.left, split.right].map { JetFault.forest(table.trees[Int($0)]) }
      return "forest product \(factors[0]) times \(factors[1]) \(isTwice ? "counted twice" : "left out")"
    case .timeStepProduct(let element, let position):
      let names = ["1", "t", "h", "t^2", "t h", "h^2"]
      let split = GradedAlgebra.timeStep(degree: 2).splits(of: element)[position]
      return "series product \(names[Int(split.left)]) times \(names[Int(split.right)]) left out"
    case .derivative(let function): return "derivative of \(function.rawValue) times 101/100"
    }
  }

  /// The forest that is a tree without its root, `1` for none.
  private static func forest(_ tree: RootedTree) -> String {
    tree.order == 1 ? "1" : "{" + tree.description.dropFirst().dropLast() + "}"
  }

  /// The jets with this fault.
  public var jets: Jets {
    switch self {
    case .forestProduct(let tree, let split, let isTwice):
      return Jets(forests: { trees in
        let table = GradedAlgebra.forests(of: trees)
        // With velocity leaves forests and their splits have other numbers: there the jets are right.
        guard !trees.hasVelocity, let element = trees.index(of: tree) else { return table }
        return table.with(isTwice ? 2 : 0, ofSplit: split, of: element)
      })
    case .timeStepProduct(let element, let split):
      return Jets(timeStep: { degree in
        let table = GradedAlgebra.timeStep(degree: degree)
        return element < table.count ? table.with(0, ofSplit: split, of: element) : table
      })
    case .derivative(let function): return Jets(rules: { $0.scalingDerivative(of: function) })
    }
  }
}

extension GradedAlgebra {
  /// The factorizations of an element, the one with the unit on the left first.
  func splits(of element: Int) -> [Split] { Array(splits[starts[element]..<starts[element + 1]]) }

  /// The table with one factorization of one element `count` times instead of once.
  func with(_ count: Int, ofSplit position: Int, of element: Int) -> GradedAlgebra {
    var all = weights.indices.map { splits(of: $0) }
    let split = all[element][position]
    all[element].replaceSubrange(position...position, with: Array(repeating: split, count: count))
    return GradedAlgebra(weights: weights, splits: all)
  }
}

extension StraightLineProgram {
  /// The code in which the derivative of `function` is 1.01 times what it is; values stay.
  func scalingDerivative(of function: ElementaryFunction) -> StraightLineProgram {
    let factor = fractions([(101, 100)])[0]
    var all = instructions
    for (position, instruction) in instructions.enumerated() {
      guard case .apply(function, let argument, let derivative) = instruction else { continue }
      all[position] = .apply(function, argument, derivative: all.count)
      all.append(.scale(factor, derivative))
    }
    return StraightLineProgram(dimension: dimension, instructions: all, outputs: outputs)
  }
}
