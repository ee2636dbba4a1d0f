"""Checks of the oracle against itself and against published values: quick ones, and slow numerical ones."""

from dataclasses import replace
from fractions import Fraction
from math import comb, factorial, log2

from mpmath import exp, log, mpf

from . import methods, rates, trees as T
from .catalogue import IRIS, expression
from .collocation import collocate
from .differentials import Objective
from .expression import parse
from .fixed import UNIT, fixed, largest, real
from .flow import ModelField, extrapolate
from .functional import stationary_terms
from .group import exponential, inverse, logarithm, product_at
from .iterates import Iterates
from .rational import MU, MuFunction
from .runs import EVERY_FUNCTION, MIXED, RUNS, Run
from .tensors import Tensors
from .trajectories import Simulation

LIMIT = mpf(10) ** -50
LABELS = {MIXED: "the mixed objective", EVERY_FUNCTION: "every function"}
BERNOULLI = [Fraction(v) for v in ("1", "-1/2", "1/6", "0", "-1/30", "0", "1/42")]
EULER_TO_ORDER_FOUR = [Fraction(v) for v in ("1", "-1/2", "1/6", "1/3", "0", "-1/12", "-1/6", "-1/4")]
HEAVY_BALL_TO_ORDER_FOUR = {
    "[]": ([1], 1), "[[]]": ([-1, -1], 2), "[[][]]": ([1, 10, 1], 6), "[[[]]]": ([1, 4, 1], 3),
    "[[][][]]": ([0, -3, -3], 1), "[[][[]]]": ([-1, -29, -29, -1], 12), "[[[][]]]": ([-1, -17, -17, -1], 6),
    "[[[[]]]]": ([-1, -9, -9, -1], 4),
}
NESTEROV_TO_ORDER_THREE = {
    "[]": ([1], 1), "[[]]": ([-1, 1, -2], 2), "[[][]]": ([1, 4, 7, -6, 6], 6), "[[[]]]": ([1, -2, 7, -3, 3], 3),
}


def logarithm2(a, b):
    return log2(a / b)


def _chain(m):
    t = T.LEAF
    for _ in range(m - 1):
        t = (t,)
    return t


def _matches(coefficients, table):
    by_name = {T.bracket(t): value for t, value in coefficients.items()}
    return all(by_name[name].integers() == expected for name, expected in table.items())


def _powers(forward, t):
    """forward to the number of ordinary nodes of t, times mu to that of velocity leaves."""
    value, velocities = MuFunction((1,)), T.plain(t)[1]
    for _ in range(T.order(t) - velocities):
        value = value * forward
    for _ in range(velocities):
        value = value * MU
    return value


def quick():
    """Exact statements; returns the names of those that fail."""
    trees = T.up_to(7)
    a = methods.heavy_ball_stationary_map(trees)
    b, back = logarithm(a, trees), inverse(a, trees)
    nesterov, euler = methods.nesterov_stationary(trees), methods.gradient_descent(trees)
    maps = methods.heavy_ball_maps(T.up_to(5), 3)
    started = T.up_to(5, velocity=True)
    start_maps = methods.heavy_ball_maps(started, 2, initial_momentum=Fraction(-3, 2))
    start_fields = [logarithm(m, started) for m in start_maps]
    forward = 1 + MU * Fraction(-3, 2)
    chains = all(
        b[_chain(m)] == MuFunction(
            [Fraction((-1) ** (m - 1) * comb(m - 1, k) ** 2, m) for k in range(m)], 2 * m - 1)
        for m in range(1, 8))
    results = {
        "the inverse is one from the left and from the right":
            all(product_at(a, back, t) == 0 and product_at(back, a, t) == 0 for t in trees),
        "the stationary map solves a = delta - mu a^{-1}":
            all(a[t] == methods.euler(trees)[t] - MU * back[t] for t in trees),
        "exp(log a) = a, stationary": exponential(b, trees) == a,
        "exp(log a_n) = a_n for n up to 3":
            all(exponential(logarithm(m, T.up_to(5)), T.up_to(5)) == m for m in maps),
        "exp(log a_n) = a_n with velocity leaves":
            all(exponential(b, started) == m for b, m in zip(start_fields, start_maps)),
        "the first step from a start with momentum is Euler for (1 + mu C) g + mu v":
            all(start_fields[0][t] == _powers(forward, t) * euler[T.plain(t)[0]].at(0) for t in started),
        "momentum zero forgets the start":
            all(b[t].at(0) == (0 if T.plain(t)[1] else euler[t].at(0)) for b in start_fields for t in started),
        "a start without C and v is a start at rest":
            methods.heavy_ball_maps(T.up_to(5), 3) == [
                {t: m[t] for t in T.up_to(5)} for m in methods.heavy_ball_maps(started, 3)],
        "heavy ball to order 4": _matches(b, HEAVY_BALL_TO_ORDER_FOUR),
        "Nesterov to order 3": _matches(nesterov, NESTEROV_TO_ORDER_THREE),
        "Euler's modified equation to order 4":
            [euler[t].at(0) for t in T.up_to(4)] == EULER_TO_ORDER_FOUR,
        "bushy trees of Euler are Bernoulli numbers":
            [euler[(T.LEAF,) * m].at(0) for m in range(7)] == BERNOULLI,
        "momentum zero is Euler": all(b[t].at(0) == euler[t].at(0) == nesterov[t].at(0) for t in trees),
        "chains of heavy ball": chains,
        "heavy ball backwards is heavy ball with 1/mu":
            all(b[t].at(2) == -Fraction(1, 2) ** T.order(t) * b[t].at(Fraction(1, 2)) for t in trees),
        "numbers of rooted trees (A000081)": [len(T.of_order(n)) for n in range(1, 11)] == T.counts(10),
        "numbers of trees with velocity leaves":
            [len(T.of_order(n, velocity=True)) for n in range(1, 9)] == T.velocity_counts(8),
        "numbers of free trees (A000055)": [len(T.free_classes(n)) for n in range(1, 11)] == T.free_counts(10),
        "monotonic labellings add up to (n-1)!":
            all(sum(T.alpha(t) for t in T.of_order(n)) == factorial(n - 1) for n in range(1, 10)),
    }
    return [name for name, holds in results.items() if not holds]


