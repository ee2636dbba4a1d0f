/// Where generators take their decisions from: fresh random ones, or those of an earlier run.
///
/// A generator is a function of a source, and everything it decides passes through here. That is what makes
/// shrinking and replay work without any code of the generator's author: a shorter or simpler list of
/// decisions, played to the same generator, gives a simpler value.
///
/// ```swift
/// let point = Generator { source in
///   Point(x: try source.draw(.int(in: -5...5)), y: try source.draw(.int(in: -5...5)))
/// }
/// ```
public struct ChoiceSource: Sendable {
  /// How a source decides.
  @usableFromInline enum Mode: UInt8, Sendable {
    /// The simplest answer to everything.
    case simplest
    /// Random answers, edge cases and repetitions among them.
    case fresh
    /// Uniform answers that depend on nothing but the asked domains; for fingerprints.
    case probe
    /// The answers of a script; what does not fit is bent to fit, what is missing is simplest.
    case lenient
    /// The answers of a script; what does not fit is an error.
    case strict
  }

  @usableFromInline var random: RandomStream
  @usableFromInline var mode: Mode
  @usableFromInline var isRecording: Bool
  @usableFromInline var drawn = 0
  @usableFromInline var recent = RecentRanks()
  /// How many draws are nested at present.
  @usableFromInline var depth = 0
  /// Whether parts are noted or varied; see ``PartTrace``.
  @usableFromInline var tracesParts = false

  /// Whether most numbers of this case are edges of their domains, so that edges meet one another.
  @usableFromInline var prefersEdges = false

  /// How large the values of this case should be, 0 to 100; it grows with the number of the case.
  public internal(set) var size: Int

  var choices: [Choice] = []
  var spans: [Span] = []
  var openSpan = -1
  var script: [Choice] = []
  var position = 0
  /// A span that is answered with the simplest decisions, whatever the script says; it goes on at `resume`.
  var hole: (span: Int, resume: Int)?
  var isInHole = false
  /// What generators asked for beyond the domains of their choices, such as lengths; for fingerprints.
  var bounds = Digest()
  var trace = PartTrace()

  /// How deeply draws may be nested; a value that nests deeper is discarded before the stack overflows.
  ///
  /// It counts draws, not bytes, so that it is met alike whatever the optimization; a thread has 512 KB or more.
  @usableFromInline static let maximumDepth = 200

  /// The most choices that one case may make; more are discarded as too large.
  @usableFromInline static let maximumChoices = 4_000_000

  init(mode: Mode, random: RandomStream, size: Int, isRecording: Bool, script: [Choice] = []) {
    self.mode = mode
    self.random = random
    self.size = size
    self.isRecording = isRecording
    self.script = script
  }

  /// Makes the source as good as new, keeping its memory.
  mutating func restart(mode: Mode, random: RandomStream, size: Int) {
    self.mode = mode
    self.random = random
    self.size = size
    drawn = 0
    depth = 0
    position = 0
    isInHole = false
    prefersEdges = false
    bounds = Digest()
    recent = RecentRanks()
    if isRecording {
      choices.removeAll(keepingCapacity: true)
      spans.removeAll(keepingCapacity: true)
      openSpan = -1
    }
  }

  /// What was decided so far.
  var recording: Recording { Recording(choices: choices, spans: spans) }

  /// Draws a value of another generator.
  ///
  /// - Parameter generator: what to draw.
  /// - Returns: its value.
  /// - Throws: ``Discard`` when the generator gives up, and whatever its closure throws.
  @inlinable public mutating func draw<Value>(_ generator: Generator<Value>) throws -> Value {
    depth &+= 1
    defer { depth &-= 1 }
    if depth > ChoiceSource.maximumDepth { throw ChoiceSource.tooDeep() }
    return try generator.run(&self)
  }

  /// Draws a value that is a part with a name; a report calls it by this name where its value does not matter.
  ///
  /// - Parameters:
  ///   - generator: what to draw.
  ///   - name: what the part is to a person, such as "start".
  /// - Returns: its value.
  /// - Throws: ``Discard`` when the generator gives up, and whatever its closure throws.
  @inlinable public mutating func draw<Value>(_ generator: Generator<Value>, as name: String) throws -> Value {
    guard tracesParts else { return try draw(generator) }
    return try part(.named(name)) { source in try source.draw(generator) }
  }

  /// Abandons the running case: it counts as discarded, neither as passed nor as failed.
  ///
  /// - Parameter reason: why, for the statistics.
  /// - Throws: always, a ``Discard``.
  public func discard(_ reason: String) throws -> Never {
    throw Discard(reason)
  }

  /// Marks what is drawn inside as one part, which shrinking may remove or exchange as a whole.
  ///
  /// - Parameter body: draws the part.
  /// - Returns: what `body` returns.
  @inlinable public mutating func group<Value>(
    _ body: (inout ChoiceSource) throws -> Value
  ) rethrows -> Value {
    try span(.group, body)
  }

  @inlinable mutating func span<Value>(
    _ label: SpanLabel, _ body: (inout ChoiceSource) throws -> Value
  ) rethrows -> Value {
    guard isRecording else { return try body(&self) }
    let outer = openRecordedSpan(label)
    let value = try body(&self)
    closeRecordedSpan(outer)
    return value
  }

  @usableFromInline mutating func openRecordedSpan(_ label: SpanLabel) -> Int {
    let outer = openSpan
    spans.append(Span(label: label, start: choices.count, end: choices.count, parent: outer))
    openSpan = spans.count - 1
    if let hole, hole.span == openSpan { isInHole = true }
    return outer
  }

  @usableFromInline mutating func closeRecordedSpan(_ outer: Int) {
    spans[openSpan].end = choices.count
    if let hole, hole.span == openSpan {
      isInHole = false
      position = hole.resume
    }
    openSpan = outer
  }
}

/// Thrown to abandon a case whose value is not wanted; the case is neither passed nor failed.
public struct Discard: Error, Sendable, Equatable, CustomStringConvertible {
  /// Why the case was abandoned.
  public let reason: String

  /// A reason to abandon a case.
  public init(_ reason: String) { self.reason = reason }

  /// The reason.
  public var description: String { reason }
}

/// Thrown while a token is replayed whose choices are not those that the generator asks for.
struct Misfit: Error {}

/// The last few ranks that were drawn; repeating one now and then is how equal and neighbouring values meet.
@usableFromInline struct RecentRanks: Sendable {
  @usableFromInline var ranks: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  @usableFromInline var count = 0

  @inlinable init() {}

  @inlinable mutating func remember(_ rank: UInt64) {
    ranks = (rank, ranks.0, ranks.1, ranks.2)
    count &+= 1
  }

  @inlinable func pick(_ bits: UInt64) -> UInt64 {
    let available = min(count, 4)
    guard available > 0 else { return 0 }
    switch Int(truncatingIfNeeded: bits & 0xFFFF) % available {
    case 0: return ranks.0
    case 1: return ranks.1
    case 2: return ranks.2
    default: return ranks.3
    }
  }
}
