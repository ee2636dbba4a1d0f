# The piece-wise flow of heavy-ball from a start at rest; q = mu^n, to order h^2.
method heavy-ball
model per-iteration
F0 = (-1/(1-mu) + mu/(1-mu)*q) * g
F1 = (-(1+mu)/(2*(1-mu)^3) + 2*mu/(1-mu)^2*q + 2*mu/(1-mu)^2*n*q + mu^2*(1+mu)/(2*(1-mu)^3)*q^2) * D[g]
F2 = (-(1+10*mu+mu^2)/(12*(1-mu)^5) + mu*(5-8*mu+mu^2)/(4*(1-mu)^5)*q + mu*(5-3*mu)/(2*(1-mu)^4)*n*q + mu/(1-mu)^3*n^2*q + mu^2*(1+mu)*(5-3*mu)/(4*(1-mu)^5)*q^2 + mu^2*(1+mu)/(1-mu)^4*n*q^2 + mu^3*(1+4*mu+mu^2)/(12*(1-mu)^5)*q^3) * D[g,g]
  + (-(1+4*mu+mu^2)/(3*(1-mu)^5) + mu*(3-5*mu+mu^2)/(1-mu)^5*q + mu*(5-3*mu)/(1-mu)^4*n*q + 2*mu/(1-mu)^3*n^2*q + 2*mu^2*(1+mu-mu^2)/(1-mu)^5*q^2 + 2*mu^2*(1+mu)/(1-mu)^4*n*q^2 + mu^3*(1+mu+mu^2)/(3*(1-mu)^5)*q^3) * D[D[g]]