def _relative(computed, expected):
    scale = max(1, max(abs(v) for v in expected))
    return max(abs(p - q) for p, q in zip(computed, expected)) / scale


def _differentials():
    cases = [
        ("@rosenbrock", "-1.2,1", 6), ("@beale", "1,1", 5), (MIXED, "0.9,-0.6", 5),
        (EVERY_FUNCTION, "0.5,-0.4,0.3", 4), ("@exponential", "0.5,0.25", 5), ("@log-cosh", "1,0.5", 5),
        ("@xor-network", "0.5,-0.3,0.4,0.6,0.1,-0.2,0.7,-0.5,0.1", 3),
        ("@logistic-iris", "0.5,-0.5,0.25,0.5,0", 3),
    ]
    for name, start, order in cases:
        text, x = expression(name), [fixed(Fraction(v)) for v in start.split(",")]
        trees = T.up_to(order)
        ours, theirs = Objective(parse(text), len(x)).elementary(trees, x), Tensors(text, x)
        worst = max(_relative([real(v) for v in ours[t]], theirs.elementary(t)) for t in trees)
        yield f"differentials to order {order} by finite differences, {LABELS.get(name, name)}", worst, LIMIT


def _iris():
    """The regularized logistic loss straight from the rows, -log of the product of the row probabilities."""
    x, total = [mpf(v) for v in ("0.5", "-0.5", "0.25", "0.5", "0")], mpf(0)
    for row in IRIS.read_text().split()[1:]:
        sl, sw, pl, pw, species = row.split(",")
        m = (x[0] * (mpf(sl) - mpf("5.8")) / mpf("0.8") + x[1] * (mpf(sw) - mpf("3.1")) / mpf("0.4")
             + x[2] * (mpf(pl) - mpf("3.8")) / mpf("1.8") + x[3] * (mpf(pw) - mpf("1.2")) / mpf("0.8") + x[4])
        probability = 1 / (1 + exp(-m))
        total -= log(probability if species == "virginica" else 1 - probability)
    total = total / 150 + sum(v * v for v in x) / 100
    ours = Objective(parse(expression("@logistic-iris")), 5).value([fixed(v) for v in x])
    yield "the loss of @logistic-iris from the rows", abs(real(ours) - total), LIMIT


def _functional():
    cases = [
        ("@double-well", "0.5,1", "1/2", 5), (MIXED, "0.9,-0.6", "9/10", 5),
        (EVERY_FUNCTION, "0.5,-0.4,0.3", "1/4", 5), ("@matrix-factorization", "1/2,1/3,1/4,1/5", "1/2", 5),
        ("@xor-network", "0.5,-0.3,0.4,0.6,0.1,-0.2,0.7,-0.5,0.1", "1/2", 4),
        ("@logistic-iris", "0.5,-0.5,0.25,0.5,0", "3/4", 3),
    ]
    for name, start, momentum, order in cases:
        text, x = expression(name), [fixed(Fraction(v)) for v in start.split(",")]
        mu, trees = Fraction(momentum), T.up_to(order + 1)
        objective, b = Objective(parse(text), len(x)), methods.heavy_ball_stationary(trees, Fraction(momentum))
        terms, worst = stationary_terms(objective, x, mu, order), 0
        for j, term in enumerate(terms):
            level = {t: b[t] if T.order(t) == j + 1 else Fraction(0) for t in trees}
            tree_sum = ModelField(objective, level, Fraction(1))(x)
            worst = max(worst, _relative([real(v) for v in term], [real(v) for v in tree_sum]))
        yield f"functional equation to order {order}, mu {momentum}, {LABELS.get(name, name)}", worst, LIMIT


