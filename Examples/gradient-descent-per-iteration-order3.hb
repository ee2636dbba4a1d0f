# The piece-wise flow of gradient-descent from a start at rest; q = mu^n, to order h^3.
method gradient-descent
model per-iteration
F0 = -g
F1 = -1/2 * D[g]
F2 = -1/12 * D[g,g] - 1/3 * D[D[g]]
F3 = -1/12 * D[g,D[g]] - 1/12 * D[D[g,g]] - 1/4 * D[D[D[g]]]
