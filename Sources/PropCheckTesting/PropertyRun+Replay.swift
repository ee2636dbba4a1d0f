import PropCheck

extension PropertyRun {
  /// The token of the environment; nil if it is another property's, or damaged, which is recorded.
  func requested(_ text: String, _ prefix: String) -> Token? {
    do {
      let token = try Token.decode(text, prefix: prefix)
      guard token.property == name else {
        skip()
        return nil
      }
      ledger.match()
      return token
    } catch .otherVersion {
      skip()
    } catch {
      ledger.match()
      record("property '\(name)' cannot replay: \(error)")
    }
    return nil
  }

  /// Says what a replay showed; an issue is recorded if it is no pass.
  func finish<Value>(_ replayed: Result<ReplayResult<Value>, TokenError>) {
    switch replayed {
    case .success(let result) where result.outcome == .passed:
      print("replay: property '\(name)' holds for \(shortened(result.description)) (\(place))")
    case .success(let result):
      let column = "\n" + String(repeating: " ", count: 18)
      let value = shortened(result.description).split(separator: "\n", omittingEmptySubsequences: false)
      let outcome = PropertyRun.text(result.outcome).split(separator: "\n", omittingEmptySubsequences: false)
      record(
        """
        property '\(name)' replayed (\(place))
          value           \(value.joined(separator: column))
          outcome         \(outcome.joined(separator: column))
        """)
    case .failure(.generatorThrew(_, let error)):
      record(
        """
        property '\(name)' replayed (\(place))
          outcome         failed: the generator threw: \(error)
        """)
    case .failure(let error): record("property '\(name)' cannot replay: \(error)")
    }
  }

  private static func text(_ outcome: Outcome) -> String {
    switch outcome {
    case .passed: "passed"
    case .failed(let failure): "failed: \(shortened(failure.message))"
    case .inconclusive(let reason): "inconclusive: \(reason)"
    case .discarded(let reason): "discarded: \(reason)"
    }
  }

  private func skip() {
    print("note: property '\(name)' skipped: PROPCHECK_REPLAY belongs to another one")
  }
}
