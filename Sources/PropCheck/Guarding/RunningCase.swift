import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which case a thread runs at present, so that another thread can say so when it traps or does not settle.
///
/// A thread only stores two numbers a case; the token is made when it is needed.
final class RunningCase: Sendable {
  let property: String
  let seed: UInt64
  let limit: Duration?
  private let placeOfChoices: String
  private let describe: @Sendable (CasePosition, [Choice]?) -> String
  private let thread = Atomic<UInt>(RunningCase.currentThread)
  private let index = Atomic<Int>(0)
  private let attempt = Atomic<Int>(0)
  private let begun = Atomic<Int>(0)
  private let script = Mutex<[Choice]?>(nil)

  /// The cases of one thread and one property.
  ///
  /// - Parameters:
  ///   - limit: how long a case may run, nil for any time.
  ///   - placeOfChoices: where a case belongs whose choices are known.
  ///   - describe: the token of a case, and its value if there is one, each on a line.
  init(
    property: String, seed: UInt64, limit: Duration?, placeOfChoices: String,
    describe: @escaping @Sendable (CasePosition, [Choice]?) -> String
  ) {
    self.property = property
    self.seed = seed
    self.limit = limit
    self.placeOfChoices = placeOfChoices
    self.describe = describe
  }

  /// Notes that a random case begins.
  func begin(_ position: CasePosition) {
    index.store(position.index, ordering: .relaxed)
    attempt.store(position.attempt, ordering: .relaxed)
    begun.add(1, ordering: .relaxed)
  }

  /// Notes that a case begins whose choices are known.
  func begin(_ choices: [Choice]) {
    script.withLock { $0 = choices }
    begun.add(1, ordering: .relaxed)
  }

  /// Changes whenever a case begins.
  var serial: Int { begun.load(ordering: .relaxed) }

  var isOnThread: UInt { thread.load(ordering: .relaxed) }

  /// What is known before the case is made again: whose it is.
  var headline: String {
    let choices = script.withLock { $0 }
    let place = choices == nil ? "case \(index.load(ordering: .relaxed) + 1)" : placeOfChoices
    return "property '\(property)', \(place), seed \(seed)"
  }

  /// The token and the value, by making the case again.
  var details: String {
    let position = CasePosition(
      index: index.load(ordering: .relaxed), attempt: attempt.load(ordering: .relaxed))
    return describe(position, script.withLock { $0 })
  }

  /// An identity of the calling thread.
  static var currentThread: UInt {
    #if canImport(Darwin)
      UInt(bitPattern: pthread_self())
    #else
      UInt(pthread_self())
    #endif
  }
}

extension CaseRunner {
  /// A note of the running case for the calling thread.
  func makeRunning(_ settings: Settings) -> RunningCase {
    let place = attempts == 1 ? "while replaying a token" : "while shrinking"
    return RunningCase(
      property: property.name, seed: seed, limit: settings.caseTimeLimit, placeOfChoices: place
    ) { position, script in
      var source = makeSource(isRecording: true)
      let value = try? value(at: position, script: script, source: &source)
      let token = Token(property: property.name, fingerprint: property.fingerprint, choices: source.choices)
      return "  token  \(shortenedToken(token.encoded(prefix: settings.tokenPrefix)))"
        + (value.map { "\n  value  \(shortened(property.describe($0)))" } ?? "")
    }
  }
}
