# D[D[g]] is forgotten in F2.
method gradient-descent
model stationary
F0 = -g
F1 = -1/2 * D[g]
F2 = -1/12 * D[g,g]
