"""Programs that run, whose lists and objects are changed in ways that nobody follows one by one: no finding."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

HEAD = "import random\nimport numpy as np\n"
PROGRAMS = {
    "class-level list": """\
class A:
    items = []
    def add(self, x): self.items.append(x)
a, b = A(), A()
for i in range(3): a.add(np.zeros(4)); b.add(np.ones(4))
np.array(A.items)[:, 3]; np.array(b.items).reshape(6, 4)
""",
    "default mutable": """\
def f(x, acc=[]):
    acc.append(x)
    return acc
f(np.zeros(2)); r = f(np.zeros(2))
np.array(r).reshape(2, 2)
""",
    "none guard unknown loop": """\
x = None
for i in range(random.randint(2, 6)):
    b = np.zeros((2, 3))
    if x is None:
        x = b
    else:
        x = np.vstack((x, b))
x[:, 2]; x[3]
""",
    "generator sum": """\
seen = []
def gen():
    for i in range(4):
        seen.append(np.zeros(2)); yield i
sum(gen())
np.array(seen)[3]
""",
    "global in function": """\
x = np.zeros(3)
def g():
    global x
    x = np.zeros((2, 4))
def h(): g()
h()
x[1, 3]
""",
    "global by unknown caller": """\
import threading
x = np.zeros(3)
def g():
    global x
    x = np.zeros((2, 4))
t = threading.Thread(target=g); t.start(); t.join()
x[1, 3]
""",
    "setdefault unknown": """\
d = {}
for i in range(10):
    d.setdefault(random.randint(0, 2), []).append(np.zeros(3))
for k, v in d.items(): np.array(v)[0, 2]
""",
    "instance list": """\
class M:
    def __init__(self): self.buf = []; self.n = 0
    def push(self, x): self.buf.append(x); self.n += 1
    def sample(self): return np.array(self.buf)
ms = [M(), M()]
for i in range(10): ms[random.randint(0, 1)].push(np.zeros(3))
k = max(ms, key=lambda m: m.n)
k.sample()[0, 2]
for m in ms:
    if m.n: m.sample()[0, 2]; np.zeros(m.n)[m.n - 1]
if ms[0].n: np.array(ms[0].buf)[0, 2]
""",
    "instance through dict": """\
class M:
    def __init__(self): self.rows = np.zeros((0, 3))
    def push(self): self.rows = np.vstack([self.rows, np.zeros(3)])
ms = {'a': M(), 'b': M()}
for k in ms: ms[k].push()
for i in range(5): ms[random.choice(['a', 'b'])].push()
ms['a'].rows[0, 2]
np.concatenate([m.rows for m in ms.values()])[6, 2]
""",
    "instance by branch": """\
class M:
    def __init__(self): self.rows = []
a, b = M(), M()
for i in range(20):
    t = a if random.random() < .5 else b
    t.rows.append(np.zeros(3))
np.array(a.rows + b.rows)[19, 2]
np.array(a.rows)[0, 2]
""",
    "instance by function": """\
class M:
    def __init__(self): self.rows = []
a, b = M(), M()
def which(i):
    return a if random.random() < .5 else b
for i in range(20): which(i).rows.append(np.zeros(3))
np.array(a.rows)[0, 2]; np.array(b.rows)[0, 2]
""",
    "random choice of lists": """\
ls = [[], []]
for i in range(30): random.choice(ls).append(np.zeros(3))
np.array(ls[0])[0, 2]
""",
    "min of lists": """\
ls = [[], []]
for i in range(30): min(ls, key=len).append(np.zeros(3))
np.array(ls[0])[0, 2]
""",
    "nested dict": """\
d = {'train': {'x': [], 'y': []}, 'test': {'x': [], 'y': []}}
for i in range(40):
    part = 'train' if random.random() < .6 else 'test'
    d[part]['x'].append(np.zeros(3)); d[part]['y'].append(1)
np.array(d['train']['x'])[0, 2]; np.array(d['test']['y'])[0]
""",
    "nested get": """\
