/// Finds the parts of a minimal counterexample that do not matter, by varying them while the rest stays.
///
/// A part is varied a fixed number of times, the first time that the property does not fail alike it matters.
/// Variations that change the rest too, as a length changes the elements, say nothing about the part.
struct Explainer {
  /// Plays a script with some parts drawn anew; nil if the generator gave up.
  typealias Generate = (_ script: [Choice], _ source: inout ChoiceSource) -> Bool

  static let nameOfWhole = "value"
  /// Other values of a part that must all fail.
  static let variations = 30
  /// Attempts at other values; a part with fewer of them, such as a truth value, is varied as far as it goes.
  static let attempts = 90
  /// The fewest other values that count, unless there are no more of them.
  static let fewest = 8
  /// How many choices may be made in all; it bounds the time for huge values.
  static let mostHandled = 3_000_000

  private let original: [Choice]
  private let seed: UInt64
  private let budget: Int
  private let generate: Generate
  private let failsAlike: (_ source: ChoiceSource) -> Bool?
  private var source: ChoiceSource
  private var explanation = Explanation()
  private var handled = 0
  private var attempt = 0

  /// An explainer of one counterexample.
  ///
  /// - Parameters:
  ///   - choices: those of the minimal value.
  ///   - seed: that of the run.
  ///   - budget: how often `failsAlike` may be called.
  ///   - source: a recording source.
  ///   - generate: plays a script into a source and keeps the value.
  ///   - failsAlike: judges the value kept last, which the source made; nil if it is no case at all.
  init(
    _ choices: [Choice], seed: UInt64, budget: Int, source: ChoiceSource, generate: @escaping Generate,
    failsAlike: @escaping (_ source: ChoiceSource) -> Bool?
  ) {
    original = choices
    self.seed = seed
    self.budget = budget
    self.source = source
    self.generate = generate
    self.failsAlike = failsAlike
    self.source.tracesParts = true
  }

  mutating func run() -> Explanation {
    guard budget > 0, noteParts() else { return explanation }
    var found: [(part: Int, tried: Int)] = []
    var index = 0
    while index < source.trace.parts.count, !isExhausted {
      if let tried = othersThatFail(varying: [index]) {
        found.append((named(index), tried))
        index = source.trace.parts[index].endPart
      } else {
        index += 1
      }
    }
    if found.count > 1 { explanation.isJoint = othersThatFail(varying: Set(found.map(\.part))) != nil }
    describe(found)
    return explanation
  }

  /// The part with a name that makes up the whole of a part without one, if there is one.
  private func named(_ index: Int) -> Int {
    let parts = source.trace.parts
    let inside = (index + 1..<parts[index].endPart).prefix { parts[$0].choices == parts[index].choices }
    guard case .named = parts[index].name else {
      return inside.first { if case .named = parts[$0].name { true } else { false } } ?? index
    }
    return index
  }

  private var isExhausted: Bool { explanation.calls >= budget || handled > Explainer.mostHandled }

  private mutating func noteParts() -> Bool {
    source.trace.restart(varying: nil)
    return generate(original, &source) && source.choices == original
  }

  /// How many variations failed alike; nil if one did not, or if too few could be tried.
  private mutating func othersThatFail(varying parts: Set<Int>) -> Int? {
    let domains = parts.sorted().map { source.trace.parts[$0].choices }
    guard domains.contains(where: { !$0.isEmpty }) else { return nil }
    var seen: Set<SequenceDigest> = [SequenceDigest(original)]
    var tried = 0
    let likely = parts.count == 1 ? equalsOfOthers(domains[0]) : []
    for number in 0..<(likely.count + Explainer.attempts) where tried < Explainer.variations {
      guard !isExhausted else { return nil }
      let isVaried = number >= likely.count
      let script = isVaried ? original : likely[number]
      guard play(script, varying: isVaried ? parts : [], domains), seen.insert(SequenceDigest(source.choices)).inserted
      else { continue }
      explanation.calls += 1
      guard let fails = failsAlike(source) else { continue }
      guard fails else { return nil }
      tried += 1
    }
    let isComplete = tried >= Explainer.fewest || (tried > 0 && seen.count - 1 == tried && isSmall(domains))
    return isComplete ? tried : nil
  }

