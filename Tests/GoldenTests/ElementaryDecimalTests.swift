import Testing

@testable import HBModel

/// Reading and printing against what exact fractions of another language gave (golden/elementary/make.py).
@Suite("Decimals of double-doubles")
struct ElementaryDecimalTests {
  /// A text and the words it reads as, or a number of digits and what the words print as.
  struct RecordedDecimal: Decodable {
    let read: String?
    let print: String?
    let digits: Int?
    let words: [String]
  }

  @Test("texts read as the recorded words, and words print as the recorded texts")
  func agreesWithRecord() throws {
    let file = try ElementaryFile<RecordedDecimal>(named: "decimals")
    #expect(file.cases.count > 250)
    for recorded in file.cases {
      let value = try doubleDouble(words: recorded.words)
      if let text = recorded.read {
        let parsed = try DoubleDouble(parsing: text)
        #expect(parsed == value, "\(text)")
      }
      if let text = recorded.print, let digits = recorded.digits {
        #expect(value.formatted(digits: digits) == text, "\(recorded.words), \(digits) digits")
      }
    }
  }
}