def _iterates():
    """Fields of single iterations, summed over trees and from differences of iterates of the map."""
    cases = [
        ("@rosenbrock", "-1.2,1", "150,-40", "1/2", "0", 5), ("@double-well", "0.5,1", "3/4,-5/3", "1/4", "-2", 5),
        (MIXED, "0.9,-0.6", "-2/3,1/2", "1/2", "3/2", 4),
        (EVERY_FUNCTION, "0.5,-0.4,0.3", "1,-1/2,2/3", "9/10", "1/3", 4),
        (EVERY_FUNCTION, "0.5,-0.4,0.3", "0,0,0", "1/2", "0", 4),
    ]
    for name, start, velocity, momentum, initial, order in cases:
        x, v = ([fixed(Fraction(c)) for c in text.split(",")] for text in (start, velocity))
        mu, c, trees = Fraction(momentum), Fraction(initial), T.up_to(order + 1, velocity=True)
        objective, worst = Objective(parse(expression(name)), len(x)), 0
        iterates = Iterates(objective, x, mu, c, v, order)
        for n, b in enumerate(methods.heavy_ball_fields(trees, 2, mu, c)):
            for j, term in enumerate(iterates.field(n)):
                level = {t: b[t] if T.order(t) == j + 1 else Fraction(0) for t in trees}
                tree_sum = ModelField(objective, level, Fraction(1), v)(x)
                worst = max(worst, _relative([real(a) for a in term], [real(a) for a in tree_sum]))
        yield (f"iterates of maps 0 to 2, order {order}, mu {momentum}, C {initial}, v {velocity}, "
               f"{LABELS.get(name, name)}", worst, LIMIT)


def _starts():
    """The states of a start with C are those of a start with the velocity v = -C grad L(x_0)."""
    for name in ("mixed-order3-momentum", "double-well-order4-momentum"):
        run = next(run for run in RUNS if run.name == name)
        objective, c = Objective(parse(expression(run.objective)), len(run.start)), run.initial_momentum
        slope = [Fraction(g, UNIT) for g in objective.descent([fixed(v) for v in run.start])]
        velocity = tuple(v + c * g for v, g in zip(run.initial_velocity, slope))
        moved = replace(run, order=0, initial_momentum=Fraction(0), initial_velocity=velocity)
        one, two = (Simulation(r).method for r in (replace(run, order=0), moved))
        apart = max(largest([a - b for a, b in zip(p, q)]) for p, q in zip(one, two))
        yield f"states from C and v, and from v - C grad L(x_0) alone, {name}", real(apart), LIMIT


def _integrators():
    for name in ("mixed-order3", "one-variable-order5", "matrix-factorization-order2-stationary",
                 "mixed-order3-momentum"):
        run = next(run for run in RUNS if run.name == name)
        objective = Objective(parse(expression(run.objective)), len(run.start))
        started, x = run.start_mode == "momentum", [fixed(v) for v in run.start]
        fields = methods.heavy_ball_fields(T.up_to(run.order + 1, started), 5, run.momentum, run.initial_momentum)
        field = ModelField(objective, fields[5], run.step, [fixed(v) for v in run.initial_velocity])
        one, two = extrapolate(field, x, fixed(run.step)), collocate(field, x, fixed(run.step))
        yield (f"extrapolation and Gauss-Legendre collocation over one step, {name}",
               real(largest([a - b for a, b in zip(one, two)])), LIMIT)


def _ladder():
    """Known largest errors over the grid for the mixed objective, order 3, T = 1/2, mu = 1/2."""
    for steps, expected in ((16, "1.697e-5"), (32, "1.5502e-6"), (64, "1.1499e-7")):
        run = Run("", MIXED, [Fraction("0.9"), Fraction("-0.6")], Fraction(1, 2 * steps), Fraction(1, 2), steps, 3)
        done = Simulation(run)
        error = max(largest([a - b for a, b in zip(p, q)]) for p, q in zip(done.method, done.model))
        digits = len(expected.split("e")[0]) - 1
        rounded = Fraction(f"{float(real(error)):.{digits - 1}e}")
        yield f"largest error with {steps} steps is {expected}", float(abs(rounded - Fraction(expected))), 0


def _rates():
    half, limit = Fraction(1, 2), 0.02
    for order in range(6):
        for model in ("per-iteration", "stationary"):
            found = rates.heavy_ball(order, half, model)
            yield f"six steps of heavy ball, {model}, order {order}: rate {found:.4f}", abs(found - order - 2), limit
        found = rates.with_momentum(order, half, Fraction(3, 2))
        yield f"six steps of heavy ball from C and v, order {order}: rate {found:.4f}", abs(found - order - 2), limit
        found = rates.nesterov(order, half)
        yield f"one step of Nesterov, order {order}: rate {found:.4f}", abs(found - order - 2), limit
        found = rates.heavy_ball(order, Fraction(0), "per-iteration")
        yield f"six steps of gradient descent, order {order}: rate {found:.4f}", abs(found - order - 2), limit


def slow():
    """(name, deviation, limit)."""
    yield from _iris()
    yield from _rates()
    yield from _ladder()
    yield from _functional()
    yield from _iterates()
    yield from _starts()
    yield from _integrators()
    yield from _differentials()
