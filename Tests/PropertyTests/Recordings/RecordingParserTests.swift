import HBModel
import HBSuite
import PropCheck
import PropCheckTesting
import Testing

@Suite(.propertyTesting) struct RecordingParserTests {
  private func read(_ text: String) throws -> Recording { try Recording(bytes: Array(text.utf8), file: "run.csv") }

  @Test(arguments: MalformedRecording.all)
  func `a malformed recording is refused with its place, what was found and what was expected`(
    _ example: MalformedRecording
  ) throws {
    let error = try #require(throws: RecordingError.self) { try read(example.text) }
    #expect(
      "\(error)" == "run.csv, line \(example.line), column \(example.column): found \(example.found), expected "
        + example.expected)
    #expect(!error.description.contains { $0.isNewline })
  }

  @Test func `there are sixty kinds of malformed recordings, all different`() {
    #expect(MalformedRecording.all.count >= 60)
    #expect(Set(MalformedRecording.all.map(\.text)).count == MalformedRecording.all.count)
  }

  @Test func `comments, empty lines, blanks, a byte order mark and any line ends are passed over`() throws {
    let text = "\u{FEFF}# made by hand\n\nn, x1,\tx2\r\n# é\n0, 1, -2.5e-1\r\n\r\n  7,+3 , 0\n"
    let run = try read(text)
    #expect(run.rows.map(\.iteration) == [0, 7])
    #expect(run.rows.map(\.state) == [[1, -0.25], [3, 0]].map { $0.map { DoubleDouble($0) } })
    #expect(run.dimension == 2)
    #expect(run.firstLine == 5)
  }

  @Test func `few digits leave an uncertainty of half a unit of the last`() throws {
    // Fixed places: the unit is that of the file, also where zeros were left out.
    let fixed = try read("n,x1,x2\n0,1.250,-12.125\n1,0.5,3\n")
    #expect(fixed.digits == 5)
    #expect(fixed.rows[1].uncertainty == [0.0005, 0.0005])
    // Significant digits: the unit goes with the number.
    let floating = try read("n,x1\n0,1.2345\n1,123.45\n2,1.2345e-3\n")
    #expect(floating.rows.map { $0.uncertainty[0] }.map { ($0 * 1e9).rounded() } == [5e4, 5e6, 5e1])
    // Seventeen digits are all of a double.
    let complete = try read("n,x1\n0,1\n1,0.10000000000000001\n")
    #expect(complete.rows.allSatisfy { $0.uncertainty == [0] })
    #expect(complete.rows[1].state == [DoubleDouble(0.1)])
  }

  @Test func `singles are known by their digits or by their values`() throws {
    #expect(try read("n,x1\n0,1.25\n1,0.1\n").mayBeSingle)
    #expect(try read("n,x1\n0,1\n1,0.10000000149011612\n").mayBeSingle)
    #expect(try !read("n,x1\n0,1\n1,0.10000000000000001\n").mayBeSingle)
    #expect(try !read("n,x1\n0,1\n1,0.100000000000\n").mayBeSingle)
  }

  private static let words = [
    "n,x1\n", "n,x1,x2\n", "0,1\n", "1,0.5,2\n", "2,1e-3\n", ",", "\n", "\r\n", "#", " ", "-", "+", ".", "e", "0", "1",
    "17", "nan", "inf", "1e400", "/", "\u{0}", "é", "\t", "0.1", "262144", "99999999999999999999",
  ]
  private static let soup = Generator<[String]>.array(of: .element(of: words), count: 0...30).map { $0.joined() }
  private static let right = "n,x1,x2\n0,1,0.5\n1,0.9,0.45\n5,0.31415926535897931,-1e-3\n"
  private static let texts = Generator<String>.weighted([
    (2, soup), (2, soup.map { "n,x1\n0,1\n1,2\n" + $0 }), (1, .string(count: 0...40)),
    (
      3,
      Generator { source in
        var characters = Array(right)
        for _ in 0..<(try source.draw(.int(in: 1...4))) where !characters.isEmpty {
          let place = try source.draw(.int(in: 0...(characters.count - 1)))
          switch try source.draw(.int(in: 0...2)) {
          case 0: characters.remove(at: place)
          case 1: characters.insert(contentsOf: try source.draw(.element(of: words)), at: place)
          default: characters.swapAt(place, try source.draw(.int(in: 0...(characters.count - 1))))
          }
        }
        return String(characters)
      }
    ),
  ])

  @Test func everyTextIsReadOrRefusedWithAPlace() {
    let property = Property("every recording is read or refused with a place", Self.texts) { text, notes in
      let bytes = Array(text.utf8)
      do {
        let run = try Recording(bytes: bytes, file: "f")
        notes.label("accepted")
        let isSound =
          run.rows.count >= 2 && zip(run.rows, run.rows.dropFirst()).allSatisfy { $0.iteration < $1.iteration }
          && run.rows.allSatisfy { row in
            row.state.count == run.dimension && row.state.allSatisfy { $0.isFinite }
              && row.uncertainty.allSatisfy { $0 >= 0 && $0.isFinite }
          }
        return isSound ? .passed : .failed("content", "\(run)")
      } catch let error as RecordingError {
        // Lines and columns are counted in bytes, for only plain text is read.
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        let isPlace = error.line >= 1 && error.line <= lines.count + 1 && error.column >= 1
        return isPlace && !error.description.contains { $0.isNewline }
          ? .passed : .failed("place", "\(error)")
      }
    }
    expectHolds(property, settings: Settings(cases: 5000, threads: 2, requiredLabels: ["accepted": 0.02]))
  }
}
