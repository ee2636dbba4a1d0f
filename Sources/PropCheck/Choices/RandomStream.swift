/// A deterministic stream of random bits: xoshiro256++ seeded by SplitMix64.
///
/// The same seed words give the same stream on every platform; nothing of the process or the clock enters.
///
/// - SeeAlso: Blackman and Vigna, *Scrambled linear pseudorandom number generators* (2021).
public struct RandomStream: Sendable {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// A stream of its own for each seed.
  ///
  /// - Parameter seed: any value, zero included.
  @inlinable public init(seed: UInt64) {
    var state = seed
    s0 = splitMix(&state)
    s1 = splitMix(&state)
    s2 = splitMix(&state)
    s3 = splitMix(&state)
  }

  /// The stream of one attempt at one case, independent of all others.
  ///
  /// - Parameters:
  ///   - seed: the seed of the run.
  ///   - stream: the digest of the property's name.
  ///   - index: the number of the case.
  ///   - attempt: how often the case was discarded before.
  @inlinable public init(seed: UInt64, stream: UInt64, index: Int, attempt: Int) {
    var state = seed ^ stream
    let first = splitMix(&state)
    state = first ^ UInt64(truncatingIfNeeded: index)
    let second = splitMix(&state)
    self.init(seed: second ^ (UInt64(truncatingIfNeeded: attempt) &* 0xD6E8_FEB8_6659_FD93))
  }

  /// The next 64 random bits.
  ///
  /// - Complexity: O(1).
  @inlinable public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum << 23 | sum >> 41) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// A uniform number of `0...bound`, without bias.
  ///
  /// - Parameter bound: the largest number that may come out.
  /// - Complexity: O(1) expected.
  /// - SeeAlso: Lemire, *Fast random integer generation in an interval* (2019).
  @inlinable public mutating func uniform(upTo bound: UInt64) -> UInt64 {
    guard bound < .max else { return next() }
    let range = bound &+ 1
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return product.high
  }

  /// A uniform multiple of 2^-53 in `0..<1`.
  @inlinable public mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }
}

/// One step of SplitMix64: advances `state` and returns its scrambled value.
@inlinable func splitMix(_ state: inout UInt64) -> UInt64 {
  state = state &+ 0x9E37_79B9_7F4A_7C15
  var z = state
  z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
  z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
  return z ^ (z >> 31)
}
