"""Gauss-Legendre collocation of high order: a second integrator, to check the extrapolation."""

import mpmath

from .fixed import BITS, fixed, largest, power_of_ten


def tableau(stages):
    """Nodes, matrix and weights on [0, 1], as fixed-point numbers."""
    mp = mpmath.mp
    nodes = []
    for i in range(stages):
        guess = mpmath.cos(mpmath.pi * (mpmath.mpf(i) + 0.75) / (stages + 0.5))
        for _ in range(12):                        # Newton on the Legendre polynomial by its recurrence
            p, q = mpmath.mpf(1), guess
            for n in range(1, stages):
                p, q = q, ((2 * n + 1) * guess * q - n * p) / (n + 1)
            slope = stages * (guess * q - p) / (guess * guess - 1)
            guess -= q / slope
        nodes.append((1 - guess) / 2)
    with mp.workprec(mp.prec + 200):               # the Vandermonde system loses digits
        powers = mpmath.matrix(stages, stages)
        for j, c in enumerate(nodes):
            for k in range(stages):
                powers[k, j] = c ** k
        inverse = powers ** -1
        ends = nodes + [mpmath.mpf(1)]
        integrals = mpmath.matrix(stages + 1, stages)
        for i, c in enumerate(ends):
            for k in range(stages):
                integrals[i, k] = c ** (k + 1) / (k + 1)
        rows = _rows(integrals, inverse, stages)
    return [[fixed(mpmath.mpf(v)) for v in row] for row in rows]


def _rows(integrals, inverse, stages):
    """Row i integrates the Lagrange basis from 0 to c_i: sum_k inverse[j, k] c_i^(k+1)/(k+1)."""
    return [[sum(inverse[j, k] * integrals[i, k] for k in range(stages)) for j in range(stages)]
            for i in range(stages + 1)]


def collocate(field, x, span, stages=20):
    """One step; the stage equations are solved by fixed-point iteration."""
    *matrix, weights = tableau(stages)
    slopes = [field(x)] * stages
    for _ in range(200):
        new = [field(_moved(x, span, row, slopes)) for row in matrix]
        change = max(largest([a - b for a, b in zip(p, q)]) for p, q in zip(new, slopes))
        slopes = new
        if change < power_of_ten(-60):
            return _moved(x, span, weights, slopes)
    raise ArithmeticError("the stage equations did not converge")


def _moved(x, span, row, slopes):
    result = []
    for d, v in enumerate(x):
        total = sum(a * s[d] for a, s in zip(row, slopes)) >> BITS
        result.append(v + (span * total >> BITS))
    return result
