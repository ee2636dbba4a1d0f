# The counter term of heavy ball, said to be Nesterov's.
method nesterov
model stationary
F0 = -1/(1-mu) * g
F1 = -(1+mu)/(2*(1-mu)^3) * D[g]
