"""Method and model side by side, and the file that records them."""

from .catalogue import NAMED, UNPRINTED, expression
from .differentials import Objective
from .expression import parse
from .fixed import BITS, decimal, fixed
from .flow import ModelField, flow
from .methods import heavy_ball_fields, heavy_ball_stationary
from .trees import up_to

SCHEMA = "golden-trajectory/1"


class Simulation:
    """One run with the model's flow made of `pieces` extrapolations a step; all vectors are fixed point."""

    def __init__(self, run, pieces=1):
        self.run, self.pieces = run, pieces
        self.objective = Objective(parse(expression(run.objective)), len(run.start))
        self.step, self.momentum = fixed(run.step), fixed(run.momentum)
        started = run.start_mode == "momentum"
        self.velocity = [fixed(v) for v in run.initial_velocity] if started else None
        trees = up_to(run.order + 1, velocity=started)
        if run.model == "stationary":
            stationary = self._field(heavy_ball_stationary(trees, run.momentum))
            self.fields = [stationary] * run.steps
        else:
            self.fields = [self._field(b) for b in
                           heavy_ball_fields(trees, run.steps - 1, run.momentum, run.initial_momentum)]
        start = [fixed(v) for v in run.start]
        self.previous = self._previous(start)
        self.method, self.model = self._method(start), self._model(start)

    def _field(self, coefficients):
        return ModelField(self.objective, coefficients, self.run.step, self.velocity)

    def _previous(self, start):
        """x_{-1}."""
        if self.run.start_mode == "manifold":
            return self._flow(self.fields[0], start, -self.step)
        if self.run.start_mode == "momentum":
            weight = fixed(self.run.initial_momentum)
            velocity = [(weight * g >> BITS) + v for g, v in zip(self.objective.descent(start), self.velocity)]
            return [a - (self.step * b >> BITS) for a, b in zip(start, velocity)]
        return start

    def _flow(self, field, x, span):
        return flow(field, x, span, self.pieces)

    def _method(self, x):
        rows, previous = [x], self.previous
        for _ in range(self.run.steps):
            g = self.objective.descent(x)
            moved = [a + (self.step * b >> BITS) + (self.momentum * (a - c) >> BITS)
                     for a, b, c in zip(x, g, previous)]
            x, previous = moved, x
            rows.append(x)
        return rows

    def _model(self, x):
        rows = [x]
        for field in self.fields:
            x = self._flow(field, x, self.step)
            rows.append(x)
        return rows

    def difference(self):
        """Method minus model at the end: the signed vector."""
        return [a - b for a, b in zip(self.method[-1], self.model[-1])]

    def document(self):
        run = self.run
        document = {
            "schema": SCHEMA, "computedDigits": 50, "storedDigits": 36,
            "source": "python3 golden/oracle.py trajectories",
            "objective": run.objective, "start": [str(v) for v in run.start], "step": str(run.step),
            "momentum": str(run.momentum), "steps": run.steps, "order": run.order, "model": run.model,
            "startMode": run.start_mode,
            "rows": [
                {"n": n, "t": str(n * run.step), "method": [decimal(v) for v in method],
                 "model": [decimal(v) for v in model]}
                for n, (method, model) in enumerate(zip(self.method, self.model))
            ],
        }
        if run.objective not in UNPRINTED:
            document["expression"] = NAMED.get(run.objective, run.objective)
        if run.start_mode == "manifold":
            document["previous"] = [decimal(v) for v in self.previous]
        if run.start_mode == "momentum":
            document["initialMomentum"] = str(run.initial_momentum)
            document["initialVelocity"] = [str(v) for v in run.initial_velocity]
        return document


def disagreement(one, other):
    """The largest difference between two simulations of the same run."""
    return max(abs(a - b) for x, y in zip(one.model + [one.previous], other.model + [other.previous])
               for a, b in zip(x, y))
