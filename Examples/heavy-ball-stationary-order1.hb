# The modified flow of heavy-ball on the slow manifold, to order h^1.
method heavy-ball
model stationary
F0 = -1/(1-mu) * g
F1 = -(1+mu)/(2*(1-mu)^3) * D[g]