  /// Plays a variation; true if only the varied parts differ from the original.
  private mutating func play(_ script: [Choice], varying parts: Set<Int>, _ domains: [Range<Int>]) -> Bool {
    attempt += 1
    handled += script.count + 50
    source.trace.restart(varying: parts)
    source.random = RandomStream(seed: seed, stream: 0x6578_706C, index: attempt, attempt: 0)
    guard generate(script, &source) else { return false }
    guard !parts.isEmpty else {
      return source.choices.count == original.count && rest(source.choices, domains) == rest(original, domains)
    }
    return rest(source.choices, source.trace.fresh) == rest(original, domains)
  }

  /// Scripts that give a part of one number the numbers that stand elsewhere: what matters is often equality,
  /// which chance does not meet.
  private func equalsOfOthers(_ part: Range<Int>) -> [[Choice]] {
    guard part.count == 1, original[part.lowerBound].kind == .integer else { return [] }
    let choice = original[part.lowerBound]
    let words = Set(original.filter { $0.kind == .integer && $0.word <= choice.total }.map(\.word) + [0])
    return words.subtracting([choice.word]).sorted().prefix(10).map { word in
      var script = original
      script[part.lowerBound] = choice.with(word)
      return script
    }
  }

  /// Whether the varied parts have so few values that all of them came up.
  private func isSmall(_ domains: [Range<Int>]) -> Bool {
    domains.joined().allSatisfy { original[$0].kind != .double && original[$0].total < UInt64(Explainer.fewest) }
  }

  private func rest(_ choices: [Choice], _ ranges: [Range<Int>]) -> [Choice] {
    var rest: [Choice] = []
    var end = 0
    for range in ranges {
      rest += choices[end..<range.lowerBound]
      end = range.upperBound
    }
    return rest + choices[end...]
  }

  private mutating func describe(_ found: [(part: Int, tried: Int)]) {
    source.trace.restart(varying: nil)
    // what has no place is named by its value, also where only a part of it does not matter
    source.trace.varied = Set(found.flatMap { [$0.part] + unordered(around: $0.part) })
    guard generate(original, &source) else { return }
    explanation.irrelevant = found.map { part, tried in
      IrrelevantPart(name: name(of: part), value: source.trace.texts[part] ?? "", tried: tried)
    }
  }

  /// The members of sets and the keys around a part.
  private func unordered(around index: Int) -> [Int] {
    sequence(first: source.trace.parts[index].parent) { source.trace.parts[$0].parent }.prefix { $0 >= 0 }
      .filter { [.setMember, .key].contains(source.trace.parts[$0].name) }
  }

  /// The name of a part with those of the parts around it; a name of its own needs no place in a tuple.
  private func name(of index: Int) -> String {
    var words: [String] = []
    var isNamed = false
    var next = index
    while next >= 0 {
      let part = source.trace.parts[next]
      switch part.name {
      case .whole: if words.isEmpty { words.append(Explainer.nameOfWhole) }
      case .named(let name):
        words.append(name)
        isNamed = true
      case .member(let place): if !isNamed { words.append("part \(place + 1)") }
      case .element(let place): words.append("element \(place + 1)")
      case .setMember: words.append("member" + (next == index ? "" : " " + briefly(source.trace.texts[next] ?? "")))
      case .key: words.append("key" + (next == index ? "" : " " + briefly(source.trace.texts[next] ?? "")))
      case .value(let key): words.append("value of \(key)")
      }
      next = part.parent
    }
    return words.joined(separator: " of ")
  }
}
