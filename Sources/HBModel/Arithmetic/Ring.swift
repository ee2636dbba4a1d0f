/// A commutative ring that contains the rational numbers, with operations that may fail.
///
/// Exact arithmetic of bounded size can overflow, floating-point arithmetic cannot; `Failure` says which, so that
/// generic code is written once and `try` disappears where `Failure` is `Never`.
public protocol Ring: Equatable, Sendable {
  /// The error of an operation whose result cannot be represented; `Never` for total arithmetic.
  associatedtype Failure: Error

  /// The neutral element of addition.
  static var zero: Self { get }
  /// The neutral element of multiplication.
  static var one: Self { get }

  /// The image of a rational number, rounded once where the ring is inexact.
  init(_ value: Rational) throws(Failure)

  /// The sum.
  static func + (lhs: Self, rhs: Self) throws(Failure) -> Self
  /// The difference.
  static func - (lhs: Self, rhs: Self) throws(Failure) -> Self
  /// The product.
  static func * (lhs: Self, rhs: Self) throws(Failure) -> Self
}

extension Ring {
  /// Adds `rhs` in place.
  @inlinable public static func += (lhs: inout Self, rhs: Self) throws(Failure) { lhs = try lhs + rhs }
  /// Subtracts `rhs` in place.
  @inlinable public static func -= (lhs: inout Self, rhs: Self) throws(Failure) { lhs = try lhs - rhs }
  /// Multiplies by `rhs` in place.
  @inlinable public static func *= (lhs: inout Self, rhs: Self) throws(Failure) { lhs = try lhs * rhs }
  /// The additive inverse.
  @inlinable public static prefix func - (value: Self) throws(Failure) -> Self { try zero - value }
}

/// A ring in which every element but zero has an inverse.
public protocol Field: Ring {
  /// The quotient; a division by zero fails, or follows IEEE 754 where the field is floating-point.
  static func / (lhs: Self, rhs: Self) throws(Failure) -> Self
}
