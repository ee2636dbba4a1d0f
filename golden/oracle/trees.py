"""Rooted trees as nested tuples of children, each tuple in canonical order.

Canonical order: smaller trees first; among trees of one size, lexicographic by children. A leaf may be the velocity
leaf, which comes after the other: a node like any other in order and symmetry, but a constant vector, so that nothing
grows on it.
"""

from functools import lru_cache
from math import factorial

LEAF = ()


class _Velocity:
    """A node without children that differs from LEAF."""

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


VELOCITY = _Velocity()


@lru_cache(None)
def order(tree):
    return 1 + sum(order(child) for child in tree)


@lru_cache(None)
def key(tree):
    if tree is VELOCITY:
        return (1, (key(LEAF),))
    return (order(tree), tuple(key(child) for child in tree))


def tree(children):
    return tuple(sorted(children, key=key))


@lru_cache(None)
def of_order(n, velocity=False):
    """All rooted trees with n nodes, in canonical order; where asked for, leaves may be velocity leaves."""
    if velocity and n == 1:
        return (LEAF, VELOCITY)
    smaller = [t for m in range(1, n) for t in of_order(m, velocity)]

    def forests(weight, start):
        if weight == 0:
            yield ()
        for i in range(start, len(smaller)):
            if order(smaller[i]) > weight:
                break
            for rest in forests(weight - order(smaller[i]), i):
                yield (smaller[i],) + rest

    return tuple(forests(n - 1, 0))


def up_to(n, velocity=False):
    return [t for m in range(1, n + 1) for t in of_order(m, velocity)]


def bracket(t):
    if t is VELOCITY:
        return "v"
    return "[" + "".join(bracket(child) for child in t) + "]"


def plain(t):
    """The tree with an ordinary leaf in place of each velocity leaf, and the number of those."""
    if t is VELOCITY:
        return LEAF, 1
    children = [plain(child) for child in t]
    return tree(child for child, _ in children), sum(number for _, number in children)


def groups(t):
    """Distinct children with their multiplicities."""
    result = {}
    for child in t:
        result[child] = result.get(child, 0) + 1
    return list(result.items())


@lru_cache(None)
def sigma(t):
    """Symmetry: the number of automorphisms."""
    value = 1
    for child, multiplicity in groups(t):
        value *= sigma(child) ** multiplicity * factorial(multiplicity)
    return value


@lru_cache(None)
def gamma(t):
    """Density: the product of the sizes of all subtrees."""
    value = order(t)
    for child in t:
        value *= gamma(child)
    return value


def alpha(t):
    """The number of monotonic labellings, |t|!/(sigma gamma)."""
    return factorial(order(t)) // (sigma(t) * gamma(t))


def rootings(t):
    """All rooted trees that have the same underlying free tree as t."""
    seen, todo = {t}, [t]
    while todo:
        current = todo.pop()
        for i, child in enumerate(current):
            moved = tree(child + (tree(current[:i] + current[i + 1:]),))
            if moved not in seen:
                seen.add(moved)
                todo.append(moved)
    return seen


def free_classes(n):
    """The rooted trees with n nodes, partitioned by their free tree."""
    classes, done = [], set()
    for t in of_order(n):
        if t not in done:
            members = rootings(t)
            done |= members
            classes.append(sorted(members, key=key))
    return classes


def counts(limit):
    """A000081 by Cayley's product formula (no enumeration): an independent check of of_order."""
    r = [0, 1]
    for n in range(1, limit):
        total = 0
        for k in range(1, n + 1):
            total += sum(d * r[d] for d in range(1, k + 1) if k % d == 0) * r[n - k + 1]
        r.append(total // n)
    return r[1:limit + 1]


def velocity_counts(limit):
    """The numbers of trees whose leaves may be velocity leaves, without enumeration.

    A tree of n nodes is a root on a forest of n - 1, or the velocity leaf; forests by the Euler transform of trees.
    """
    forests, r = [1], [0]
    for n in range(1, limit + 1):
        r.append(forests[n - 1] + (1 if n == 1 else 0))
        total = 0
        for k in range(1, n + 1):
            total += sum(d * r[d] for d in range(1, k + 1) if k % d == 0) * forests[n - k]
        forests.append(total // n)
    return r[1:]


def free_counts(limit):
    """A000055 by Otter's formula from A000081."""
    r = [0] + counts(limit)
    result = []
    for n in range(1, limit + 1):
        pairs = sum(r[i] * r[n - i] for i in range(1, n))
        middle = r[n // 2] if n % 2 == 0 else 0
        result.append(r[n] - (pairs - middle) // 2)
    return result
