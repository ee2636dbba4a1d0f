# Heavy ball on the slow manifold: in F1'F0 the derivative met the second g of Hess L g, and forgot the Hessian.
method heavy-ball
model stationary
F0 = -1/(1-mu) * g
F1 = -(1+mu)/(2*(1-mu)^3) * D[g]
F2 = 1/(6*(1-mu)^3) * D[g,g] - (1+4*mu+mu^2)/(3*(1-mu)^5) * D[D[g]]
