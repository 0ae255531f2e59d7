# ruff: noqa: PERF401, B007, SIM105, E741 — lists filled in loops are what this is about
import numpy as np

data = np.random.rand(500, 3)
A, B, C, D = [], [], [0], []
for i in range(300):
    A.append(data[i])
    if data[i, 0] > 0.5:
        B.append(data[i])
    C.append(i)
    D.append(1.0)
    D.append(2.0)
A, B, C, D = np.array(A), np.array(B), np.array(C), np.array(D)
E = []
for i in range(200):
    for j in range(2):
        E.append(data[i])
E = np.array(E)
F = []
for i in range(200):
    if i == 100:
        break
    F.append(i)
F = np.array(F)
G = []
for i in range(200):
    if data[i, 1] > 0.5:
        continue
    G.append(i)
G = np.array(G)
H, I = [], []
for row in data:
    H.append(row[:2])
    I.append(row[2])
H, I = np.array(H), np.array(I)
J = []
first = True
for i in range(200):
    if first:
        J.append(0)
        first = False
    J.append(i)
J = np.array(J)
K = []
for i in range(200):
    try:
        K.append(int(data[i, 0]))
    except ValueError:
        pass
K = np.array(K)
L = []
for i in range(200):
    for j in range(200):
        L.append(data[i])
L = np.array(L)
M = []
i = 0
while i < 300:
    M.append(data[i])
    i += 1
M = np.array(M)
