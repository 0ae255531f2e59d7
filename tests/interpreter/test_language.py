"""Python as people write it: what a program computes is what Python computes."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

PROGRAMS = {
    "partial fn": """\
import functools
def f(a, b, c=2): return np.zeros((a, b, c))
g = functools.partial(f, 3, c=7)
R = g(4)
""",
    "namedtuple": """\
from collections import namedtuple
C = namedtuple("C", ["h", "w"])
c = C(3, w=4)
h, w = c
R = np.zeros((c.h, w, c[0]))
""",
    "namedtuple str": """\
from collections import namedtuple
C = namedtuple("C", "h w", defaults=[9])
R = np.zeros((C(3).h, C(3).w))
""",
    "NamedTuple": """\
from typing import NamedTuple
class C(NamedTuple):
    h: int
    w: int = 5
c = C(3)
R = np.zeros((c.h, c.w))
""",
    "dataclass": """\
from dataclasses import dataclass, field
@dataclass
class C:
    h: int
    w: int = 5
    units: list = field(default_factory=lambda: [1, 2, 3])
    def shape(self): return (self.h, self.w, len(self.units))
    @property
    def area(self): return self.h * self.w
c = C(h=3)
R = np.zeros(c.shape() + (c.area,))
""",
    "dataclass frozen post": """\
import dataclasses
@dataclasses.dataclass(frozen=True)
class C:
    h: int = 4
    def __post_init__(self):
        object.__setattr__(self, "w", self.h * 2)
c = dataclasses.replace(C(), h=6)
R = np.zeros((c.h,))
""",
    "enum": """\
from enum import Enum
class S(Enum):
    A = 3
    B = 4
R = np.zeros((S.A.value, S["B"].value))
""",
    "class const": """\
class Config:
    H = 3
    W = H * 2
    SHAPE = (H, W)
R = np.zeros(Config.SHAPE)
""",
    "class attr set": """\
class Config: pass
Config.H = 3
c = Config()
c.W = 4
R = np.zeros((Config.H, c.W))
""",
    "classmethod": """\
class A:
    def __init__(self, n): self.n = n
    @classmethod
    def make(cls): return cls(5)
R = np.zeros(A.make().n)
""",
    "inherit": """\
class A:
    def __init__(self, n): self.n = n
    def size(self): return self.n
class B(A):
    def __init__(self): super().__init__(6); self.m = 2
    def size(self): return super().size() + self.m
R = np.zeros(B().size())
""",
    "setter": """\
class A:
    def __init__(self): self._n = 1
    @property
    def n(self): return self._n
    @n.setter
    def n(self, v): self._n = v * 2
a = A(); a.n = 4
R = np.zeros(a.n)
""",
    "dunder": """\
class A:
    def __call__(self, n): return n + 1
    def __len__(self): return 4
    def __getitem__(self, i): return i * 2
    def __add__(self, o): return 9
a = A()
R = np.zeros((a(2), len(a), a[3], a + 1))
""",
    "match": """\
name = "a"
match name:
    case "b": n = 1
    case "a" | "c": n = 5
    case _: n = 2
R = np.zeros(n)
""",
    "match tuple": """\
match (3, 4):
    case (a, b): n = a + b
R = np.zeros(n)
""",
    "match dict": """\
match {"k": 4, "z": 2}:
    case {"k": int(v)}: n = v
R = np.zeros(n)
""",
    "walrus": """\
if (n := 5) > 3:
    R = np.zeros(n)
""",
    "with": """\
class M:
    def __enter__(self): return 4
    def __exit__(self, *a): pass
with M() as n:
    R = np.zeros(n)
""",
    "contextmanager": """\
from contextlib import contextmanager
@contextmanager
def cm(n):
    yield n * 2
with cm(3) as n:
    R = np.zeros(n)
""",
    "decorator own": """\
def deco(f):
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner
@deco
def size(n): return n + 1
R = np.zeros(size(3))
""",
    "decorator wraps args": """\
import functools
def times(k):
    def deco(f):
        @functools.wraps(f)
        def inner(*a): return f(*a) * k
        return inner
    return deco
@times(3)
def size(n): return n
R = np.zeros(size(3))
""",
    "closure": """\
def outer(n):
    def inner(m): return n * m
    return inner
R = np.zeros(outer(3)(4))
""",
    "nonlocal": """\
def outer():
    n = 1
    def inc():
        nonlocal n
        n += 1
    inc(); inc()
    return n
R = np.zeros(outer())
""",
    "global": """\
n = 1
def inc():
    global n
    n = 7
inc()
R = np.zeros(n)
""",
    "generator list": """\
def gen():
    for i in range(3): yield i
R = np.zeros(len(list(gen())))
""",
    "generator next": """\
def gen():
    while True:
        yield np.zeros((4, 5))
R = next(gen())
""",
    "yield from": """\
