# The stationary coefficients, used per iteration from rest: of order 1 only, whatever is added.
method heavy-ball
model per-iteration
F0 = -1/(1-mu) * g
F1 = -(1+mu)/(2*(1-mu)^3) * D[g]
F2 = -(mu^2+10*mu+1)/(12*(1-mu)^5) * D[g,g] - (mu^2+4*mu+1)/(3*(1-mu)^5) * D[D[g]]
