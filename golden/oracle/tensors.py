"""Elementary differentials by contraction of derivative tensors that mpmath's numerical differentiation supplies.

Nothing is shared with the parser, the truncated algebras or the reverse sweep: the expression is evaluated by
Python itself, and every partial derivative is a finite difference at a raised precision.
"""

import re
from itertools import product

import mpmath

from .fixed import real

FUNCTIONS = {name: getattr(mpmath, name)
             for name in ("exp", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "atan", "sqrt", "mpf")}
FUNCTIONS["softplus"] = lambda u: mpmath.log(1 + mpmath.exp(u))
FUNCTIONS["sigmoid"] = lambda u: 1 / (1 + mpmath.exp(-u))
FUNCTIONS["logcosh"] = lambda u: mpmath.log(mpmath.cosh(u))


class Tensors:
    def __init__(self, expression, x):
        numbers = re.sub(r"(?<![\w.])(\d+\.?\d*)", r"mpf('\1')", expression)
        names = ",".join(f"x{i + 1}" for i in range(len(x)))
        self.function = eval(f"lambda {names}: " + numbers.replace("^", "**"), dict(FUNCTIONS))
        self.point = tuple(real(v) for v in x)
        self.partials = {}

    def partial(self, indices):
        """The derivative of L in the directions of the given coordinates."""
        counts = tuple(indices.count(i) for i in range(len(self.point)))
        if counts not in self.partials:
            self.partials[counts] = mpmath.diff(self.function, self.point, counts)
        return self.partials[counts]

    def elementary(self, t):
        """F(t)(x) for g = -grad L: one sum over coordinates per child."""
        children = [self.elementary(child) for child in t]
        dimension = range(len(self.point))
        result = []
        for i in dimension:
            total = mpmath.mpf(0)
            for indices in product(dimension, repeat=len(children)):
                term = self.partial((i,) + indices)
                for child, j in zip(children, indices):
                    term *= child[j]
                total += term
            result.append(-total)
        return result
