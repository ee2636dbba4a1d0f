"""The recorded tables of coefficients and trees."""

from . import methods, trees as T

CONVENTION = ("b(t) multiplies h^{|t|-1} F(t)/sigma(t), g = -grad L; "
              "tree [t1..tm] in brackets, children in any order")
RATIONAL = "numerator lists integer coefficients of mu^0, mu^1, ...; value = numerator/(denominator (1-mu)^power)"
POLYNOMIAL = "numerator lists integer coefficients of mu^0, mu^1, ...; value = numerator/denominator"
STATIONARY_ORDER, NESTEROV_ORDER, EULER_ORDER = 8, 7, 8
ITERATION_ORDER, ITERATIONS = 6, 8
TREE_ORDER, COUNT_ORDER, FREE_ORDER = 7, 12, 10


def _entry(value):
    numerator, denominator = value.integers()
    return {"numerator": numerator, "denominator": denominator}


def _rational(trees, coefficients):
    return {
        "convention": CONVENTION,
        "mu": RATIONAL,
        "trees": {
            T.bracket(t): {"order": T.order(t), "sigma": T.sigma(t), **_entry(coefficients[t]),
                           "power": coefficients[t].power}
            for t in trees
        },
    }


def stationary():
    trees = T.up_to(STATIONARY_ORDER)
    return _rational(trees, methods.heavy_ball_stationary(trees))


def stationary_nesterov():
    trees = T.up_to(NESTEROV_ORDER)
    return _rational(trees, methods.nesterov_stationary(trees))


def per_iteration():
    trees = T.up_to(ITERATION_ORDER)
    fields = methods.heavy_ball_fields(trees, ITERATIONS)
    return {
        "convention": CONVENTION,
        "mu": POLYNOMIAL,
        "n": {str(n): {T.bracket(t): _entry(b[t]) for t in trees} for n, b in enumerate(fields)},
    }


def gradient_descent():
    trees = T.up_to(EULER_ORDER)
    b = methods.gradient_descent(trees)
    return {
        "convention": CONVENTION,
        "mu": "the method is explicit Euler (mu = 0): numerator lists one integer, none for zero; "
              "value = numerator/denominator",
        "trees": {
            T.bracket(t): {"order": T.order(t), "sigma": T.sigma(t), **_entry(b[t])}
            for t in trees
        },
    }


def rooted_trees():
    return {
        "alpha": "|t|!/(sigma gamma), the number of monotonic labellings",
        "counts": T.counts(COUNT_ORDER),
        "countsSource": "OEIS A000081 from one node on",
        "freeTreeClasses": [[[T.bracket(t) for t in c] for c in T.free_classes(n)]
                            for n in range(1, TREE_ORDER + 1)],
        "freeTreeCounts": [len(T.free_classes(n)) for n in range(1, FREE_ORDER + 1)],
        "freeTreeCountsSource": "OEIS A000055 from one node on",
        "gamma": "density: the product of the sizes of all subtrees",
        "sigma": "symmetry: the number of automorphisms",
        "trees": {
            T.bracket(t): {"order": T.order(t), "sigma": T.sigma(t), "gamma": T.gamma(t), "alpha": T.alpha(t)}
            for t in T.up_to(TREE_ORDER)
        },
    }


TABLES = {
    "coefficients/stationary.json": stationary,
    "coefficients/stationary-nesterov.json": stationary_nesterov,
    "coefficients/per-iteration.json": per_iteration,
    "coefficients/gradient-descent.json": gradient_descent,
    "trees/rooted-trees.json": rooted_trees,
}
