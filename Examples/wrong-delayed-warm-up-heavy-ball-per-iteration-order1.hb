# mu^n stands where mu^(n+1) belongs: the warm-up of F0 lags one iteration behind.
method heavy-ball
model per-iteration
F0 = -(1-mu^n)/(1-mu) * g
F1 = (-(1+mu)/2 + 2*mu*(1-mu)*(n+1)*q + mu^2*(1+mu)*q^2/2) / (1-mu)^3 * D[g]
