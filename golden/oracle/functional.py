"""The stationary field without trees: the functional equation of the method along one trajectory.

y(t + h) - (1 + mu) y(t) + mu y(t - h) = h g(y(t)) with y = sum Y_ij t^i h^j gives, by total degree i + j and
within it by increasing j,
  (1 - mu)(i+1) Y_{i+1,j} = [g(y)]_ij - sum_{m=2}^{j+1} (1 + (-1)^m mu)/m! (i+m)!/i! Y_{i+m, j-m+1},
from Y_00 = x and Y_0j = 0. The term of h^j of the field at x is Y_1j.
"""

from fractions import Fraction
from math import factorial

from .fixed import BITS, fixed
from .jets import algebra


def stationary_terms(objective, x, momentum, order):
    """[f_0(x), ..., f_order(x)] in fixed point."""
    A = algebra((order + 1, order))
    dimension = range(objective.dimension)
    y = [list(A.constant(v)) for v in x]
    taylor = {"count": A.depth + 1}
    for degree in range(order + 1):
        gradient = objective.gradient(A, [tuple(c) for c in y], taylor)
        for j in range(degree + 1):
            i = degree - j
            divisor = fixed(1 / ((1 - momentum) * (i + 1)))
            for d in dimension:
                total = -gradient[d][A.index[(i, j)]]
                for m in range(2, j + 2):
                    weight = (1 + (-1) ** m * momentum) * Fraction(factorial(i + m), factorial(m) * factorial(i))
                    total -= fixed(weight) * y[d][A.index[(i + m, j - m + 1)]] >> BITS
                y[d][A.index[(i + 1, j)]] = total * divisor >> BITS
    return [[y[d][A.index[(1, j)]] for d in dimension] for j in range(order + 1)]