def a(): yield 1; yield 2
def b(): yield from a()
R = np.zeros(sum(b()))
""",
    "genexpr": """\
R = np.zeros(sum(i for i in range(4)))
""",
    "lambda default": """\
f = lambda n, m=3: (n, m)
R = np.zeros(f(2))
""",
    "star args": """\
def f(*args, **kw): return (len(args), kw["a"], args[1])
R = np.zeros(f(1, 2, a=5))
""",
    "star call": """\
def f(a, b, c): return (a, b, c)
d = {"c": 3}
R = np.zeros(f(*[1, 2], **d))
""",
    "dict merge": """\
a = {"x": 1, "y": 2}; b = {**a, "y": 5} | {"z": 6}
a.update(x=9)
R = np.zeros((b["y"], b.get("z"), a["x"], a.setdefault("q", 4), len(b)))
""",
    "dict items": """\
s = 0
for k, v in {"a": 2, "b": 3}.items(): s += v
R = np.zeros(s)
""",
    "nested comp": """\
g = [[i * j for j in range(1, 3)] for i in range(1, 4)]
R = np.zeros((len(g), len(g[0]), g[2][1]))
""",
    "sorted": """\
R = np.zeros(sorted([3, 1, 2])[0:2])
""",
    "sorted key": """\
R = np.zeros(sorted([(1, 5), (2, 3)], key=lambda t: t[1])[0])
""",
    "map filter": """\
R = np.zeros(list(map(lambda v: v + 1, filter(lambda v: v > 1, [1, 2, 3]))))
""",
    "zip star": """\
a, b = zip(*[(1, 2), (3, 4)])
R = np.zeros(a + b)
""",
    "reversed enumerate": """\
t = tuple(i * v for i, v in enumerate(reversed([4, 5, 6]), start=1))
R = np.zeros(t)
""",
    "ternary": """\
channels = 1
R = np.zeros((2, 3) if channels == 1 else (2, 3, channels))
""",
    "fstring": """\
n = 3
d = {f"layer_{n}": 8}
R = np.zeros(d["layer_3"])
""",
    "str methods": """\
s = "3,4,5"
R = np.zeros([int(v) for v in s.split(",")])
""",
    "int math": """\
