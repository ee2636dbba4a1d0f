/// A claim about all values of a generator, with a name that its random stream and its tokens depend on.
///
/// ```swift
/// let commutes = Property("addition commutes", zip(.int(in: -9...9), .int(in: -9...9))) { pair, notes in
///   notes.label("equal", if: pair.0 == pair.1)
///   return pair.0 + pair.1 == pair.1 + pair.0 ? .passed : .failed("order", "the order matters")
/// }
/// ```
public struct Property<Value>: Sendable {
  /// The name; unique among the properties that are replayed together.
  public let name: String
  /// Makes the values.
  public let generator: Generator<Value>
  /// How a value is printed in reports.
  public let describe: @Sendable (Value) -> String
  /// Judges one value; an error that it throws is a failure whose kind is the error's type.
  public let body: @Sendable (Value, inout CaseNotes) throws -> Outcome

  /// A property.
  ///
  /// - Parameters:
  ///   - name: unique among the properties that are replayed together.
  ///   - generator: makes the values.
  ///   - describe: how a value is printed; by default as it is written in Swift (``sourceText(_:)``).
  ///   - body: judges one value, and may note statistics about it.
  public init(
    _ name: String, _ generator: Generator<Value>,
    describe: @escaping @Sendable (Value) -> String = { sourceText($0) },
    body: @escaping @Sendable (Value, inout CaseNotes) throws -> Outcome
  ) {
    self.name = name
    self.generator = generator
    self.describe = describe
    self.body = body
  }
}
