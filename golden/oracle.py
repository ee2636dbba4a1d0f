"""Command line of the independent oracle.

    python3 golden/oracle.py tables               writes coefficients/ and trees/
    python3 golden/oracle.py trajectories [NAME]  writes trajectories/, checking every run (minutes)
    python3 golden/oracle.py verify               the slow checks of the oracle against itself
    python3 golden/oracle.py check                recomputes the tables and two trajectories (seconds); 1 on difference
"""

import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from mpmath import nstr                                                      # noqa: E402

from oracle import checks                                                    # noqa: E402
from oracle.fixed import largest, power_of_ten, real                         # noqa: E402
from oracle.runs import RUNS                                                 # noqa: E402
from oracle.tables import TABLES                                             # noqa: E402
from oracle.trajectories import Simulation, disagreement                     # noqa: E402

GOLDEN = Path(__file__).resolve().parent
CHEAP = ("mixed-order3", "mixed-order3-momentum")


def text(document, sort):
    return json.dumps(document, indent=1, sort_keys=sort) + "\n"


def contents(path, document):
    return text(document, sort=path.startswith(("trajectories", "trees")))


def write(path, document):
    target = GOLDEN / path
    target.parent.mkdir(exist_ok=True)
    target.write_text(contents(path, document))


def write_tables():
    for path, make in TABLES.items():
        write(path, make())
        print("wrote", path)


def write_trajectories(names):
    unknown = set(names) - {run.name for run in RUNS}
    if unknown:
        sys.exit(f"unknown trajectory {sorted(unknown)[0]}; known: {', '.join(run.name for run in RUNS)}")
    limit = power_of_ten(-50)
    for run in RUNS:
        if names and run.name not in names:
            continue
        one = Simulation(run)
        apart = disagreement(one, Simulation(run, pieces=2))
        if apart > limit:
            sys.exit(f"{run.name}: whole and halved integration steps differ by {nstr(real(apart), 3)}")
        fine = Simulation(run.halved())
        error, smaller = largest(one.difference()), largest(fine.difference())
        slope = checks.logarithm2(error, smaller)
        write(f"trajectories/{run.name}.json", one.document())
        print(f"{run.name}: order {run.order}, final error {nstr(real(error), 5)}, observed order {slope:.3f}, "
              f"integration {nstr(real(apart), 2)}", flush=True)


def check():
    failures = checks.quick()
    for path, make in TABLES.items():
        if (GOLDEN / path).read_text() != contents(path, make()):
            failures.append(f"{path} differs")
    for run in (run for run in RUNS if run.name in CHEAP):
        path = f"trajectories/{run.name}.json"
        if (GOLDEN / path).read_text() != contents(path, Simulation(run).document()):
            failures.append(f"{path} differs")
    for failure in failures:
        print("DIFFERS:", failure)
    print("check:", "failed" if failures else "all tables and both trajectories are reproduced")
    return 1 if failures else 0


def verify():
    failed = False
    for name, value, limit in checks.slow():
        good = value <= limit
        failed |= not good
        print(f"{'ok  ' if good else 'FAIL'} {name}: {float(value):.2g} (limit {float(limit):.2g})", flush=True)
    return 1 if failed else 0


def main(arguments):
    verb, *rest = arguments or [""]
    if verb == "tables":
        write_tables()
    elif verb == "trajectories":
        write_trajectories(rest)
    elif verb == "verify":
        return verify()
    elif verb == "check":
        return check()
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
