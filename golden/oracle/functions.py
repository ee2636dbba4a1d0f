"""Taylor coefficients f^(j)(u)/j!, j = 0..count, of the elementary functions at a scalar point (fixed point)."""

import mpmath

from .fixed import BITS, UNIT, fixed, real


def _exp(u, count):
    e = fixed(mpmath.exp(real(u)))
    result = [e]
    for j in range(1, count + 1):
        result.append(result[-1] // j)
    return result


def _cycle(values, count):
    result, factorial = [], 1
    for j in range(count + 1):
        factorial *= max(j, 1)
        result.append(values[j % len(values)] // factorial)
    return result


def _sin(u, count):
    s, c = fixed(mpmath.sin(real(u))), fixed(mpmath.cos(real(u)))
    return _cycle([s, c, -s, -c], count)


def _cos(u, count):
    s, c = fixed(mpmath.sin(real(u))), fixed(mpmath.cos(real(u)))
    return _cycle([c, -s, -c, s], count)


def _sinh(u, count):
    return _cycle([fixed(mpmath.sinh(real(u))), fixed(mpmath.cosh(real(u)))], count)


def _cosh(u, count):
    return _cycle([fixed(mpmath.cosh(real(u))), fixed(mpmath.sinh(real(u)))], count)


def _log(u, count):
    result, reciprocal = [fixed(mpmath.log(real(u)))], UNIT * UNIT // u
    power = -UNIT
    for j in range(1, count + 1):
        power = -(power * reciprocal >> BITS)
        result.append(power // j)
    return result


def power(exponent):
    def coefficients(u, count):
        value = mpmath.mpf(exponent.numerator) / exponent.denominator
        result = [fixed(real(u) ** value)]
        for j in range(1, count + 1):
            p = exponent - j + 1
            result.append(result[-1] * p.numerator * UNIT // (p.denominator * j * u))
        return result
    return coefficients


def _riccati(first, q0, q1, q2, count):
    """The solution of y' = q0 + q1 y + q2 y^2 with integer q's."""
    y = [first]
    for j in range(count):
        square = sum(y[i] * y[j - i] for i in range(j + 1)) >> BITS
        y.append(((q0 * UNIT if j == 0 else 0) + q1 * y[j] + q2 * square) // (j + 1))
    return y


def _tan(u, count):
    return _riccati(fixed(mpmath.tan(real(u))), 1, 0, 1, count)


def _tanh(u, count):
    return _riccati(fixed(mpmath.tanh(real(u))), 1, 0, -1, count)


def _sigmoid(u, count):
    return _riccati(fixed(1 / (1 + mpmath.exp(-real(u)))), 0, 1, -1, count)


def _integral(first, y, count):
    return [first] + [y[j] // (j + 1) for j in range(count)]


def _softplus(u, count):
    """log(1 + e^u), whose derivative is the sigmoid."""
    e = mpmath.exp(real(u))
    sigmoid = _riccati(fixed(e / (1 + e)), 0, 1, -1, count)
    return _integral(fixed(mpmath.log(1 + e)), sigmoid, count)


def _logcosh(u, count):
    return _integral(fixed(mpmath.log(mpmath.cosh(real(u)))), _tanh(u, count), count)


def _atan(u, count):
    """1/(1 + (u + e)^2) by its linear recurrence, integrated."""
    q0, q1 = UNIT + (u * u >> BITS), 2 * u
    r = []
    for j in range(count):
        rest = (UNIT if j == 0 else 0) - (q1 * r[-1] >> BITS if j > 0 else 0) - (r[-2] if j > 1 else 0)
        r.append(rest * UNIT // q0)
    return _integral(fixed(mpmath.atan(real(u))), r, count)


TABLE = {
    "exp": _exp, "log": _log, "sin": _sin, "cos": _cos, "tan": _tan, "sinh": _sinh, "cosh": _cosh,
    "tanh": _tanh, "atan": _atan, "softplus": _softplus, "sigmoid": _sigmoid, "logcosh": _logcosh,
}
