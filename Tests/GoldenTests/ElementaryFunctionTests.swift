import Foundation
import Testing

@testable import HBModel
import Support

/// The elementary functions against values recorded with 50 digits by golden/elementary/make.py.
@Suite("Elementary functions")
struct ElementaryFunctionTests {
  static let functions: [(name: String, value: @Sendable ([DoubleDouble]) -> DoubleDouble)] = [
    ("sqrt", { DoubleDouble.sqrt($0[0]) }), ("exp", { DoubleDouble.exp($0[0]) }),
    ("expm1", { DoubleDouble.expm1($0[0]) }), ("log", { DoubleDouble.log($0[0]) }),
    ("log1p", { DoubleDouble.log1p($0[0]) }), ("sin", { DoubleDouble.sin($0[0]) }),
    ("cos", { DoubleDouble.cos($0[0]) }), ("tan", { DoubleDouble.tan($0[0]) }),
    ("atan", { DoubleDouble.atan($0[0]) }), ("sinh", { DoubleDouble.sinh($0[0]) }),
    ("cosh", { DoubleDouble.cosh($0[0]) }), ("tanh", { DoubleDouble.tanh($0[0]) }),
    ("softplus", { DoubleDouble.softplus($0[0]) }), ("sigmoid", { DoubleDouble.sigmoid($0[0]) }),
    ("logcosh", { DoubleDouble.logcosh($0[0]) }), ("pow", { DoubleDouble.pow($0[0], $0[1]) }),
  ]

  @Test("every function is within its stated error of the recorded values", arguments: functions.map(\.name))
  func staysWithinBound(name: String) throws {
    let function = try #require(Self.functions.first { $0.name == name }).value
    let file = try ElementaryFile<RecordedValue>(named: name)
    #expect(file.cases.count >= 70)
    for recorded in file.cases {
      let arguments = try recorded.arguments.map(doubleDouble(words:))
      let computed = function(arguments)
      let truth = try exactValue(of: recorded.value)
      let allowance = name == "pow" ? powerAllowance(arguments) : 1
      #expect(
        isWithinBound(computed, of: truth, allowance: allowance),
        "\(name) of \(recorded.arguments): \(computed), not \(recorded.value)")
    }
  }

  @Test("the check itself rejects an error of twice the bound and accepts half of it")
  func checkCanFail() throws {
    let third = ExactRatio(isNegative: false, numerator: Natural(1), denominator: Natural(3))
    let nearest = DoubleDouble(rounding: third)
    #expect(isWithinBound(nearest * (DoubleDouble.one + 0x1p-99), of: third, allowance: 1))
    #expect(!isWithinBound(nearest * (DoubleDouble.one + 0x1p-97), of: third, allowance: 1))
    #expect(!isWithinBound(-nearest, of: third, allowance: 1))
    #expect(!isWithinBound(.nan, of: third, allowance: 1))
  }

  /// `max(1, |y log x| / 16)`, the factor of the bound of `pow`, rounded down to a whole number.
  private func powerAllowance(_ arguments: [DoubleDouble]) -> Int {
    max(1, Int((arguments[1].high * log(arguments[0].high.magnitude)).magnitude / 16))
  }
}

/// Whether `|computed - truth| <= allowance 2^-98 |truth|`, decided exactly.
///
/// Below 2^-916, where the low part meets the end of the range, 4 times 2^-1074 are granted besides.
private func isWithinBound(_ computed: DoubleDouble, of truth: ExactRatio, allowance: Int) -> Bool {
  guard computed.isFinite else { return false }
  let value = ExactRatio(computed)
  let (left, right) = (value.numerator * truth.denominator, truth.numerator * value.denominator)
  let same = value.isNegative == truth.isNegative || value.numerator.isZero || truth.numerator.isZero
  let difference = same ? (left < right ? right - left : left - right) : left + right
  // |computed - truth| = difference / (product of the denominators).
  var bound = (right * Natural(UInt128(allowance))) << (1074 - 98)
  if computed.high.magnitude < 0x1p-916 { bound = bound + ((value.denominator * truth.denominator) << 2) }
  return difference << 1074 <= bound
}

/// The exact value of a decimal.
private func exactValue(of text: String) throws -> ExactRatio {
  let parsed = try NumberText(text)
  let power = Natural(powerOfTen: abs(parsed.exponent))
  return ExactRatio(
    isNegative: parsed.isNegative, numerator: parsed.exponent > 0 ? parsed.integer * power : parsed.integer,
    denominator: parsed.exponent < 0 ? power : Natural(1))
}

/// One recorded value of a function.
struct RecordedValue: Decodable {
  /// The high and low words of each argument, hexadecimal.
  let arguments: [[String]]
  /// The value with 50 digits.
  let value: String
}

/// A file of golden/elementary.
struct ElementaryFile<Case: Decodable>: Decodable {
  /// What was recorded.
  let cases: [Case]

  /// Reads the file of the given name.
  init(named name: String) throws {
    self = try recorded("elementary/\(name).json", as: Self.self)
  }
}

/// The double-double with the given hexadecimal words.
func doubleDouble(words: [String]) throws -> DoubleDouble {
  let parts = try words.map { try #require(Double($0)) }
  return DoubleDouble(sum: try #require(parts.first), try #require(parts.last))
}