import math
n = math.ceil(10 / 3); m = int(math.log2(8)); k = max(3, 2) ** 2; q, r = divmod(17, 5)
R = np.zeros((n, m, k, q, r, round(2.6), abs(-2), 7 // 2, math.prod((2, 3))))
""",
    "while": """\
n = 1
while n < 20: n *= 2
R = np.zeros(n)
""",
    "break else": """\
for i in range(10):
    if i == 4: break
else:
    i = 99
R = np.zeros(i)
""",
    "try": """\
try:
    import nothing
    n = 3
except ImportError:
    n = 3
finally:
    m = 4
R = np.zeros((n, m))
""",
    "del": """\
a = [1, 2, 3]
del a[0]
R = np.zeros(a)
""",
    "list ops": """\
a = [1, 2]; a += [3]; a.insert(0, 9); a.pop(); a.extend((4,)); a = a * 2; a.remove(9)
R = np.zeros(a)
""",
    "set": """\
labels = {"a", "b", "a"}
R = np.zeros(len(labels))
""",
    "unpack": """\
a, *b, c = (1, 2, 3, 4)
(d, e), f = (5, 6), 7
R = np.zeros((a, len(b), c, d, e, f))
""",
    "slice obj": """\
s = slice(0, 5)
R = np.zeros((10, 3))[s]
""",
    "isinstance": """\
def size(n):
    if isinstance(n, int): n = (n, n)
    return n
R = np.zeros(size(3) + size((4, 5)))
""",
    "setattr hasattr": """\
class C: pass
c = C()
setattr(c, "h", 4)
R = np.zeros((c.h, 2 if hasattr(c, "h") else 3))
""",
    "global if main": """\
def main():
    global R
    R = np.zeros(3)
if __name__ == "__main__":
    main()
""",
    "recursion": """\
def fact(n): return 1 if n <= 1 else n * fact(n - 1)
R = np.zeros(fact(4))
""",
    "dict dispatch": """\
def a(n): return n
def b(n): return n * 2
R = np.zeros({"a": a, "b": b}["b"](4))
""",
    "simple namespace": """\
from types import SimpleNamespace
c = SimpleNamespace(h=3, w=4)
R = np.zeros((c.h, c.w))
""",
    "itertools": """\
import itertools
s = 0
for a, b in itertools.product([1, 2], [3]): s += a * b
t = list(itertools.chain([1], [2]))
R = np.zeros((s, len(t)))
""",
    "reduce": """\
from functools import reduce
import operator
R = np.zeros(reduce(operator.mul, (2, 3, 4), 1))
""",
    "collections": """\
from collections import OrderedDict, defaultdict, Counter, deque
o = OrderedDict(a=3); o["b"] = 4
d = defaultdict(list); d["x"].append(1)
R = np.zeros((o["a"], len(o), len(d["x"])))
""",
    "json": """\
import json
cfg = json.loads('{"h": 3, "w": [4, 5]}')
R = np.zeros((cfg["h"], cfg["w"][1]))
""",
    "chained comparison": """\
n = 5
R = np.zeros(3 if 1 < n <= 5 else 4)
""",
    "string keys enum": """\
sizes = dict(small=(3, 3), large=(9, 9))
R = np.zeros(sizes["large"])
""",
    "np.prod shape": """\
x = np.zeros((5, 4, 3))
R = x.reshape(-1, np.prod(x.shape[1:]))
""",
    "tuple add": """\
x = np.zeros((5, 4, 3))
R = np.zeros((7,) + x.shape[1:] + (1,))
""",
    "star shape": """\
x = np.zeros((5, 4, 3))
R = x.reshape(*x.shape, 1)
""",
    "star in tuple": """\
x = np.zeros((5, 4, 3))
R = np.zeros((1, *x.shape[1:]))
""",
    "abs cls var": """\
class A:
    shape = (3,)
    def build(self): return np.zeros(self.shape)
class B(A):
    shape = (5,)
R = B().build()
""",
    "iter next": """\
it = iter([np.zeros((3, 2))])
R = next(it)
""",
    "exec order": """\
def f(): return G
G = 4
R = np.zeros(f())
""",
    "type alias": """\
from typing import Tuple
Shape = Tuple[int, int]
def f(s: Shape = (2, 3)) -> np.ndarray: return np.zeros(s)
R = f()
""",
    "append loop": """\
xs = []
for i in range(200):
    xs.append(np.zeros((3, 4)))
R = np.array(xs)
""",
    "window": """\
data = np.zeros((100, 3))
X, y = [], []
for i in range(len(data) - 10):
    X.append(data[i:i + 10])
    y.append(data[i + 10, 0])
R = np.array(X)
""",
    "window fn": """\
def windows(d, n=10):
    X, y = list(), list()
    for i in range(n, len(d)):
        X.append(d[i - n:i, 0])
        y.append(d[i, 0])
    return np.array(X), np.array(y)
R, y = windows(np.zeros((100, 3)))
""",
    "window break": """\
def split(seq, n):
    X, y = [], []
    for i in range(len(seq)):
        end = i + n
        if end > len(seq) - 1:
            break
        X.append(seq[i:end]); y.append(seq[end])
    return np.array(X), np.array(y)
R, y = split(np.zeros(100), 7)
""",
    "while append": """\
xs = []
i = 0
while i < 1000:
    xs.append(np.zeros(3)); i += 1
R = np.array(xs)
""",
    "environment": """\
import os
first = int(os.environ.get("A_SIZE_THAT_NOBODY_SET", "3"))
os.environ["A_SIZE_THAT_NOBODY_SET"] = "5"
R = np.zeros((first, int(os.getenv("A_SIZE_THAT_NOBODY_SET", 3))))
del os.environ["A_SIZE_THAT_NOBODY_SET"]
""",
    "argparse": """\
import argparse
p = argparse.ArgumentParser()
p.add_argument("--size", type=int, default=28)
p.add_argument("--hidden-units", "-u", type=int, default=64, help="x")
p.add_argument("--flag", action="store_true")
p.add_argument("--dims", nargs="+", type=int, default=[3, 4])
args = p.parse_args()
R = np.zeros((args.size, args.hidden_units))
""",
    "argparse vars": """\
import argparse
def get():
    p = argparse.ArgumentParser()
    p.add_argument("--size", type=int, default=28)
    return p.parse_args()
cfg = vars(get())
R = np.zeros((cfg["size"], 2))
""",
    "argparse tuple": """\
import argparse
p = argparse.ArgumentParser()
p.add_argument("--size", type=int, default=28)
args, rest = p.parse_known_args()
R = np.zeros((args.size, 2))
""",
}
# Programs whose result is not followed, each with what stands in the way.
UNFOLLOWED = {
    "collections": "defaultdict",
    "json": "json",
    "while append": "more iterations than are followed one by one",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_as_python_computes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`R` is an array; its sizes are compared with those that it really has."""
    text = f"import numpy as np\n{PROGRAMS[name]}"
    monkeypatch.setattr(sys, "argv", ["program.py"])
    space: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(text, name, "exec"), space)
    analysis = analyse(Document.of_text("program.py", text))
    found = analysis.evaluation.state.get("R")
    shape = getattr(found, "shape", None)
    assert analysis.diagnostics == ()
    if name in UNFOLLOWED:
        assert shape is None or not all(isinstance(size, int) for size in shape), "it is followed now"
    else:
        assert shape == np.shape(space["R"])
