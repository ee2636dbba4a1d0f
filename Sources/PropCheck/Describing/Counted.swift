/// A number of things, such as "1 choice" or "2 choices".
///
/// - Parameters:
///   - count: how many.
///   - noun: one of them, whose plural ends in s.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// The most frequent of some reasons, by name where several are; nil if there is none.
func mostFrequent(_ reasons: [String: Int]) -> String? {
  reasons.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
}
