# b(t) is taken over as it stands, but D(t) = (-1)^|t| F(t): F0 has its sign, F1 does not.
method nesterov
model stationary
F0 = -1/(1-mu) * g
F1 = (1-mu+2*mu^2)/(2*(1-mu)^3) * D[g]
