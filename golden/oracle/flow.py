"""The model's field, and its flow by extrapolation of the explicit midpoint rule (Gragg, Bulirsch, Stoer)."""

from .fixed import BITS, fixed, largest, power_of_ten
from .trees import order, sigma

TOLERANCE = power_of_ten(-56)


class ModelField:
    """x -> sum over trees of h^(|t|-1) b(t)/sigma(t) F(t)(x), for exact rational coefficients b and step h.

    The fixed-point vector `velocity` is what velocity leaves stand for.
    """

    def __init__(self, objective, coefficients, step, velocity=None):
        self.objective, self.velocity = objective, velocity
        self.trees = list(coefficients)
        self.weights = [fixed(b * step ** (order(t) - 1) / sigma(t)) for t, b in coefficients.items()]

    def __call__(self, x):
        differentials = self.objective.elementary(self.trees, x, self.velocity)
        return [
            sum(w * differentials[t][i] for w, t in zip(self.weights, self.trees)) >> BITS
            for i in range(self.objective.dimension)
        ]


def _midpoint(field, x, slope, span, count):
    """count (even) steps of span/count of the midpoint rule, started by one Euler step."""
    step = span // count
    old, new = x, [a + (step * b >> BITS) for a, b in zip(x, slope)]
    for _ in range(count - 1):
        old, new = new, [a + (2 * step * b >> BITS) for a, b in zip(old, field(new))]
    return new


def extrapolate(field, x, span, most=34):
    """The flow of the field over the fixed-point time span (of either sign)."""
    slope = field(x)
    table, counts = [], []
    for j in range(most):
        counts.append(2 * (j + 1))
        row = [_midpoint(field, x, slope, span, counts[-1])]
        for k in range(1, j + 1):
            p, q = counts[j] ** 2, counts[j - k] ** 2
            row.append([a + (a - b) * q // (p - q) for a, b in zip(row[-1], table[-1][k - 1])])
        if j > 3:
            change = largest([a - b for a, b in zip(row[-1], row[-2])])
            if change < TOLERANCE:
                return row[-1]
        table.append(row)
    raise ArithmeticError("the extrapolation did not converge: take more pieces")


def flow(field, x, span, pieces):
    for _ in range(pieces):
        x = extrapolate(field, x, span // pieces)
    return x