d = {'train': [], 'test': []}
for i in range(40):
    d.get(random.choice(['train', 'test'])).append(np.zeros(3))
np.array(d['train'])[0, 2]
""",
    "tuple of lists": """\
parts = ([], [], [])
for i in range(40):
    parts[random.randint(0, 2)].append(np.zeros(3))
np.array(parts[0])[0, 2]
a, b, c = parts
np.array(b)[0, 2]
""",
    "many lists": """\
ls = [[] for _ in range(200)]
for i in range(3000): ls[i % 200].append(np.zeros(3))
np.array(ls[0])[14, 2]
for l in ls: np.array(l)[14, 2]
""",
    "recursion": """\
out = []
def walk(n):
    out.append(np.zeros(2))
    if n: walk(n - 1)
walk(20)
np.array(out)[20, 1]
""",
    "recursion unknown": """\
out = []
def walk(n):
    out.append(np.zeros(2))
    if n: walk(n - 1)
walk(random.randint(5, 8))
np.array(out)[5, 1]
""",
    "comprehension side": """\
out = []
[out.append(np.zeros(2)) for _ in range(5)]
np.array(out)[4, 1]
_ = [out.append(np.zeros(2)) for _ in range(random.randint(3, 6))]
np.array(out)[7, 1]
""",
    "context": """\
class C:
    def __enter__(self): self.l = []; return self
    def __exit__(self, *a): self.l.append(np.zeros(3))
with C() as c: c.l.append(np.zeros(3))
np.array(c.l)[1, 2]
""",
    "globals": """\
globals()['zz'] = np.zeros((3, 4))
zz.reshape(4, 3)
x = np.zeros(3)
globals()['x'] = np.zeros((2, 2))
x.reshape(2, 2)
""",
    "try partial": """\
x = np.zeros(3)
try:
    x = np.zeros((2, 2))
    raise KeyError
except KeyError:
    x[1, 1]
finally:
    x = np.zeros((4, 4))
x[3, 3]
""",
    "2d grow": """\
g = []
for i in range(4):
    g.append([])
    for j in range(3): g[-1].append(i * j)
np.array(g)[3, 2]
h = []
for i in range(random.randint(3, 4)):
    row = []
    for j in range(3): row.append(i)
    h.append(row)
np.array(h)[2, 2]
k = []
for i in range(random.randint(3, 4)):
    k.append([])
    for j in range(3): k[i].append(j)
np.array(k)[2, 2]
""",
    "attr through self alias": """\
class T:
    def __init__(self): self.d = {'x': []}
    def go(self):
        d = self.d
        for i in range(3): d['x'].append(np.zeros(2))
        return np.array(self.d['x'])
T().go()[2, 1]
""",
    "a queue with a maximum": """\
import collections
q = collections.deque([np.zeros(2)], maxlen=3)
q.extend([np.zeros(2)] * 5)
np.array(q).reshape(3, 2)
r = collections.deque(maxlen=2)
for i in range(3): r.append((np.zeros(2), i))
np.array([a for a, _ in r]).reshape(2, 2)
np.zeros(len(r))[1]
w = collections.deque([], 2)
w.append(1); w.append(2); w.append(3); np.array(w).reshape(2)
""",
    "one of many objects": """\
class M:
    def __init__(self):
        self.rows = []
    def push(self, row):
        self.rows.append(row)

held = [M() for _ in range(12)]
for i in range(400):
    held[random.randrange(12)].push(np.zeros(3))
np.array(held[0].rows)[0, 2]
""",
}


@pytest.mark.parametrize("title", PROGRAMS)
def test_silent(title: str) -> None:
    program = HEAD + PROGRAMS[title]
    for _ in range(3):
        exec(compile(program, title, "exec"), {"__name__": "__main__"})  # it runs, whatever chance decides
    assert [d.message for d in analyse(Document.of_text("example.py", program)).diagnostics] == []
