extension Property {
  /// A digest of what the generator asks for and makes, over a fixed set of samples.
  ///
  /// It changes when a choice is added, dropped or given other bounds, and when the same choices make another
  /// value; it does not depend on how random cases are distributed.
  ///
  /// - Complexity: O(1) in the run's settings: a fixed number of values is made and described.
  public var fingerprint: UInt64 {
    var digest = Digest()
    var source = ChoiceSource(mode: .probe, random: RandomStream(seed: 0), size: 100, isRecording: true)
    var made = 0
    // one sample of a huge value says as much as many
    for sample in 0..<16 where made < 100_000 {
      let random = RandomStream(seed: 0x7072_6F70, stream: 0, index: sample, attempt: 0)
      source.restart(mode: sample == 0 ? .simplest : .probe, random: random, size: 100)
      do {
        let value = try generator.run(&source)
        digest.add(describe(value))
      } catch {
        digest.add(String(reflecting: type(of: error)))
      }
      made += source.choices.count
      digest.add(source.bounds.value)
      digest.add(UInt64(source.choices.count))
      for choice in source.choices {
        digest.add(choice.kind.rawValue)
        digest.add(choice.word)
        digest.add(choice.below)
        digest.add(choice.above)
      }
    }
    return digest.value
  }
}
