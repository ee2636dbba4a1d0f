/// A description of random values, as a function of a ``ChoiceSource``.
///
/// A generator is a value: it is combined with ``map(_:)``, ``flatMap(_:)``, ``filter(_:_:)`` and `zip`, or
/// written as a closure that draws. What it makes shrinks by itself, also through `flatMap`.
///
/// ```swift
/// let sorted = Generator<[Int]>.array(of: .int(in: 0...9), count: 0...5).map { $0.sorted() }
/// ```
public struct Generator<Value>: Sendable {
  @usableFromInline let run: @Sendable (inout ChoiceSource) throws -> Value

  /// A generator from a closure that draws.
  ///
  /// The closure must depend on nothing but what it draws; otherwise a failure cannot be replayed.
  ///
  /// - Parameter draw: makes a value, taking every decision from the source.
  @inlinable public init(_ draw: @escaping @Sendable (inout ChoiceSource) throws -> Value) {
    run = draw
  }

  /// A generator of values that an initializer, or any function, makes of parts drawn from left to right.
  ///
  /// ```swift
  /// let points = Generator(Point.init, .int(in: -5...5), .int(in: -5...5))
  /// ```
  ///
  /// - Parameters:
  ///   - make: makes a value of its parts.
  ///   - parts: a generator for each.
  @inlinable public init<each Part>(
    _ make: @escaping @Sendable (repeat each Part) throws -> Value, _ parts: repeat Generator<each Part>
  ) {
    let members = zip(repeat each parts)
    self.init { source in
      let values = try members.run(&source)
      return try make(repeat each values)
    }
  }

  /// A generator of transformed values.
  ///
  /// - Parameter transform: applied to each value.
  @inlinable public func map<Result>(
    _ transform: @escaping @Sendable (Value) throws -> Result
  ) -> Generator<Result> {
    Generator<Result> { [run] source in try transform(try run(&source)) }
  }

  /// A generator whose second step depends on the value of the first.
  ///
  /// - Parameter transform: the generator that follows a value.
  @inlinable public func flatMap<Result>(
    _ transform: @escaping @Sendable (Value) throws -> Generator<Result>
  ) -> Generator<Result> {
    Generator<Result> { [run] source in try source.draw(transform(try run(&source))) }
  }

  /// A generator of those values that meet a condition.
  ///
  /// Each case tries at most ``filterAttempts`` values and is discarded when none of them fits; a run with too
  /// many discards gives up. Where the condition is rarely met, build values that meet it instead.
  ///
  /// - Parameters:
  ///   - reason: what is wanted, in words, for the message.
  ///   - condition: true for wanted values.
  @inlinable public func filter(
    _ reason: String = "a filter", _ condition: @escaping @Sendable (Value) throws -> Bool
  ) -> Generator<Value> {
    Generator { [run] source in
      // Only random sources try again; what was refused is forgotten, so that it is never shrunk.
      for _ in 0..<(source.mode == .fresh ? filterAttempts : 1) {
        let mark = source.mark
        let value = try run(&source)
        if try condition(value) { return value }
        source.forget(since: mark)
      }
      throw Discard("\(reason) found no value: build values that meet it (map, flatMap) instead of filtering")
    }
  }

  /// The same values as a part with a name; a report calls it by this name where its value does not matter.
  ///
  /// - Parameter name: what the part is to a person, such as "start".
  @inlinable public func labelled(_ name: String) -> Generator<Value> {
    Generator { source in try source.draw(self, as: name) }
  }

  /// The same values as members of an optional type; nil is the simplest.
  ///
  /// - Parameter probability: how often nil is drawn, 0 to 1.
  @inlinable public func optional(nilProbability probability: Double = 0.25) -> Generator<Value?> {
    Generator<Value?> { [run] source in
      let isPresent = try source.decideMore(planned: source.random.unit() >= probability)
      return isPresent ? try run(&source) : nil
    }
  }
}

/// How many values a filter tries in one case before the case is discarded.
public let filterAttempts = 25

extension Generator where Value: Sendable {
  /// Always the same value, without any decision.
  ///
  /// - Parameter value: the value.
  @inlinable public static func constant(_ value: Value) -> Generator {
    Generator { _ in value }
  }
}

/// A generator of tuples, drawn from left to right.
///
/// - Parameter parts: a generator for each member.
@inlinable public func zip<each Part>(
  _ parts: repeat Generator<each Part>
) -> Generator<(repeat each Part)> {
  Generator { source in
    if source.tracesParts { return try source.drawMembers(repeat each parts) }
    return (repeat try source.draw(each parts))
  }
}
