# The coefficients of the two trees with one branching, D[g,D[g]] and D[D[g,g]], stand before the other term.
method nesterov
model stationary
c = 1/(12*(1-mu)^7)
F0 = -1/(1-mu) * g
F1 = -(1-mu+2*mu^2)/(2*(1-mu)^3) * D[g]
F2 = -(1+4*mu+7*mu^2-6*mu^3+6*mu^4)/(12*(1-mu)^5) * D[g,g]
  - (1-2*mu+7*mu^2-3*mu^3+3*mu^4)/(3*(1-mu)^5) * D[D[g]]
F3 = -c*mu*(1+mu)*(5-5*mu+9*mu^2-5*mu^3+2*mu^4) * D[g,g,g]
  - c*(1+17*mu^2-5*mu^3+26*mu^4-9*mu^5+6*mu^6) * D[g,D[g]]
  - c*(1+15*mu+11*mu^2+mu^3+38*mu^4-18*mu^5+12*mu^6) * D[D[g,g]]
  - 3*c*(1-3*mu+15*mu^2-13*mu^3+22*mu^4-6*mu^5+4*mu^6) * D[D[D[g]]]
