"""Fixed-point numbers: a plain integer v stands for v / 2^BITS (resolution 5e-97).

Transcendental functions come from mpmath with guard bits; sums and products are integer arithmetic.
"""

from decimal import Context, Decimal, ROUND_HALF_EVEN
from fractions import Fraction

from mpmath import libmp, mp, mpf

BITS = 320
UNIT = 1 << BITS
mp.prec = BITS + 64


def fixed(value):
    """From an int or a Fraction, rounded to nearest; from an mpf with guard bits, truncated."""
    if isinstance(value, mpf):
        return libmp.to_fixed((value * UNIT)._mpf_, 0)
    value = Fraction(value) * UNIT
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def real(v):
    return mpf(v) / UNIT


def power_of_ten(exponent):
    return fixed(Fraction(10) ** exponent)


def decimal(v, digits=36):
    """The correctly rounded decimal string with the given number of significant digits."""
    context = Context(prec=digits, rounding=ROUND_HALF_EVEN)
    quotient = context.divide(Decimal(v), Decimal(UNIT))
    return "0" if v == 0 else str(quotient).lower()


def largest(vector):
    return max(abs(v) for v in vector)
