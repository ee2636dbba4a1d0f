import PropCheck
import Testing

/// Bodies that trap or never settle end the process, but not before it is known which case it was.
@Suite struct PropCheckGuardTests {
  /// What a process wrote on standard error.
  private func text(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  private func token(_ text: String) throws -> String {
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("  token  ") })
    return String(line.dropFirst(9))
  }

  private static let trapping = Property("trapping", Generator<[Int]>.array(of: .int(in: 0...100))) { list, _ in
    precondition(list.reduce(0, +) < 200, "too much")
    return .passed
  }

  @Test func aTrapIsAnnouncedWithItsTokenAndSeed() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = check(PropCheckGuardTests.trapping, settings: Settings(seed: 7))
    }
    let text = text(result)
    #expect(text.contains(" ends the process in property 'trapping', case "))
    #expect(text.contains(", seed 7\n"))
    #expect(
      text.contains(
        "\n  hint   in a process of its own it is shrunk: Settings(isolation:), or the trait .isolatedPropertyTesting()\n"
      ))
    let token = try Token.decode(try token(text))
    let harmless = Property("trapping", PropCheckGuardTests.trapping.generator) { list, _ in
      list.reduce(0, +) < 200 ? .passed : .failed("large", "")
    }
    guard case .failed = try replay(token, harmless).outcome else {
      Issue.record("the token must be that of the case that trapped")
      return
    }
  }

  @Test func aBodyThatNeverSettlesEndsTheProcess() async throws {
    let result = await #expect(processExitsWith: .exitCode(124), observing: [\.standardErrorContent]) {
      let property = Property("spinning", Generator.int(in: 0...1000)) { value, _ in
        while value > 500 {}
        return .passed
      }
      _ = check(property, settings: Settings(seed: 3, threads: 2, caseTimeLimit: .milliseconds(200)))
    }
    let text = text(result)
    #expect(text.hasPrefix("error: a case has run for more than 0.2 seconds: property 'spinning', case "))
    #expect(text.contains(", seed 3; the process ends\n"))
    let generator = Property("spinning", Generator.int(in: 0...1000)) { _, _ in .passed }
    #expect(try replay(try token(text), generator).value > 500)
  }

  @Test func anOverflowOfTheStackIsAnnounced() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      @Sendable func deep(_ count: Int) -> Int { count == 0 ? 0 : 1 + deep(count + 1) + deep(count - 1) }
      let property = Property("deep", Generator.int(in: 0...9)) { value, _ in
        deep(value) >= 0 ? .passed : .failed("", "")
      }
      _ = check(property)
    }
    #expect(text(result).contains("ends the process in property 'deep', case 2, seed 42"))
  }

  @Test func aGeneratorThatNeverSettlesEndsTheProcessToo() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let stuck = Generator<Int> { source in
        while source.size > 10 {}
        return 0
      }
      _ = check(Property("stuck", stuck) { _, _ in .passed }, settings: Settings(caseTimeLimit: .milliseconds(100)))
    }
    #expect(text(result).contains("property 'stuck', case 7, seed 42; the process ends"))
  }

  @Test func aSlowCaseWithinItsLimitChangesNothing() {
    let property = Property("usual", Generator.int) { _, _ in .passed }
    let with = check(property, settings: Settings(caseTimeLimit: .seconds(60)))
    #expect(with.text() == check(property, settings: Settings(announcesTraps: false)).text())
  }
}
