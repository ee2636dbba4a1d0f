# The modified flow of heavy-ball on the slow manifold, to order h^3.
method heavy-ball
model stationary
F0 = -1/(1-mu) * g
F1 = -(1+mu)/(2*(1-mu)^3) * D[g]
F2 = -(1+10*mu+mu^2)/(12*(1-mu)^5) * D[g,g] - (1+4*mu+mu^2)/(3*(1-mu)^5) * D[D[g]]
F3 = -mu*(1+mu)/(2*(1-mu)^7) * D[g,g,g]
  - (1+mu)*(1+28*mu+mu^2)/(12*(1-mu)^7) * D[g,D[g]]
  - (1+mu)*(1+16*mu+mu^2)/(12*(1-mu)^7) * D[D[g,g]]
  - (1+mu)*(1+8*mu+mu^2)/(4*(1-mu)^7) * D[D[D[g]]]
