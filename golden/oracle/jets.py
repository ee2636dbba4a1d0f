"""Truncated polynomial algebras in a few nilpotent generators e_1, ..., e_m with e_i^(degree_i + 1) = 0.

An element is a tuple of fixed-point coefficients, one per monomial, constant term first. The coefficient of
e_1^k1 ... e_m^km in f(x + e_1 u_1 + ... + e_m u_m), times k1! ... km!, is the derivative f(u_1, k1 times, ...).
"""

from functools import lru_cache
from itertools import product

from .fixed import BITS


class Algebra:
    def __init__(self, degrees):
        self.degrees = degrees
        self.monomials = list(product(*(range(d + 1) for d in degrees)))
        self.index = {m: i for i, m in enumerate(self.monomials)}
        self.size = len(self.monomials)
        self.depth = sum(degrees)                  # the longest nonzero product of nilpotent elements
        self.multiply = eval(self._product_source(), {})

    def _product_source(self):
        """Source of the unrolled product: one shift (rounding down) per coefficient."""
        terms = [[] for _ in self.monomials]
        for i, m in enumerate(self.monomials):
            for j, n in enumerate(self.monomials):
                total = tuple(p + q for p, q in zip(m, n))
                if total in self.index:
                    terms[self.index[total]].append(f"a[{i}]*b[{j}]")
        return "lambda a, b: (" + ",".join(f"({'+'.join(t)})>>{BITS}" for t in terms) + ",)"

    def constant(self, v):
        return (v,) + (0,) * (self.size - 1)

    def compose(self, taylor, u):
        """f(u) and f'(u) for the scalar Taylor coefficients of f at the constant term of u."""
        value = [taylor[0]] + [0] * (self.size - 1)
        slope = [taylor[1]] + [0] * (self.size - 1)
        nilpotent = (0,) + u[1:]
        power = nilpotent
        for j in range(1, self.depth + 1):
            if j > 1:
                power = self.multiply(power, nilpotent)
            c, d = taylor[j], (j + 1) * taylor[j + 1]
            for i in range(1, self.size):
                p = power[i]
                if p:
                    value[i] += c * p >> BITS
                    slope[i] += d * p >> BITS
        return tuple(value), tuple(slope)


@lru_cache(None)
def algebra(degrees):
    return Algebra(degrees)
