# The modified flow of gradient-descent on the slow manifold, to order h^2.
method gradient-descent
model stationary
F0 = -g
F1 = -1/2 * D[g]
F2 = -1/12 * D[g,g] - 1/3 * D[D[g]]
