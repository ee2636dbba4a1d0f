extension Generator where Value: Sendable {
  /// A member of a collection; the first one is the simplest.
  ///
  /// - Parameter values: what to choose from; it must not be empty.
  @inlinable public static func element(of values: [Value]) -> Generator {
    precondition(!values.isEmpty, "a generator needs a value to choose")
    let last = UInt64(values.count - 1)
    return Generator { source in
      let index = try source.decide(.integer, below: 0, above: last) { source in
        source.random.uniform(upTo: last)
      }
      return values[Int(index)]
    }
  }
}

extension Generator where Value: CaseIterable & Sendable {
  /// A case of an enumeration; the first one is the simplest.
  public static var allCases: Generator { .element(of: Array(Value.allCases)) }
}

extension Generator {
  /// A value of one of several generators, each equally often; the first is the simplest.
  ///
  /// - Parameter generators: what to choose from; it must not be empty.
  @inlinable public static func oneOf(_ generators: [Generator]) -> Generator {
    precondition(!generators.isEmpty, "a generator needs a generator to choose")
    let last = UInt64(generators.count - 1)
    return Generator { source in
      let index = try source.decide(.integer, below: 0, above: last) { source in
        source.random.uniform(upTo: last)
      }
      return try generators[Int(index)].run(&source)
    }
  }

  /// A value of one of several generators, as often as its weight says; the first is the simplest.
  ///
  /// - Parameter choices: weights (not negative, at least one above 0) and generators.
  @inlinable public static func weighted(_ choices: [(Int, Generator)]) -> Generator {
    precondition(choices.allSatisfy { $0.0 >= 0 }, "a weight is not negative")
    let drawn = choices.filter { $0.0 > 0 }
    let weights = drawn.map { UInt64($0.0) }
    let generators = drawn.map(\.1)
    let total = weights.reduce(0, +)
    precondition(total > 0, "a weighted generator needs a weight above zero")
    let last = UInt64(generators.count - 1)
    return Generator { source in
      let index = try source.decide(.integer, below: 0, above: last) { source in
        var ticket = source.random.uniform(upTo: total - 1)
        for (index, weight) in weights.enumerated() {
          if ticket < weight { return UInt64(index) }
          ticket -= weight
        }
        return last
      }
      return try generators[Int(index)].run(&source)
    }
  }

  /// Values that contain values of their own kind, to a bounded depth.
  ///
  /// - Parameters:
  ///   - depth: how often `extend` may be nested, at least 0.
  ///   - base: the values without parts; the simplest.
  ///   - extend: given a generator of parts, a generator of values made of them.
  public static func recursive(
    depth: Int, base: Generator, extend: @escaping @Sendable (Generator) -> Generator
  ) -> Generator {
    var level = Generator { source in
      try source.span(.recursion) { source in
        _ = try source.decideMore(planned: false, forced: false)
        return try base.run(&source)
      }
    }
    for height in 1...max(1, depth) where depth > 0 {
      let extended = extend(level)
      level = Generator { source in
        source.note(bounds: height, depth)
        return try source.span(.recursion) { source in
          // At most one half: two branches then keep the expected number of parts constant from level to level.
          let limit = UInt64(30 + source.size / 5)
          let goesDeeper = source.mode == .fresh && source.random.uniform(upTo: 99) < limit
          let isExtended = try source.decideMore(planned: goesDeeper)
          return try (isExtended ? extended : base).run(&source)
        }
      }
    }
    return level
  }
}
