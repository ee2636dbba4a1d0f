# The piece-wise flow of heavy ball from a start at rest, on [n h, (n+1) h).
# q = mu^n may also be written mu^n; a name stands for a scalar or for a field.
method heavy-ball
model per-iteration
c = 1/(1-mu)^3
v = D[g]
F0 = -(1-mu^(n+1))/(1-mu) * g
F1 = c * (-(1+mu)/2 + 2*mu*(1-mu)*(n+1)*q + mu^2*(1+mu)*q^2/2) * v
