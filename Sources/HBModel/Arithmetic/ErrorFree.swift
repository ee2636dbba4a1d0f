// Error-free transformations of IEEE 754 doubles in rounding to nearest.
// Each returns a rounded result with its exact rounding error, barring overflow (and, for products, underflow).

/// The rounded sum with its exact error, for operands in any order (Knuth, *TAOCP* 2, 4.2.2, theorem B).
@inlinable @inline(__always)
func twoSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
  let sum = a + b
  let aPart = sum - b
  let bPart = sum - aPart
  return (sum, (a - aPart) + (b - bPart))
}

/// The rounded sum with its exact error, where the exponent of `a` is at least that of `b`, or `a` is zero (Dekker 1971).
@inlinable @inline(__always)
func fastTwoSum(_ a: Double, _ b: Double) -> (sum: Double, error: Double) {
  let sum = a + b
  return (sum, b - (sum - a))
}

/// The rounded product with its exact error, where the error does not underflow: `|a b| >= 2^-968` or `a b = 0`.
@inlinable @inline(__always)
func twoProduct(_ a: Double, _ b: Double) -> (product: Double, error: Double) {
  let product = a * b
  return (product, (-product).addingProduct(a, b))
}

/// The power of two with the given exponent, in -1022...1023.
@inlinable @inline(__always)
func powerOfTwo(_ exponent: Int) -> Double {
  Double(bitPattern: UInt64(truncatingIfNeeded: exponent &+ 1023) &<< 52)
}
