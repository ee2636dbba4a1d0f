import HBModel

extension Problem: Codable {
  private enum Key: String, CodingKey {
    case objective, start, momentum, step, steps, order, method, stepFactor, gradientBuffer, initialMomentum
    case initialVelocity
  }

  /// Reads a problem whose exact numbers are strings such as `"1/2"`; a momentum that is no number is a formula.
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
    func formula(_ text: String, _ key: Key) throws -> ScheduleFormula {
      do { return try ScheduleFormula(parsing: text, subject: key.rawValue) } catch {
        throw DecodingError.dataCorruptedError(forKey: key, in: fields, debugDescription: "\(error)")
      }
    }
    var schedule = Schedule(
      stepFactor: try fields.decodeIfPresent(String.self, forKey: .stepFactor).map { try formula($0, .stepFactor) },
      keepsGradients: try fields.decodeIfPresent(Bool.self, forKey: .gradientBuffer) ?? false)
    let momentumText = try fields.decode(String.self, forKey: .momentum)
    if let number = try? Rational(parsing: momentumText) {
      momentum = number
    } else {
      momentum = .zero
      schedule.momentum = try formula(momentumText, .momentum)
    }
    self.schedule = schedule == Schedule() ? nil : schedule
    initialMomentum =
      try fields.decodeIfPresent(String.self, forKey: .initialMomentum).map { try rational($0, .initialMomentum) }
      ?? .zero
    initialVelocity =
      try fields.decodeIfPresent([String].self, forKey: .initialVelocity)?.map { try rational($0, .initialVelocity) }
      ?? []
    guard initialVelocity.isEmpty || initialVelocity.count == start.count else {
      throw DecodingError.dataCorruptedError(
        forKey: .initialVelocity, in: fields,
        debugDescription: "found \(initialVelocity.count) components, expected \(start.count), as many as the start has"
      )
    }
    let name = try fields.decodeIfPresent(String.self, forKey: .method) ?? MomentumMethod.heavyBall.name
    guard let known = MomentumMethod(named: name) else {
      throw DecodingError.dataCorruptedError(
        forKey: .method, in: fields,
        debugDescription: "found '\(name)', expected one of \(MomentumMethod.all.map(\.name).joined(separator: ", "))")
    }
    method = known
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
    try fields.encode(momentumText, forKey: .momentum)
    try fields.encode(step.description, forKey: .step)
    try fields.encode(steps, forKey: .steps)
    try fields.encode(order, forKey: .order)
    if method != .heavyBall { try fields.encode(method.name, forKey: .method) }
    if let factor = schedule?.stepFactor { try fields.encode("\(factor)", forKey: .stepFactor) }
    if schedule?.keepsGradients == true { try fields.encode(true, forKey: .gradientBuffer) }
    if initialMomentum != .zero { try fields.encode(initialMomentum.description, forKey: .initialMomentum) }
    if !initialVelocity.isEmpty { try fields.encode(initialVelocity.map(\.description), forKey: .initialVelocity) }
  }
}
