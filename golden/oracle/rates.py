"""Numerical orders at a fixed number of iterations, where one wrong coefficient shows as a lower order.

After n steps (n fixed, h -> 0) method and order-k model differ by O(h^(k+2)): every step adds one local defect.
"""

from fractions import Fraction
from math import log2

from . import methods
from .catalogue import expression
from .differentials import Objective
from .expression import parse
from .fixed import BITS, fixed, largest
from .flow import ModelField, extrapolate
from .runs import EVERY_FUNCTION, Run
from .trajectories import Simulation
from .trees import up_to

START = [Fraction("0.5"), Fraction("-0.4"), Fraction("0.3")]
VELOCITY = tuple(Fraction(v) for v in ("1", "-1/2", "2/3"))
STEPS = (Fraction(1, 2 ** 14), Fraction(1, 2 ** 16))


def _slope(errors):
    return log2(errors[0] / errors[1]) / log2(STEPS[0] / STEPS[1])


def _difference(h, *options):
    return largest(Simulation(Run("", EVERY_FUNCTION, START, h, *options)).difference())


def heavy_ball(order, momentum, model, iterations=6):
    mode = "manifold" if model == "stationary" else "rest"
    return _slope([_difference(h, momentum, iterations, order, model, mode) for h in STEPS])


def with_momentum(order, momentum, initial_momentum, iterations=6):
    """From x_{-1} = x_0 + C h grad L(x_0) - h v, at a quarter of the steps: here the next term is larger."""
    return _slope([
        _difference(h, momentum, iterations, order, "per-iteration", "momentum", initial_momentum, VELOCITY)
        for h in (step / 4 for step in STEPS)
    ])


def nesterov(order, momentum):
    """One step of x_{n+1} = y_n + h g(y_n), y_n = x_n + mu (x_n - x_{n-1}), started on the model's trajectory."""
    objective = Objective(parse(expression(EVERY_FUNCTION)), 3)
    x, mu, errors = [fixed(v) for v in START], fixed(momentum), []
    for h in STEPS:
        field = ModelField(objective, methods.nesterov_stationary(up_to(order + 1), momentum), h)
        previous, expected = extrapolate(field, x, -fixed(h)), extrapolate(field, x, fixed(h))
        y = [a + (mu * (a - b) >> BITS) for a, b in zip(x, previous)]
        moved = [a + (fixed(h) * b >> BITS) for a, b in zip(y, objective.descent(y))]
        errors.append(largest([a - b for a, b in zip(moved, expected)]))
    return _slope(errors)
