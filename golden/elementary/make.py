"""Records the truth for the elementary functions and the decimal conversions of DoubleDouble.

    python3 golden/elementary/make.py

Needs mpmath 1.3 or later. One JSON file a function, one line a case: the words of each argument (doubles as
hexadecimal literals, whose sum is the argument exactly) and the value with 50 significant digits, computed with
60 digits and as many more as the argument reduction takes. `decimals.json` holds what Python's exact fractions say
of reading and printing. The output is the same on every run.
"""

import json
import math
import pathlib
import random
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

HERE = pathlib.Path(__file__).parent
DIGITS = 50
mp.prec = 2700


def words(value):
    """The double-double nearest to a value."""
    high = float(value)
    low = float(mpf(value) - mpf(high)) if math.isfinite(high) else 0.0
    return (high, low)


def filled(rng, high):
    """A double-double with the given high part and a random low part, sometimes zero or far below."""
    gap = rng.choice([0, 0, 0, 0, 5, 40, 200])
    low = rng.choice([1, 1, 1, 1, 0]) * math.ulp(high) * rng.uniform(-0.5, 0.5) * 2.0**-gap
    return (high, low) if high + low == high else (high, 0.0)


def size(rng, low, high):
    """A positive number with its binary logarithm uniform in an interval."""
    return 2.0 ** rng.uniform(low, high)


def sign(rng):
    return rng.choice([-1, 1])


def middle(rng, span, count):
    return [filled(rng, rng.uniform(-span, span)) for _ in range(count)]


def scaled(rng, low, high, count):
    return [filled(rng, sign(rng) * size(rng, low, high)) for _ in range(count)]


def exponential(rng):
    result = middle(rng, 3, 30) + middle(rng, 700, 30) + scaled(rng, -110, -1, 30)
    # Every entry of two tables of powers 2^(i/32) and 2^(j/1024).
    result += [words(mp.ln2 * (mpf(n) / 32 + mpf(n) / 1024) + mpf(2) ** -14) for n in range(-16, 17)]
    result += [words(mpf(n) * mp.ln2 / 2048) for n in (-1023, -511, -33, -32, -1, 1, 15, 16, 31, 33, 1025)]
    result += [(h, 0.0) for h in (0.0, 5e-324, -1e-310, 709.78, 709.7827, -708.39, -720.0, -744.0, -745.13, 1.0, -1.0)]
    return result


def logarithm(rng):
    result = [filled(rng, size(rng, -1022, 1023)) for _ in range(30)] + [filled(rng, rng.uniform(0.3, 3)) for _ in range(40)]
    result += [filled(rng, 1 + sign(rng) * size(rng, -52, -2)) for _ in range(30)]
    result += [(1.0, sign(rng) * size(rng, -300, -54)) for _ in range(10)]
    result += [words(2 ** (mpf(n) / 32 + mpf(n) / 1024) * 1.0001) for n in range(-16, 17)]
    result += [words(2 ** (mpf(n) / 2048)) for n in (-1023, -1025, -33, -1, 1, 31, 33, 1023)]
    result += [(h, 0.0) for h in (5e-324, 1e-310, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0, 0.5, 10.0)]
    return result


def logarithm1p(rng):
    result = scaled(rng, -110, -0.1, 40) + [filled(rng, size(rng, -2, 100)) for _ in range(30)]
    return result + [filled(rng, h) for h in (-0.29, -0.2900001, 0.41, 0.4100001, -0.999999, 5e-324, -1e-300, 1e300)]


def angles(rng):
    result = middle(rng, 10, 30) + scaled(rng, -110, 2, 30) + scaled(rng, 2, 30, 20) + scaled(rng, 30, 1023, 10)
    quarter = mp.pi / 2
    result += [words(quarter * n) for n in (1, -1, 2, 3, 4, 5, 7, 100, 355, 10**6, 10**12, 10**40)]
    result += [(float(quarter * n), 0.0) for n in (1, 2, 3, 11, 710, 10**9)]
    result += [words(quarter * n * (1 + mpf(2) ** -k)) for n, k in ((1, 20), (2, 40), (-3, 60), (4, 80), (9, 100))]
    result += [words(mp.pi / 64 * (n + mpf(1) / 2)) for n in range(-17, 17)]
    # The double closest to a multiple of pi/2 in relation to its size (W. Kahan, "nearpi").
    result += [(6381956970095103.0 * 2.0**797, 0.0), (1048575.75, 0.0), (1048576.25, 0.0), (5e-324, 0.0), (1e-300, 0.0)]
    return result


def anything(rng):
    result = middle(rng, 3, 30) + middle(rng, 45, 20) + middle(rng, 600, 10) + scaled(rng, -110, 3, 30)
    return result + [filled(rng, s * h) for h in (5e-324, 1e-300, 1e-150, 0.34, 0.35, 1.0, 39.99, 40.0, 40.01) for s in (1, -1)]


def slopes(rng):
    result = anything(rng) + scaled(rng, 0, 1000, 20)
    return result + [words(mp.tan(mp.pi / 64 * (n + mpf(1) / 2))) for n in range(16)]


def roots(rng):
    result = [filled(rng, size(rng, -1074, 1023)) for _ in range(40)] + [filled(rng, size(rng, -2, 2)) for _ in range(40)]
    return result + [(h, 0.0) for h in (5e-324, 1.7976931348623157e308, 2.0, 4.0)]


