/// How cases and what comes of them are written as bytes, between the process of a run and that of a body.
enum CaseFrames {
  /// What a child answers.
  enum Answer: Equatable {
    /// It is ready for cases.
    case ready
    /// It judged the case.
    case outcome(Outcome, CaseNotes)
    /// Its generator made another value of the same choices.
    case otherValue
  }

  static func bytes(of choices: [Choice]) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(varint: UInt64(choices.count))
    for choice in choices {
      writer.bytes.append(choice.kind.rawValue)
      writer.append(varint: choice.word)
    }
    return writer.bytes
  }

  /// The choices of a frame, whose domains it does not hold.
  static func choices(_ bytes: [UInt8]) -> [Choice]? {
    var reader = ByteReader(bytes)
    guard let count = reader.varint(), count <= UInt64(reader.remaining) else { return nil }
    var choices: [Choice] = []
    choices.reserveCapacity(Int(count))
    for _ in 0..<count {
      guard let kind = reader.byte().flatMap(ChoiceKind.init), let word = reader.varint() else { return nil }
      choices.append(Choice(kind: kind, word: word, below: 0, above: 0))
    }
    return choices
  }

  static func bytes(of answer: Answer) -> [UInt8] {
    var writer = ByteWriter()
    switch answer {
    case .ready: writer.bytes.append(0)
    case .otherValue: writer.bytes.append(1)
    case .outcome(let outcome, let notes):
      writer.bytes.append(2)
      writer.append(outcome)
      writer.append(notes)
    }
    return writer.bytes
  }

  static func answer(_ bytes: [UInt8]) -> Answer? {
    var reader = ByteReader(bytes)
    switch reader.byte() {
    case 0: return .ready
    case 1: return .otherValue
    case 2:
      guard let outcome = reader.outcome(), let notes = reader.notes() else { return nil }
      return .outcome(outcome, notes)
    default: return nil
    }
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ text: String) {
    append(varint: UInt64(text.utf8.count))
    bytes += Array(text.utf8)
  }

  fileprivate mutating func append(_ number: Double?) {
    bytes.append(number == nil ? 0 : 1)
    if let number { append(word: number.bitPattern) }
  }

  fileprivate mutating func append(_ outcome: Outcome) {
    switch outcome {
    case .passed: bytes.append(0)
    case .failed(let failure):
      bytes.append(1)
      append(failure.kind)
      append(failure.message)
      append(failure.severity)
    case .inconclusive(let reason):
      bytes.append(2)
      append(reason)
    case .discarded(let reason):
      bytes.append(3)
      append(reason)
    }
  }

  fileprivate mutating func append(_ notes: CaseNotes) {
    append(varint: UInt64(notes.labels.count))
    for label in notes.labels { append(label) }
    append(varint: UInt64(notes.rows.count))
    for row in notes.rows {
      append(row.table)
      append(row.value)
    }
    append(notes.score)
  }
}

extension ByteReader {
  fileprivate mutating func text() -> String? {
    guard let count = varint(), count <= UInt64(remaining) else { return nil }
    return String(decoding: rest(Int(count)), as: UTF8.self)
  }

  /// A number that may be missing; the outer nil is a damaged frame.
  fileprivate mutating func number() -> Double?? {
    guard let isPresent = byte() else { return nil }
    guard isPresent == 1 else { return .some(nil) }
    return word().map { Double(bitPattern: $0) }
  }

  fileprivate mutating func outcome() -> Outcome? {
    switch byte() {
    case 0: return .passed
    case 1:
      guard let kind = text(), let message = text(), let severity = number() else { return nil }
      return .failed(kind, message, severity: severity)
    case 2: return text().map { .inconclusive($0) }
    case 3: return text().map { .discarded($0) }
    default: return nil
    }
  }

  fileprivate mutating func notes() -> CaseNotes? {
    var notes = CaseNotes()
    guard let labels = varint() else { return nil }
    for _ in 0..<labels {
      guard let label = text() else { return nil }
      notes.label(label)
    }
    guard let rows = varint() else { return nil }
    for _ in 0..<rows {
      guard let table = text(), let value = text() else { return nil }
      notes.collect(table, value)
    }
    guard let score = number() else { return nil }
    if let score { notes.target(score) }
    return notes
  }
}
