"""The Butcher group by admissible cuts, over any commutative ring (functions of mu, or rational numbers).

A cut removes edges of a tree, at most one on each way from the root to a leaf: what is left at the root is the
trunk, the rest the pruned forest. A coefficient function is a dict tree -> value, with value 1 on the empty tree.
B(b, B(a, y)) = B(product(a, b), y): the pruned part belongs to the map that acts first.
"""

from fractions import Fraction
from functools import lru_cache

from .trees import VELOCITY, order, tree


@lru_cache(None)
def cuts(t):
    """All (pruned forest, trunk) with a trunk that contains the root; the empty cut comes first."""
    if t is VELOCITY:
        return (((), t),)
    partial = [((), ())]
    for child in t:
        choices = [(forest, (trunk,)) for forest, trunk in cuts(child)] + [((child,), ())]
        partial = [(p + forest, kept + trunk) for p, kept in partial for forest, trunk in choices]
    return tuple((forest, tree(kept)) for forest, kept in partial)


def on_forest(a, forest):
    value = 1
    for t in forest:
        value = value * a[t]
    return value


def product_at(a, b, t):
    return a[t] + b[t] + proper(a, b, t)


def proper(a, b, t):
    """The part of the product at t over cuts that are neither empty nor total: a and b on smaller trees."""
    total = 0
    for forest, trunk in cuts(t)[1:]:
        total = total + on_forest(a, forest) * b[trunk]
    return total


def inverse(a, trees):
    """Antipode recursion: (inverse * a)(t) = 0 gives inverse(t) = -a(t) - proper(inverse, a)(t)."""
    result = {}
    for t in trees:
        result[t] = -a[t] - proper(result, a, t)
    return result


def logarithm(a, trees):
    """Convolution logarithm: log a = sum_k (-1)^(k+1)/k (a - e)^k with e the neutral element.

    With the character a on the pruned side, powers of a - e are needed on trees only:
    (a - e)^k (t) = sum over proper cuts of a(forest) (a - e)^(k-1) (trunk).
    """
    result, power, k = dict(a), dict(a), 1
    while any(order(t) > k for t in trees):
        k += 1
        power = {t: proper(a, power, t) for t in trees}
        factor = Fraction((-1) ** (k + 1), k)
        for t in trees:
            result[t] = result[t] + power[t] * factor
    return result


def exponential(b, trees):
    """Convolution exponential sum_k b^k / k! of an infinitesimal character b (logarithm's inverse, for checks).

    b vanishes on every forest of more than one tree, so only cuts that remove a single edge count.
    """
    result, power, factor, k = dict(b), dict(b), Fraction(1), 1
    while any(order(t) > k for t in trees):
        k += 1
        factor /= k
        power = {
            t: sum((b[forest[0]] * power[trunk] for forest, trunk in cuts(t) if len(forest) == 1), 0)
            for t in trees
        }
        for t in trees:
            result[t] = result[t] + power[t] * factor
    return result