def powers(rng):
    result = []
    for _ in range(30):
        x = filled(rng, size(rng, -1000, 1000))
        y = rng.uniform(-620, 700) / (math.log(x[0]) or 1)
        result.append((x, filled(rng, y)))
    result += [(filled(rng, size(rng, -2, 2)), filled(rng, rng.uniform(-20, 20))) for _ in range(30)]
    result += [(filled(rng, sign(rng) * size(rng, -8, 8)), (float(n), 0.0)) for n in range(-40, 41) if n]
    result += [(filled(rng, 1 + sign(rng) * size(rng, -52, -5)), filled(rng, sign(rng) * size(rng, 2, 5))) for _ in range(20)]
    result += [((x, 0.0), (y, 0.0)) for x, y in ((2.0, 0.5), (2.0, 1000.0), (2.0, -1070.0), (0.1, 300.0), (10.0, -310.0))]
    return result


def softplus(x):
    return mpmath.log1p(mpmath.exp(x)) if x < 0 else x + mpmath.log1p(mpmath.exp(-x))


FUNCTIONS = {
    "sqrt": (mpmath.sqrt, roots),
    "exp": (mpmath.exp, exponential),
    "expm1": (mpmath.expm1, exponential),
    "log": (mpmath.log, logarithm),
    "log1p": (mpmath.log1p, logarithm1p),
    "sin": (mpmath.sin, angles),
    "cos": (mpmath.cos, angles),
    "tan": (mpmath.tan, angles),
    "atan": (mpmath.atan, slopes),
    "sinh": (mpmath.sinh, anything),
    "cosh": (mpmath.cosh, anything),
    "tanh": (mpmath.tanh, anything),
    "softplus": (softplus, anything),
    "sigmoid": (lambda x: 1 / (1 + mpmath.exp(-x)), anything),
    "logcosh": (lambda x: mpmath.log1p(mpmath.sinh(x) ** 2) / 2, anything),
    "pow": (mpmath.power, powers),
}


def write(name, head, key, cases):
    lines = ",\n".join("    " + json.dumps(case) for case in cases)
    (HERE / f"{name}.json").write_text(json.dumps(head)[:-1] + f', "{key}": [\n{lines}\n]}}\n')


def record(name):
    function, inputs = FUNCTIONS[name]
    cases = []
    for arguments in inputs(random.Random(name)):
        if name != "pow":
            arguments = (arguments,)
        value = function(*(mpf(high) + mpf(low) for high, low in arguments))
        cases.append({"arguments": [[word.hex() for word in pair] for pair in arguments],
                      "value": mpmath.nstr(value, DIGITS, strip_zeros=True, min_fixed=0, max_fixed=0)})
    write(name, {"function": name, "digits": DIGITS}, "cases", cases)


def nearest(value):
    try:
        return value.numerator / value.denominator
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def rounded(value):
    high = nearest(value)
    low = 0.0 if math.isinf(high) else nearest(value - Fraction(high))
    return (high, low)


def formatted(value, digits):
    """The value as DoubleDouble.formatted(digits:) documents it."""
    exponent = len(str(abs(value).numerator)) - len(str(value.denominator)) + 1
    while abs(value) < Fraction(10) ** exponent:
        exponent -= 1
    integer = round(abs(value) / Fraction(10) ** (exponent - digits + 1))
    if integer == 10**digits:
        integer, exponent = integer // 10, exponent + 1
    text = str(integer)
    if -5 <= exponent < 0:
        text = "0." + "0" * (-exponent - 1) + text
    elif 0 <= exponent < digits:
        text = text[: exponent + 1] + ("." + text[exponent + 1 :] if exponent + 1 < digits else "")
    else:
        text = text[0] + ("." + text[1:] if digits > 1 else "") + f"e{exponent}"
    return ("-" if value < 0 else "") + text


def decimals():
    rng = random.Random("decimals")
    cases = []
    fixed = ["0.1", "-1e-3", "1/32", "1/3", "-22/7", "9007199254740993", "1e22", "1e23", "1e308", "4.9e-324", "2.5e-324",
             "2.4e-324", "1.7976931348623157e308", "179769313486231580793e289", "5e-1", "1e-320", "1" + "0" * 400 + "e-400"]
    for _ in range(120):
        text = str(rng.getrandbits(rng.randint(1, 300)))
        if rng.random() < 0.5:
            place = rng.randint(1, len(text))
            text = text[:place] + "." + (text[place:] or "0")
        if rng.random() < 0.7:
            text += rng.choice("eE") + rng.choice(["", "+", "-"]) + str(rng.choice([rng.randint(0, 5), rng.randint(0, 350)]))
        if rng.random() < 0.2:
            text = f"{rng.getrandbits(rng.randint(1, 200))}/{rng.getrandbits(rng.randint(1, 200)) + 1}"
        fixed.append(rng.choice(["", "-", "+"]) + text)
    for text in fixed:
        cases.append({"read": text, "words": [word.hex() for word in rounded(Fraction(text))]})
    for _ in range(120):
        pair = filled(rng, sign(rng) * size(rng, *rng.choice([(-1000, 1000), (-20, 80), (-1, 1)])))
        digits = rng.randint(1, 40)
        text = formatted(Fraction(pair[0]) + Fraction(pair[1]), digits)
        cases.append({"digits": digits, "print": text, "words": [word.hex() for word in pair]})
    for high, digits in ((9.5, 1), (0.5, 1), (2.5, 1), (3.5, 1), (999.5, 3), (0.125, 2), (0.375, 2), (1.0, 5), (99999.0, 3)):
        text = formatted(Fraction(high), digits)
        cases.append({"digits": digits, "print": text, "words": [high.hex(), (0.0).hex()]})
    write("decimals", {"schema": "reading and printing"}, "cases", cases)


for function_name in FUNCTIONS:
    record(function_name)
decimals()
