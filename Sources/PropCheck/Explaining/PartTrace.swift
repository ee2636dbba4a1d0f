/// What a part of a value is called.
@usableFromInline enum PartName: Sendable, Equatable {
  /// The value itself.
  case whole
  /// A part to which its generator gave a name.
  case named(String)
  /// A member of a tuple, by its place from 0.
  case member(Int)
  /// An element of an array, by its place from 0.
  case element(Int)
  /// A member of a set; it has no place, and is known by its value.
  case setMember
  /// A key of a dictionary.
  case key
  /// What belongs to a key of a dictionary, which is given as a text.
  case value(ofKey: String)
}

/// A part of a value, with the choices that make it.
struct Part: Sendable, Equatable {
  let name: PartName
  /// Index of the enclosing part, -1 for the outermost.
  let parent: Int
  /// Its choices.
  var choices: Range<Int>
  /// Index after the last part inside it.
  var endPart: Int
}

/// The parts that a source meets: noted in a first run, some of them varied in later ones.
///
/// Parts are kept apart from spans, because names must not change how a value shrinks.
struct PartTrace: Sendable {
  /// The parts of the first run, in the order in which they were opened.
  var parts: [Part] = []
  /// Which of them are drawn anew, and may be described.
  var varied: Set<Int> = []
  var isVarying = false
  /// The choices that the varied parts made.
  var fresh: [Range<Int>] = []
  /// Descriptions of the parts that `varied` names; only made while nothing varies.
  var texts: [Int: String] = [:]
  private(set) var count = 0
  private(set) var open = -1

  /// Makes ready for another run.
  mutating func restart(varying: Set<Int>?) {
    isVarying = varying != nil
    if let varying { varied = varying }
    fresh = []
    count = 0
    open = -1
  }

  /// Forgets the varied choices that were taken back.
  mutating func forget(since choices: Int) { fresh.removeAll { $0.upperBound > choices } }

  /// Opens a part.
  fileprivate mutating func enter(_ name: PartName, at choice: Int) -> (index: Int, outer: Int) {
    let entered = (index: count, outer: open)
    if !isVarying && count == parts.count {
      parts.append(Part(name: name, parent: open, choices: choice..<choice, endPart: count + 1))
    }
    open = count
    count += 1
    return entered
  }

  /// Closes a part; one that was varied is left as the first run left it.
  fileprivate mutating func leave(_ entered: (index: Int, outer: Int), at choice: Int, wasVaried: Bool) {
    open = entered.outer
    if wasVaried {
      count = parts[entered.index].endPart
    } else if !isVarying {
      parts[entered.index].choices = parts[entered.index].choices.lowerBound..<choice
      parts[entered.index].endPart = count
    }
  }
}

extension ChoiceSource {
  /// Marks what is drawn inside as a part that may be varied.
  @usableFromInline mutating func part<Value>(
    _ name: PartName, _ body: (inout ChoiceSource) throws -> Value
  ) rethrows -> Value {
    // inside a varied part all is new, and nothing is a part of the first run
    guard tracesParts, mode == .lenient else { return try body(&self) }
    let start = choices.count
    let entered = trace.enter(name, at: start)
    let isVaried = trace.isVarying && trace.varied.contains(entered.index)
    if isVaried { mode = .fresh }
    let value = try body(&self)
    if isVaried {
      mode = .lenient
      position = trace.parts[entered.index].choices.upperBound
      trace.fresh.append(start..<choices.count)
    } else if !trace.isVarying && trace.varied.contains(entered.index) {
      trace.texts[entered.index] = sourceText(value)
    }
    trace.leave(entered, at: choices.count, wasVaried: isVaried)
    return value
  }

  /// Draws a key and its value, each as a part; the value is known by its key.
  mutating func drawEntry<Key, Element>(
    _ keys: Generator<Key>, _ values: Generator<Element>
  ) throws -> (Key, Element) {
    guard tracesParts else { return (try draw(keys), try draw(values)) }
    let key = try part(.key) { source in try source.draw(keys) }
    let value = try part(.value(ofKey: briefly(sourceText(key)))) { source in try source.draw(values) }
    return (key, value)
  }

  /// Draws the members of a tuple, each as a part; a single one is no part of its own.
  @usableFromInline mutating func drawMembers<each Member>(
    _ members: repeat Generator<each Member>
  ) throws -> (repeat each Member) {
    var total = 0
    for _ in repeat each members { total += 1 }
    guard total > 1 else { return (repeat try draw(each members)) }
    var index = -1
    func next() -> Int {
      index += 1
      return index
    }
    return (repeat try member(next(), each members))
  }

  private mutating func member<Member>(_ index: Int, _ generator: Generator<Member>) throws -> Member {
    try part(.member(index)) { source in try source.draw(generator) }
  }
}
