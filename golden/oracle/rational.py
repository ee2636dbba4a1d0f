"""Exact functions of the momentum: polynomial(mu) / (1 - mu)^power with integer or Fraction coefficients."""

from fractions import Fraction
from math import lcm


def _trim(c):
    c = list(c)
    while c and c[-1] == 0:
        c.pop()
    return tuple(c)


def _times(a, b):
    if not a or not b:
        return ()
    result = [0] * (len(a) + len(b) - 1)
    for i, x in enumerate(a):
        if x:
            for j, y in enumerate(b):
                result[i + j] += x * y
    return _trim(result)


def _plus(a, b):
    if len(a) < len(b):
        a, b = b, a
    return _trim([x + b[i] if i < len(b) else x for i, x in enumerate(a)])


def _lift(value):
    return value if isinstance(value, MuFunction) else MuFunction((value,))


class MuFunction:
    """An immutable value; always reduced: the numerator is not divisible by 1 - mu while power > 0."""

    __slots__ = ("numerator", "power")

    def __init__(self, numerator, power=0):
        numerator = _trim(numerator)
        while power > 0 and numerator and sum(numerator) == 0:
            quotient, carry = [], 0                # divide by 1 - mu, from the constant term up
            for c in numerator[:-1]:
                carry += c
                quotient.append(carry)
            numerator, power = _trim(quotient), power - 1
        self.numerator, self.power = numerator, power if numerator else 0

    def _over(self, power):
        c = self.numerator
        for _ in range(power - self.power):
            c = _times(c, (1, -1))
        return c

    def __add__(self, other):
        other = _lift(other)
        power = max(self.power, other.power)
        return MuFunction(_plus(self._over(power), other._over(power)), power)

    __radd__ = __add__

    def __mul__(self, other):
        if not isinstance(other, MuFunction):
            return MuFunction((c * other for c in self.numerator), self.power)
        return MuFunction(_times(self.numerator, other.numerator), self.power + other.power)

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -_lift(other)

    def __rsub__(self, other):
        return -self + other

    def __eq__(self, other):
        other = _lift(other)
        return self.numerator == other.numerator and self.power == other.power

    def __hash__(self):
        return hash((self.numerator, self.power))

    def at(self, mu):
        """The exact value at a rational mu."""
        total = Fraction(0)
        for c in reversed(self.numerator):
            total = total * mu + c
        return total / (1 - Fraction(mu)) ** self.power

    def integers(self):
        """Integer numerator list and the least positive denominator."""
        denominator = lcm(*(Fraction(c).denominator for c in self.numerator))
        return [int(c * denominator) for c in self.numerator], denominator


MU = MuFunction((0, 1))


def over_one_minus(value, mu):
    """value / (1 - mu), for the symbol mu or a number."""
    if mu is MU:
        value = _lift(value)
        return MuFunction(value.numerator, value.power + 1)
    return value / (1 - mu)
