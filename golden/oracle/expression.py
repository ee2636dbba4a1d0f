"""Objectives: the infix grammar, read into a straight-line program of four kinds of nodes.

  ("var", i)                          the variable x_{i+1}
  ("lin", constant, ((c, node), ..))  an affine combination with exact rational coefficients
  ("mul", node, node)                 a product
  ("fn", name or Fraction, node)      an elementary function, or the power with that exponent

`^` binds tighter than unary minus, is right-associative and takes a rational constant exponent.
"""

import re
from fractions import Fraction

from .functions import TABLE

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z]\w*)|(\S))")
ALIASES = {"x": 0, "y": 1, "z": 2}


class Program:
    """Nodes are created once (equal subexpressions are shared); a node is its index."""

    def __init__(self):
        self.nodes, self.known, self.root = [], {}, None

    def add(self, *node):
        if node not in self.known:
            self.known[node] = len(self.nodes)
            self.nodes.append(node)
        return self.known[node]

    def constant(self, value):
        return self.add("lin", Fraction(value), ())

    def variable(self, i):
        return self.add("var", i)

    def value(self, node):
        """The exact value of a constant node, otherwise None."""
        kind, *rest = self.nodes[node]
        return rest[0] if kind == "lin" and not rest[1] else None

    def combine(self, constant, terms):
        """constant + sum of coefficient * node; affine operands are merged."""
        constant, total = Fraction(constant), {}
        for coefficient, node in terms:
            coefficient = Fraction(coefficient)
            kind, *rest = self.nodes[node]
            if kind == "lin":
                constant += coefficient * rest[0]
                inner = [(coefficient * c, a) for c, a in rest[1]]
            else:
                inner = [(coefficient, node)]
            for c, a in inner:
                total[a] = total.get(a, 0) + c
        kept = tuple((c, a) for a, c in total.items() if c)
        if constant == 0 and len(kept) == 1 and kept[0][0] == 1:
            return kept[0][1]
        return self.add("lin", constant, kept)

    def product(self, a, b):
        for p, q in ((a, b), (b, a)):
            if self.value(p) is not None:
                return self.combine(0, [(self.value(p), q)])
        return self.add("mul", a, b)

    def power(self, base, exponent):
        if self.value(base) is not None and exponent.denominator == 1:
            return self.constant(self.value(base) ** int(exponent))
        if exponent.denominator == 1 and exponent >= 0:
            n, result = int(exponent), self.constant(1)
            while n:
                if n & 1:
                    result = self.product(result, base)
                base, n = (self.product(base, base), n // 2) if n > 1 else (base, 0)
            return result
        return self.add("fn", exponent, base)

    def call(self, name, argument):
        if name == "sqrt":
            return self.power(argument, Fraction(1, 2))
        if name not in TABLE:
            raise ValueError(f"unknown function {name}")
        return self.add("fn", name, argument)


class Parser:
    def __init__(self, text):
        self.text, self.position, self.program = text, 0, Program()
        self.advance()

    def advance(self):
        match = TOKEN.match(self.text, self.position)
        self.token = match.groups() if match else (None, None, None)
        self.position = match.end() if match else len(self.text)

    def accept(self, symbols):
        symbol = self.token[2]
        if symbol is not None and symbol in symbols:
            self.advance()
            return symbol
        return None

    def expect(self, symbol):
        if not self.accept(symbol):
            raise ValueError(f"expected {symbol} before position {self.position} of {self.text!r}")

    def sum(self):
        terms = [(1, self.term())]
        while sign := self.accept("+-"):
            terms.append((1 if sign == "+" else -1, self.term()))
        return self.program.combine(0, terms)

    def term(self):
        result = self.unary()
        while operation := self.accept("*/"):
            other = self.unary()
            if operation == "/":
                value = self.program.value(other)
                other = (self.program.power(other, Fraction(-1)) if value is None
                         else self.program.constant(1 / value))
            result = self.program.product(result, other)
        return result

    def unary(self):
        if sign := self.accept("+-"):
            return self.program.combine(0, [(1 if sign == "+" else -1, self.unary())])
        return self.power()

    def power(self):
        base = self.atom()
        if self.accept("^"):
            exponent = self.program.value(self.unary())
            if exponent is None:
                raise ValueError(f"the exponent is not a rational constant in {self.text!r}")
            return self.program.power(base, exponent)
        return base

    def atom(self):
        number, name, _ = self.token
        if number is not None:
            self.advance()
            return self.program.constant(Fraction(number))
        if name is not None:
            self.advance()
            if self.accept("("):
                argument = self.sum()
                self.expect(")")
                return self.program.call(name, argument)
            if name in ALIASES:
                return self.program.variable(ALIASES[name])
            if re.fullmatch(r"x[1-9]\d*", name):
                return self.program.variable(int(name[1:]) - 1)
            raise ValueError(f"unknown name {name} in {self.text!r}")
        self.expect("(")
        result = self.sum()
        self.expect(")")
        return result


def parse(text):
    parser = Parser(text)
    root = parser.sum()
    if parser.token != (None, None, None):
        raise ValueError(f"unexpected text before position {parser.position} of {text!r}")
    parser.program.root = root
    return parser.program
