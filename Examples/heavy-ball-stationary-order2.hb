# The modified flow of heavy ball on the slow manifold, as the paper writes it:
# dx/dt = F0 + h F1 + h^2 F2, with g = D[] = grad L, D[u] = Hess L u, D[u,v] = D^3 L(u,v).
method heavy-ball
model stationary
F0 = -1/(1-mu) * g
F1 = -(1+mu)/(2*(1-mu)^3) * D[g]
F2 = -(mu^2+10*mu+1)/(12*(1-mu)^5) * D[g,g] - (mu^2+4*mu+1)/(3*(1-mu)^5) * D[D[g]]
