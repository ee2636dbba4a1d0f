# Nesterov's method on the slow manifold, to order h^1; F0 is used to write F1.
method nesterov
model stationary
F0 = -g/(1-mu)
F1 = (1-mu+2*mu^2)/(2*(1-mu)^2) * D[F0]
