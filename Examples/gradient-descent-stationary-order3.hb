# The modified flow of gradient-descent on the slow manifold, to order h^3.
method gradient-descent
model stationary
F0 = -g
F1 = -1/2 * D[g]
F2 = -1/12 * D[g,g] - 1/3 * D[D[g]]
F3 = -1/12 * D[g,D[g]] - 1/12 * D[D[g,g]] - 1/4 * D[D[D[g]]]
