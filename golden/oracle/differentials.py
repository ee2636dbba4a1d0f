"""Gradients over a truncated algebra (forward values, reverse sweep) and elementary differentials of g = -grad L."""

from math import factorial

from .fixed import BITS, UNIT, fixed
from .functions import TABLE, power
from .jets import algebra
from .trees import VELOCITY, groups


def _scale(c, v):
    """A fixed-point scalar times an element; a plain int stands for a constant element."""
    if isinstance(v, int):
        return c * v >> BITS
    return tuple(c * p >> BITS for p in v)


class Objective:
    def __init__(self, program, dimension):
        self.dimension = dimension
        self.root, self.nodes = program.root, []
        for kind, *rest in program.nodes:
            if kind == "lin":
                rest = [fixed(rest[0]), [(fixed(c), a) for c, a in rest[1]]]
            elif kind == "fn":
                rest = [TABLE[rest[0]] if isinstance(rest[0], str) else power(rest[0]), rest[1]]
            elif kind == "var" and rest[0] >= dimension:
                raise ValueError(f"x{rest[0] + 1} in an objective of {dimension} variables")
            self.nodes.append((kind, *rest))

    def forward(self, A, x, taylor):
        """Values of all nodes, and the derivative of every function node, at the vector x over A.

        `taylor` caches the scalar Taylor coefficients of the function nodes; it belongs to one base point.
        """
        values, slopes = [], {}
        for number, (kind, *rest) in enumerate(self.nodes):
            if kind == "var":
                value = x[rest[0]]
            elif kind == "mul":
                value = A.multiply(values[rest[0]], values[rest[1]])
            elif kind == "fn":
                argument = values[rest[1]]
                known = taylor.get(number)
                if known is None or len(known) < A.depth + 2:
                    known = taylor[number] = rest[0](argument[0], max(A.depth + 1, taylor.get("count", 0)))
                value, slopes[number] = A.compose(known, argument)
            else:
                total = [rest[0]] + [0] * (A.size - 1)
                for c, a in rest[1]:
                    for i, v in enumerate(values[a]):
                        total[i] += c * v >> BITS
                value = tuple(total)
            values.append(value)
        return values, slopes

    def value(self, x):
        A = algebra(())
        return self.forward(A, [(v,) for v in x], {})[0][self.root][0]

    def gradient(self, A, x, taylor):
        values, slopes = self.forward(A, x, taylor)
        adjoints = [None] * len(values)
        adjoints[self.root] = UNIT
        result = [(0,) * A.size] * self.dimension

        def add(node, v):
            old = adjoints[node]
            if old is None:
                adjoints[node] = v
                return
            if isinstance(old, int) and isinstance(v, int):
                adjoints[node] = old + v
                return
            old, v = (A.constant(w) if isinstance(w, int) else w for w in (old, v))
            adjoints[node] = tuple(p + q for p, q in zip(old, v))

        def times(v, element):
            return _scale(v, element) if isinstance(v, int) else A.multiply(v, element)

        for number in range(len(values) - 1, -1, -1):
            v = adjoints[number]
            if v is None:
                continue
            kind, *rest = self.nodes[number]
            if kind == "var":
                result[rest[0]] = A.constant(v) if isinstance(v, int) else v
            elif kind == "mul":
                add(rest[0], times(v, values[rest[1]]))
                add(rest[1], times(v, values[rest[0]]))
            elif kind == "fn":
                add(rest[1], times(v, slopes[number]))
            else:
                for c, a in rest[1]:
                    add(a, _scale(c, v))
        return result

    def descent(self, x):
        """g(x) = -grad L(x)."""
        A = algebra(())
        return [-c[0] for c in self.gradient(A, [(v,) for v in x], {})]

    def elementary(self, trees, x, velocity=None):
        """F(t)(x) for the given trees, which must contain the children of each and come after them.

        The velocity leaf stands for the vector `velocity`.
        """
        taylor = {"count": max(len(t) for t in trees) + 1}
        result = {}
        for t in trees:
            if t is VELOCITY:
                result[t] = velocity
                continue
            children = groups(t)
            A = algebra(tuple(m for _, m in children))
            point = []
            for i in range(self.dimension):
                coefficients = [0] * A.size
                coefficients[0] = x[i]
                for j, (child, _) in enumerate(children):
                    unit = tuple(int(k == j) for k in range(len(children)))
                    coefficients[A.index[unit]] = result[child][i]
                point.append(tuple(coefficients))
            factor = -1
            for _, multiplicity in children:
                factor *= factorial(multiplicity)
            result[t] = [factor * c[-1] for c in self.gradient(A, point, taylor)]
        return result
