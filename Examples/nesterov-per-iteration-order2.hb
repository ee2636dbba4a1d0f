# The piece-wise flow of nesterov from a start at rest; q = mu^n, to order h^2.
method nesterov
model per-iteration
F0 = (-1/(1-mu) + mu/(1-mu)*q) * g
F1 = (-(1-mu+2*mu^2)/(2*(1-mu)^3) + mu/(1-mu)^2*q + mu*(1+mu)/(1-mu)^2*n*q + mu^2*(1+mu)/(2*(1-mu)^3)*q^2) * D[g]
F2 = (-(1+4*mu+7*mu^2-6*mu^3+6*mu^4)/(12*(1-mu)^5) + mu*(3-4*mu+mu^2-2*mu^4)/(4*(1-mu)^5)*q + mu*(1+mu)*(3-4*mu+2*mu^2)/(2*(1-mu)^4)*n*q + mu*(1+mu)/(2*(1-mu)^3)*n^2*q + mu^2*(1+mu)*(3-3*mu+2*mu^2)/(4*(1-mu)^5)*q^2 + mu^2*(1+mu)^2/(2*(1-mu)^4)*n*q^2 + mu^3*(1+4*mu+mu^2)/(12*(1-mu)^5)*q^3) * D[g,g]
  + (-(1-2*mu+7*mu^2-3*mu^3+3*mu^4)/(3*(1-mu)^5) + mu*(1-2*mu+mu^2-mu^3)/(1-mu)^5*q + mu*(1+mu)*(3-2*mu+mu^2)/(2*(1-mu)^4)*n*q + mu*(1+mu)^2/(2*(1-mu)^3)*n^2*q + mu^2*(1+mu)/(1-mu)^5*q^2 + mu^2*(1+mu)^2/(1-mu)^4*n*q^2 + mu^3*(1+mu+mu^2)/(3*(1-mu)^5)*q^3) * D[D[g]]
