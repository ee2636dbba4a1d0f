import HBModel
import Testing

@testable import HBSuite

@Suite struct SimplestNumberTests {
  @Test(arguments: [
    (0.85, 1e-9, "17/20"), (0.333333, 1e-5, "1/3"), (0.0625, 1e-12, "1/16"), (3.14159265, 1e-3, "201/64"),
    (2.0000001, 1e-6, "2"), (0.5, 0.2, "1/2"),
  ])
  func `the fraction with the smallest denominator of an interval is found`(value: Double, width: Double, text: String)
  {
    #expect(SimplestNumber.fraction(from: value - width, to: value + width)?.description == text)
  }

  @Test func `the fraction is the simplest by trying all`() throws {
    for (low, high) in [(0.1234, 0.1239), (0.71, 0.7125), (5.01, 5.011), (0.9, 0.9003)] {
      let found = try #require(SimplestNumber.fraction(from: low, to: high))
      let simplest = try #require(
        (1...10_000).first { q in (low * Double(q)).rounded(.up) <= (high * Double(q)).rounded(.down) })
      #expect(found.denominator == Int128(simplest))
      #expect(DoubleDouble(found).doubleValue >= low && DoubleDouble(found).doubleValue <= high)
    }
  }

  @Test func `known numbers come first, then the fraction, then the decimal`() throws {
    let known = [try Rational(1, 7), try Rational(1, 2)]
    let found = SimplestNumber.candidates(near: 0.1428571, error: 1e-6, known: known)
    #expect(found.map(\.description) == ["1/7", "1142857/8000000"] || found.map(\.description).first == "1/7")
    #expect(SimplestNumber.candidates(near: 0.123, error: 1e-8).map(\.description) == ["123/1000"])
  }

  @Test(arguments: [
    ("17/20", "0.85"), ("1/3", "1/3"), ("1/4096", "1/4096"), ("5", "5"), ("1/2000", "0.0005"), ("0", "0"),
  ])
  func `numbers read as a person writes them`(exact: String, text: String) throws {
    #expect(try Rational(parsing: exact).readable == text)
  }
}
