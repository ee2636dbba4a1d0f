# The modified flow of nesterov on the slow manifold, to order h^2.
method nesterov
model stationary
F0 = -1/(1-mu) * g
F1 = -(1-mu+2*mu^2)/(2*(1-mu)^3) * D[g]
F2 = -(1+4*mu+7*mu^2-6*mu^3+6*mu^4)/(12*(1-mu)^5) * D[g,g]
  - (1-2*mu+7*mu^2-3*mu^3+3*mu^4)/(3*(1-mu)^5) * D[D[g]]
