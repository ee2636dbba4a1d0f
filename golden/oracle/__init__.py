"""Independent oracle of the project: exact coefficients, elementary differentials, model trajectories."""
