"""The recorded trajectories: what is run, and the name of its file."""

from dataclasses import dataclass, replace
from fractions import Fraction


@dataclass
class Run:
    name: str
    objective: str
    start: list
    step: Fraction
    momentum: Fraction
    steps: int
    order: int
    model: str = "per-iteration"
    start_mode: str = "rest"
    initial_momentum: Fraction = Fraction(0)
    initial_velocity: tuple = ()

    def halved(self):
        """The same time interval with half the step."""
        return replace(self, step=self.step / 2, steps=2 * self.steps)


def _run(name, objective, start, step, momentum, steps, order, **options):
    return Run(name, objective, [Fraction(v) for v in start.split(",")], Fraction(step), Fraction(momentum),
               steps, order, **options)


MIXED = "log(cosh(x1))+x1^2*x2/5+x2^2/2+sin(x1*x2)/3"
EVERY_FUNCTION = (
    "softplus(x1+x2)+x3*sigmoid(x1-x2)+sqrt(1+x1^2+x3^2)+atan(x2*x3)/2+tan(x1/3)+sinh(x2/2)/(2+sin(x3))"
    "+cosh(x3)/4+tanh(x1*x3)/3+log(2+x2^2)-cos(x1)/5+exp(-x3/2)*x2+logcosh(x2-x3)+(3+x1)^(3/2)/7+x2^2"
)
XOR_START = "0.5,-0.3,0.4,0.6,0.1,-0.2,0.7,-0.5,0.1"
STATIONARY = {"model": "stationary", "start_mode": "manifold"}


def _momentum(initial_momentum, initial_velocity):
    """x_{-1} = x_0 + C h grad L(x_0) - h v, given C and v."""
    return {"start_mode": "momentum", "initial_momentum": Fraction(initial_momentum),
            "initial_velocity": tuple(Fraction(v) for v in initial_velocity.split(","))}


RUNS = [
    _run("quadratic-order1", "@quadratic", "1,1", "1/128", "1/2", 16, 1),
    _run("quadratic-ill-order2", "@quadratic-ill", "1,1", "1/4096", "1/4", 16, 2),
    _run("mixed-order3", MIXED, "0.9,-0.6", "1/32", "1/2", 16, 3),
    _run("one-variable-order5", "x1^4/4+cos(x1)-x1/3", "1.3", "1/64", "1/4", 16, 5),
    _run("double-well-order5", "@double-well", "0.5,1", "1/128", "1/2", 32, 5),
    _run("rosenbrock-order2", "@rosenbrock", "-1.2,1", "1/65536", "1/2", 32, 2),
    _run("himmelblau-order4", "@himmelblau", "1,1", "1/2048", "1/4", 16, 4),
    _run("beale-order3", "@beale", "1,1", "1/512", "0", 16, 3),
    _run("styblinski-tang-order5", "@styblinski-tang", "0.5,-1", "1/1024", "1/2", 16, 5),
    _run("log-cosh-order0", "@log-cosh", "1,0.5", "1/4096", "9/10", 80, 0),
    _run("log-cosh-order3", "@log-cosh", "1,0.5", "1/4096", "9/10", 160, 3),
    _run("exponential-order3", "@exponential", "0.5,0.25", "1/2048", "1/2", 16, 3),
    _run("every-function-order4", EVERY_FUNCTION, "0.5,-0.4,0.3", "1/256", "1/2", 16, 4),
    _run("matrix-factorization-order4", "@matrix-factorization", "1/2,1/3,1/4,1/5", "1/128", "1/4", 16, 4),
    _run("diagonal-network-order3", "@diagonal-network", "1/2,1/2,1/2,1/2,1/2,1/2", "1/256", "1/2", 16, 3),
    _run("xor-network-order3", "@xor-network", XOR_START, "1/64", "1/2", 16, 3),
    _run("double-well-order4-stationary", "@double-well", "0.5,1", "1/128", "1/2", 16, 4, **STATIONARY),
    _run("log-cosh-order5-stationary", "@log-cosh", "1,0.5", "1/512", "3/4", 16, 5, **STATIONARY),
    _run("matrix-factorization-order2-stationary", "@matrix-factorization", "1/2,1/3,1/4,1/5", "1/256", "1/2",
         16, 2, **STATIONARY),
    _run("mixed-order3-stationary-from-rest", MIXED, "0.9,-0.6", "1/32", "1/2", 16, 3, model="stationary"),
    _run("logistic-iris-order2", "@logistic-iris", "0,0,0,0,0", "1/32", "1/4", 8, 2),
    _run("logistic-iris-order3", "@logistic-iris", "0.5,-0.5,0.25,0.5,0", "1/64", "1/2", 8, 3),
    _run("rosenbrock-order2-velocity", "@rosenbrock", "-1.2,1", "1/65536", "1/2", 16, 2, **_momentum("0", "150,-40")),
    _run("mixed-order3-momentum", MIXED, "0.9,-0.6", "1/32", "1/2", 16, 3, **_momentum("3/2", "-2/3,1/2")),
    _run("double-well-order4-momentum", "@double-well", "0.5,1", "1/128", "1/4", 16, 4, **_momentum("-2", "3/4,-5/3")),
]
