# The piece-wise flow of gradient-descent from a start at rest; q = mu^n, to order h^1.
method gradient-descent
model per-iteration
F0 = -g
F1 = -1/2 * D[g]
