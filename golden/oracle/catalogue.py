"""The named objectives, as expressions; @logistic-iris is written out from the 150 rows of the data file."""

import csv
from fractions import Fraction
from pathlib import Path

IRIS = Path(__file__).resolve().parents[2] / "Sources/HBModel/Objectives/Data/iris.csv"


def _xor_network():
    """Two tanh units with biases and a linear output, squared loss on the four rows of exclusive or."""
    terms = []
    for first, second, sign in (("-", "-", "+"), ("-", "+", "-"), ("", "-", "-"), ("", "+", "+")):
        one, two = f"tanh({first}x1{second}x2+x5)", f"tanh({first}x3{second}x4+x6)"
        terms.append(f"(x7*{one}+x8*{two}+x9{sign}1)^2")
    return "(" + "+".join(terms) + ")/8"


def _logistic_iris():
    shifts = [Fraction(v) for v in ("5.8", "3.1", "3.8", "1.2")]
    scales = [Fraction(v) for v in ("0.8", "0.4", "1.8", "0.8")]
    terms = []
    with open(IRIS, newline="") as file:
        for row in csv.DictReader(file):
            values = list(row.values())
            features = [(Fraction(v) - s) / r for v, s, r in zip(values, shifts, scales)]
            sign = "-" if row["species"] == "virginica" else ""
            margin = "+".join(f"x{i + 1}*({a})" for i, a in enumerate(features))
            terms.append(f"softplus({sign}({margin}+x5))")
    if len(terms) != 150:
        raise ValueError("the Iris file must have 150 rows")
    return "(" + "+".join(terms) + ")/150+(x1^2+x2^2+x3^2+x4^2+x5^2)/100"


NAMED = {
    "@quadratic": "(x1^2+2*x2^2)/2",
    "@quadratic-ill": "(x1^2+100*x2^2)/2",
    "@rosenbrock": "(1-x1)^2+100*(x2-x1^2)^2",
    "@himmelblau": "(x1^2+x2-11)^2+(x1+x2^2-7)^2",
    "@beale": "(1.5-x1+x1*x2)^2+(2.25-x1+x1*x2^2)^2+(2.625-x1+x1*x2^3)^2",
    "@styblinski-tang": "(x1^4-16*x1^2+5*x1+x2^4-16*x2^2+5*x2)/2",
    "@double-well": "(x1^2-1)^2/4+x2^2/2",
    "@log-cosh": "logcosh(x1+x2)+logcosh(x1-2*x2)/4",
    "@exponential": "exp(x1+3*x2-0.1)+exp(x1-3*x2-0.1)+exp(-x1-0.1)",
    "@matrix-factorization": "((x1*x3-2)^2+(x1*x4-1)^2+(x2*x3-1)^2+(x2*x4-1)^2)/4",
    "@diagonal-network":
        "((x1^2-x4^2+(x2^2-x5^2)/2-(x3^2-x6^2)/2-1)^2"
        "+((x1^2-x4^2)/2-(x2^2-x5^2)+(x3^2-x6^2)-1/2)^2)/4",
    "@xor-network": _xor_network(),
}
UNPRINTED = {"@logistic-iris": _logistic_iris}


def expression(objective):
    """The expression of a name, or the text itself."""
    if objective in UNPRINTED:
        return UNPRINTED[objective]()
    return NAMED.get(objective, objective)
