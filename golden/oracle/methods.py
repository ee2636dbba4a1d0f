"""The maps of the momentum methods as coefficient functions, and the fields whose flows they are.

Heavy ball: phi_0 = id + h g, phi_n = id + h g + mu (id - phi_{n-1}^{-1}), g = -grad L.
After a start with momentum, x_{-1} = x_0 - C h g(x_0) - h v, phi_0 is as the others, with the inverse
phi_{-1}^{-1} = id - C h g - h v before it.
Nesterov:   phi_n = Y + h g o Y with Y = id + mu (id - phi_{n-1}^{-1}).
The momentum is the symbol MU or a Fraction.
"""

from .group import inverse, logarithm, on_forest, proper
from .rational import MU, over_one_minus
from .trees import LEAF, VELOCITY


def euler(trees, mu=MU):
    """The map id + h g: one on the tree with a single node, zero elsewhere."""
    zero = mu * 0
    return {t: zero + 1 if t == LEAF else zero for t in trees}


def back_from_start(trees, initial_momentum):
    """phi_{-1}^{-1} of a start with momentum: -C on the tree with a single node, -1 on the velocity leaf."""
    return {t: -initial_momentum if t == LEAF else -1 if t is VELOCITY else 0 for t in trees}


def heavy_ball_maps(trees, iterations, mu=MU, initial_momentum=0):
    """a_0, ..., a_iterations of the start at rest, or with momentum; trees with velocity leaves are for the latter."""
    plain, maps, back = euler(trees, mu), [], back_from_start(trees, initial_momentum)
    for n in range(iterations + 1):
        if n > 0:
            back = inverse(maps[-1], trees)
        maps.append({t: plain[t] - mu * back[t] for t in trees})
    return maps


def heavy_ball_stationary_map(trees, mu=MU):
    """a = delta - mu a^{-1}, where a^{-1}(t) = -a(t) - (terms on smaller trees)."""
    a, back = {}, {}
    for t in trees:
        known = proper(back, a, t)
        a[t] = over_one_minus(mu * known + (1 if t == LEAF else 0), mu)
        back[t] = -a[t] - known
    return a


def nesterov_stationary_map(trees, mu=MU):
    """y = -mu a^{-1} on trees; a(t) = y(t) + (h g o Y)(t), and (h g o Y)([t1..tm]) = y(t1)...y(tm)."""
    a, back, y = {}, {}, {}
    for t in trees:
        known = proper(back, a, t)
        a[t] = over_one_minus(mu * known + on_forest(y, t), mu)
        back[t] = -a[t] - known
        y[t] = -(mu * back[t])
    return a


def heavy_ball_fields(trees, iterations, mu=MU, initial_momentum=0):
    return [logarithm(a, trees) for a in heavy_ball_maps(trees, iterations, mu, initial_momentum)]


def heavy_ball_stationary(trees, mu=MU):
    return logarithm(heavy_ball_stationary_map(trees, mu), trees)


def nesterov_stationary(trees, mu=MU):
    return logarithm(nesterov_stationary_map(trees, mu), trees)


def gradient_descent(trees):
    return logarithm(euler(trees), trees)
