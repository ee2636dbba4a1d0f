# Backward error analysis of explicit Euler: the modified loss L + h/4 |grad L|^2.
method gradient-descent
model stationary
F0 = -g
F1 = -D[g]/2
