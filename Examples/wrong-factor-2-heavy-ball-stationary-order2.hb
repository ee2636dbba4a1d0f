# The half is lost in F1.
method heavy-ball
model stationary
F0 = -1/(1-mu) * g
F1 = -(1+mu)/(1-mu)^3 * D[g]
F2 = -(mu^2+10*mu+1)/(12*(1-mu)^5) * D[g,g] - (mu^2+4*mu+1)/(3*(1-mu)^5) * D[D[g]]
