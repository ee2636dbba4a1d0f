import HBModel

extension Problem: Codable {
  private enum Key: String, CodingKey {
    case objective, start, momentum, step, steps, order
  }

  /// Reads a problem whose exact numbers are strings such as `"1/2"`.
  ///
  /// - Throws: `DecodingError` that names the field and what was expected there.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    func rational(_ text: String, _ key: Key) throws -> Rational {
      do { return try Rational(parsing: text) } catch {
        throw DecodingError.dataCorruptedError(forKey: key, in: fields, debugDescription: "\(error)")
      }
    }
    start = try fields.decode([String].self, forKey: .start).map { try rational($0, .start) }
    momentum = try rational(try fields.decode(String.self, forKey: .momentum), .momentum)
    step = try rational(try fields.decode(String.self, forKey: .step), .step)
    steps = try fields.decode(Int.self, forKey: .steps)
    order = try fields.decode(Int.self, forKey: .order)
    let text = try fields.decode(String.self, forKey: .objective)
    do { objective = try Expression(parsing: text, dimension: start.count) } catch {
      throw DecodingError.dataCorruptedError(forKey: .objective, in: fields, debugDescription: "\(error)")
    }
  }

  /// Writes the problem with exact numbers as strings.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode("\(objective)", forKey: .objective)
    try fields.encode(start.map(\.description), forKey: .start)
    try fields.encode(momentum.description, forKey: .momentum)
    try fields.encode(step.description, forKey: .step)
    try fields.encode(steps, forKey: .steps)
    try fields.encode(order, forKey: .order)
  }
}
