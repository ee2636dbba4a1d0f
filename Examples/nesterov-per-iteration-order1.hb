# The piece-wise flow of nesterov from a start at rest; q = mu^n, to order h^1.
method nesterov
model per-iteration
F0 = (-1/(1-mu) + mu/(1-mu)*q) * g
F1 = (-(1-mu+2*mu^2)/(2*(1-mu)^3) + mu/(1-mu)^2*q + mu*(1+mu)/(1-mu)^2*n*q + mu^2*(1+mu)/(2*(1-mu)^3)*q^2) * D[g]
