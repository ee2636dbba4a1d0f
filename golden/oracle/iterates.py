"""The field of one iteration without trees: Newton's forward differences of iterates of the map, as series in h.

If phi is the flow of f over the time h, then h f(x) = log(1 + D) x = D x - D^2 x/2 + D^3 x/3 - ..., where D^k x is the
k-th difference of x, phi(x), phi(phi(x)), .... For phi = id + O(h) it is O(h^k), so that the sum ends. The map
phi_n = id + h g + mu (id - phi_{n-1}^{-1}) is applied by its definition, its inverse by fixed-point iteration.
"""

from .fixed import BITS, fixed
from .jets import algebra


class Iterates:
    """Heavy ball at the point x with x_{-1} = x_0 - C h g(x_0) - h v, to the power h^(order + 1)."""

    def __init__(self, objective, x, momentum, initial_momentum, velocity, order):
        self.objective, self.degree, self.algebra = objective, order + 1, algebra((order + 1,))
        self.momentum, self.initial_momentum = fixed(momentum), fixed(initial_momentum)
        self.start, self.velocity = ([self.algebra.constant(v) for v in w] for w in (x, velocity))
        self.taylor = {"count": self.algebra.depth + 1}   # all points have the constant term x

    def field(self, n):
        """[f_0(x), ..., f_order(x)] of iteration n, in fixed point."""
        iterates = [self.start]
        for _ in range(self.degree):
            iterates.append(self._map(n, iterates[-1]))
        total = [[0] * (self.degree + 1) for _ in self.start]
        for k in range(1, self.degree + 1):
            iterates = [_plus(q, p, -1) for p, q in zip(iterates, iterates[1:])]
            for row, difference in zip(total, iterates[0]):
                for i, c in enumerate(difference):
                    row[i] += (c if k % 2 else -c) // k
        return [[row[j] for row in total] for j in range(1, self.degree + 1)]

    def _map(self, n, y):
        moved = _plus(y, self._slope(y))
        return _plus(moved, _times(self.momentum, _plus(y, self._back(n - 1, y), -1)))

    def _back(self, n, y):
        """The inverse of the map of iteration n, -1 being the start."""
        if n < 0:
            return _plus(y, _plus(_times(self.initial_momentum, self._slope(y)), _by_step(self.velocity)), -1)
        x = y
        for _ in range(self.degree):                      # each gains a power of h
            x = _plus(y, _plus(self._map(n, x), x, -1), -1)
        return x

    def _slope(self, y):
        """h g(y)."""
        gradient = self.objective.gradient(self.algebra, y, self.taylor)
        return _by_step([tuple(-c for c in v) for v in gradient])


def _by_step(vector):
    return [(0,) + v[:-1] for v in vector]


def _plus(one, other, sign=1):
    return [tuple(a + sign * b for a, b in zip(v, w)) for v, w in zip(one, other)]


def _times(scalar, vector):
    return [tuple(scalar * c >> BITS for c in v) for v in vector]
