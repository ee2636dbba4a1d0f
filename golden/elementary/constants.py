"""Prints the Swift tables and constants of the elementary functions, computed with mpmath.

    python3 golden/elementary/constants.py

Every pair is a double-double: the double nearest to the constant and the double nearest to the rest.
"""

from mpmath import factorial, floor, log, mp, mpf, nint, pi, sin

mp.prec = 2400


def word(value):
    return float(value).hex().replace("p+", "p")


def entry(value):
    high = mpf(float(value))
    return f"entry({word(high)}, {word(value - high)})"


def table(name, values):
    print(f"  static let {name}: [DoubleDouble] = [")
    for value in values:
        print(f"    {entry(value)},")
    print("  ]")


def words(name, value, bits):
    """Splits a constant in words of the given numbers of bits, the last one a full double."""
    result = []
    for count in bits:
        scale = mpf(2) ** (count - 1 - int(floor(mp.log(abs(value), 2))))
        part = nint(value * scale) / scale
        result.append(part)
        value -= part
    result.append(value)
    print(f"  static let {name} = ({', '.join(word(part) for part in result)})")


print("ExponentialTable.swift")
table("coarsePowers", [mpf(2) ** (mpf(i) / 32) - 1 for i in range(-16, 17)])
table("finePowers", [mpf(2) ** (mpf(i) / 1024) - 1 for i in range(-16, 17)])

print("TrigonometricTable.swift")
table("sines", [sin(i * pi / 64) for i in range(33)])
table("angles", [i * pi / 64 for i in range(33)])
print("  static let twoOverPi: [UInt64] = [")
fraction = int(floor(2 / pi * mpf(2) ** (64 * 24)))
for i in range(0, 24, 4):
    print("    " + ", ".join(f"0x{(fraction >> (64 * (i + j))) & (2**64 - 1):016x}" for j in range(4)) + ",")
print("  ]")

print("Constants within the functions")
words("logTwoStep", log(2) / 1024, [32, 32])
words("angleStep", pi / 64, [28, 28, 28])
for name, value in (("1024/log 2", 1024 / log(2)), ("64/pi", 64 / pi), ("log 2", log(2)), ("pi/2", pi / 2)):
    print(name, entry(value))
for n in range(2, 17):
    print(f"1/{n}!", entry(1 / factorial(n)))
for n in range(3, 24, 2):
    print(f"1/{n}", entry(1 / mpf(n)))
