import PropCheck
import PropCheckTesting
import Testing

@testable import HBReport

@Suite(.propertyTesting) struct ScaleTests {
  private static let bounds = zip(Generator<Int>.int(in: -9...9), .int(in: 1...999), .int(in: 1...9999))

  @Test func `ticks are within the scale, ascending, few, and their labels say their values`() {
    forAll(Self.bounds, .int(in: -400...400), .int(in: 2...10)) { shape, start, count in
      let unit = powerOfTen(shape.0)
      let lower = Double(start) * unit
      let scale = Scale(.linear, from: lower, to: lower + Double(shape.1 * shape.2) / 100 * unit)
      let ticks = scale.ticks(about: count)
      #expect(ticks.count >= 1 && ticks.count <= 2 * count + 2)
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
      let slack = 1e-6 * (scale.upper - scale.lower)
      #expect(ticks.allSatisfy { $0.value >= scale.lower - slack && $0.value <= scale.upper + slack })
      #expect(Set(ticks.map(\.label)).count == ticks.count)
      for tick in ticks { #expect(reading(tick.label).map { abs($0 - tick.value) <= 1e-12 * abs($0) } == true) }
    }
  }

  @Test func `logarithmic ticks are within the scale, ascending and few`() {
    forAll(.int(in: -30...30), .int(in: 1...4000), .int(in: 2...9)) { exponent, length, count in
      let lower = 3 * powerOfTen(exponent)
      let scale = Scale(.logarithmic, from: lower, to: lower * exponential(Double(length) / 100))
      let ticks = scale.ticks(about: count)
      #expect(ticks.count <= count + 5)
      #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
      #expect(
        ticks.allSatisfy { $0.value >= scale.lower * (1 - 1e-6) && $0.value <= scale.upper * (1 + 1e-6) })
      for tick in ticks { #expect(reading(tick.label).map { abs($0 - tick.value) <= 1e-12 * abs($0) } == true) }
    }
  }

  /// A label as a number again: `−2.5`, `10⁻³`, `2×10⁴`.
  private func reading(_ label: String) -> Double? {
    let raised: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
    ]
    let plain = label.replacing("−", with: "-")
    let mantissa = plain.prefix { raised[$0] == nil }
    let exponent = Int(String(plain.dropFirst(mantissa.count).map { raised[$0] ?? "?" }))
    guard let exponent else { return Double(plain) }
    if mantissa == "10" { return powerOfTen(exponent) }
    return Double("\(mantissa.replacing("×10", with: ""))e\(exponent)")
  }

  @Test func `ticks are those that a person would choose`() {
    func labels(_ kind: Scale.Kind, _ lower: Double, _ upper: Double, _ count: Int = 5) -> String {
      Scale(kind, from: lower, to: upper).ticks(about: count).map(\.label).joined(separator: " ")
    }
    #expect(labels(.linear, 0, 10) == "0 2 4 6 8 10")
    #expect(labels(.linear, -0.1, 1.2) == "0 0.2 0.4 0.6 0.8 1 1.2")
    #expect(labels(.linear, -0.0035, 0.001) == "−0.003 −0.002 −0.001 0 0.001")
    #expect(
      labels(.linear, 0, 7_300_000)
        == "0 1000000 2000000 3000000 4000000 5000000 6000000 7000000".replacing(
          "000000", with: "×10⁶"))
    #expect(labels(.logarithmic, 1e-9, 1) == "10⁻⁸ 10⁻⁶ 10⁻⁴ 10⁻² 1")
    #expect(labels(.logarithmic, 0.9, 200) == "1 10 10²")
    #expect(labels(.logarithmic, 1.5, 60) == "2 5 10 20 50")
    #expect(labels(.logarithmic, 0.021, 0.09) == "0.05")
  }

  @Test func `a scale keeps order, and refuses what has no place on it`() {
    let linear = Scale(.linear, covering: [3, .nan, -1, .infinity], margin: 0)
    #expect((linear.lower, linear.upper) == (-1, 3))
    #expect(linear.fraction(1) == 0.5)
    #expect(linear.fraction(.nan) == nil)
    let logarithmic = Scale(.logarithmic, covering: [0, -5, 1e-4, 1], margin: 0)
    #expect((logarithmic.lower, logarithmic.upper) == (1e-4, 1))
    #expect(logarithmic.fraction(0.01) == 0.5)
    #expect(logarithmic.fraction(0) == nil)
    #expect(logarithmic.fraction(-1) == nil)
    // A single value, or none, still makes an axis.
    #expect(Scale(.linear, covering: [7]).fraction(7) == 0.5)
    #expect(Scale(.logarithmic, covering: [7]).fraction(7) == 0.5)
    #expect(Scale(.linear, covering: []).fraction(1) == 0.5)
    #expect(Scale(.logarithmic, from: -1, to: 2).fraction(1) == 0.5)
  }

  @Test func `a figure is set as a book prints it`() {
    #expect(Figures.typeset(-0.0000123, digits: 3) == "−0.0000123")
    #expect(Figures.typeset(1.5e-9) == "1.5×10⁻⁹")
    #expect(Figures.typeset(1e-12) == "10⁻¹²")
    #expect(Figures.typeset(2) == "2")
    #expect(Figures.grouped(0) == "0")
    #expect(Figures.grouped(1460) == "1,460")
    #expect(Figures.grouped(123_456_789) == "123,456,789")
  }
}
