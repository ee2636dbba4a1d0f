# The modified flow of nesterov on the slow manifold, to order h^3.
method nesterov
model stationary
F0 = -1/(1-mu) * g
F1 = -(1-mu+2*mu^2)/(2*(1-mu)^3) * D[g]
F2 = -(1+4*mu+7*mu^2-6*mu^3+6*mu^4)/(12*(1-mu)^5) * D[g,g]
  - (1-2*mu+7*mu^2-3*mu^3+3*mu^4)/(3*(1-mu)^5) * D[D[g]]
F3 = -mu*(1+mu)*(5-5*mu+9*mu^2-5*mu^3+2*mu^4)/(12*(1-mu)^7) * D[g,g,g]
  - (1+15*mu+11*mu^2+mu^3+38*mu^4-18*mu^5+12*mu^6)/(12*(1-mu)^7) * D[g,D[g]]
  - (1+17*mu^2-5*mu^3+26*mu^4-9*mu^5+6*mu^6)/(12*(1-mu)^7) * D[D[g,g]]
  - (1-3*mu+15*mu^2-13*mu^3+22*mu^4-6*mu^5+4*mu^6)/(4*(1-mu)^7) * D[D[D[g]]]
