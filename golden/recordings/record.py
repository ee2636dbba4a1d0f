#!/usr/bin/env python3
"""Records runs of torch.optim.SGD: momentum, Nesterov, dampening, on three objectives, in double and single precision.

    python3 golden/recordings/record.py          # writes the CSV files beside this script
    python3 golden/recordings/record.py check    # runs again and compares; exit 1 on a difference

The objectives are written here anew, as a user of the library writes them; gradients come from autograd. Numbers are
printed so that they read back exactly: repr of the double, or of the double equal to a single. One thread, so that a
run can be repeated; another version or another processor may round differently in the last places.
"""
import os
import sys

import torch

HERE = os.path.dirname(os.path.abspath(__file__))


def rosenbrock(x):
    return (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2


def log_cosh(x):
    return torch.log(torch.cosh(x[0] + x[1])) + torch.log(torch.cosh(x[0] - 2 * x[1])) / 4


def xor_network(x):
    inputs = torch.tensor([[-1, -1], [-1, 1], [1, -1], [1, 1]], dtype=x.dtype)
    targets = torch.tensor([-1, 1, 1, -1], dtype=x.dtype)
    hidden = torch.tanh(inputs @ x[:4].reshape(2, 2).T + x[4:6])
    return ((hidden @ x[6:8] + x[8] - targets) ** 2).sum() / 8


# The objective, the start, the step and the momentum.
OBJECTIVES = {
    "rosenbrock": (rosenbrock, [-1.2, 1.0], 0.0005, 0.9),
    "log-cosh": (log_cosh, [1.0, 0.5], 0.004, 0.5),
    "xor-network": (xor_network, [0.5, -0.3, 0.4, 0.6, 0.1, -0.2, 0.7, -0.5, 0.1], 0.05, 0.9),
}
# Further settings of the optimizer, the number of iterations, and every how many a row is written.
METHODS = {
    "momentum": (dict(), 60, 1),
    "nesterov": (dict(nesterov=True), 60, 1),
    "dampening": (dict(dampening=0.25), 120, 4),
}
PRECISIONS = {"double": torch.float64, "single": torch.float32}


def run(objective, method, precision):
    """The text of one recording."""
    function, start, step, momentum = OBJECTIVES[objective]
    others, iterations, every = METHODS[method]
    settings = dict(lr=step, momentum=momentum, **others)
    x = torch.tensor(start, dtype=PRECISIONS[precision], requires_grad=True)
    optimizer = torch.optim.SGD([x], **settings)
    words = ", ".join(f"{name}={value}" for name, value in settings.items())
    lines = [
        f"# torch.optim.SGD, torch {torch.__version__}, {str(x.dtype).split('.')[1]}, {words}",
        f"# @{objective}, every {'iteration' if every == 1 else f'{every} iterations'}",
        "n," + ",".join(f"x{i + 1}" for i in range(len(start))),
    ]
    for n in range(iterations + 1):
        if n % every == 0:
            lines.append(",".join([str(n)] + [repr(value) for value in x.tolist()]))
        optimizer.zero_grad()
        function(x).backward()
        optimizer.step()
    return "\n".join(lines) + "\n"


def main(arguments):
    torch.set_num_threads(1)
    differences = 0
    for objective in OBJECTIVES:
        for method in METHODS:
            for precision in PRECISIONS:
                name = f"{objective}-{method}-{precision}.csv"
                path = os.path.join(HERE, name)
                text = run(objective, method, precision)
                if arguments == ["check"]:
                    with open(path, encoding="ascii") as file:
                        same = file.read() == text
                    differences += not same
                    print(f"{name}: {'same' if same else 'DIFFERENT'}")
                else:
                    with open(path, "w", encoding="ascii") as file:
                        file.write(text)
                    print(f"{name}: written")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
