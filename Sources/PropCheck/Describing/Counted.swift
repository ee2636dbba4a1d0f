/// A number of things, such as "1 choice" or "2 choices".
///
/// - Parameters:
///   - count: how many.
///   - noun: one of them.
///   - plural: several of them, where that is not the noun with an s.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// The most frequent of some reasons, by name where several are; nil if there is none.
func mostFrequent(_ reasons: [String: Int]) -> String? {
  reasons.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
}
