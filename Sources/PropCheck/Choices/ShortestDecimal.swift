/// The shortest decimal that is read back as a floating-point number: some digits times a power of ten.
struct ShortestDecimal: Equatable {
  /// The digits as a number, without zeros at the end; 0 for zero.
  let digits: UInt64
  /// The power of ten that the last digit counts.
  let exponent: Int

  /// A decimal of some digits, of which zeros at the end go.
  init(digits: UInt64, exponent: Int) {
    var (rest, power) = (digits, digits == 0 ? 0 : exponent)
    while rest > 0 && rest % 10 == 0 {
      rest /= 10
      power += 1
    }
    self.digits = rest
    self.exponent = power
  }

  /// The decimal that describes a number.
  ///
  /// - Parameter size: finite, not negative.
  init(_ size: Double) {
    var digits: UInt64 = 0
    var (exponent, written, isFraction, isExponent, isNegative) = (0, 0, false, false, false)
    for character in size.description.utf8 {
      switch character {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"): isExponent = true
      case UInt8(ascii: "-"): isNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = character - UInt8(ascii: "0")
        if isExponent {
          written = written * 10 + Int(digit)
        } else {
          digits = digits * 10 + UInt64(digit)
          if isFraction { exponent -= 1 }
        }
      default: break
      }
    }
    self.init(digits: digits, exponent: exponent + (isNegative ? -written : written))
  }

  /// The floating-point number nearest to it: reading decimals rounds correctly, as IEEE 754 asks.
  var value: Double { Double("\(digits)e\(exponent)") ?? .infinity }

  /// How many digits are written.
  var count: Int { String(digits).utf8.count }

  /// How many digits stand behind the point.
  var places: Int { max(0, -exponent) }

  /// The power of ten that the first digit counts.
  var leadingExponent: Int { exponent + count - 1 }

  /// The largest multiple of a power of ten that is not above it, and the least that is not below it.
  ///
  /// Their nearest floating-point numbers are in the same order, as rounding keeps it.
  func multiples(of power: Int) -> (floor: ShortestDecimal, ceiling: ShortestDecimal) {
    guard power > exponent else { return (self, self) }
    let unit = (0..<min(20, power - exponent)).reduce(UInt128(1)) { product, _ in product * 10 }
    let floor = UInt64(UInt128(digits) / unit)
    return (ShortestDecimal(digits: floor, exponent: power), ShortestDecimal(digits: floor + 1, exponent: power))
  }
}
