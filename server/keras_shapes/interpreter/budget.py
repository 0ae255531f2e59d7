"""What an evaluation may cost, in one place. Past it, values are Unknown("budget")."""

from __future__ import annotations

MAX_STEPS = 20_000
"""Nodes evaluated for one block, calls included."""
MAX_UNKNOWING_STEPS = 3_000
"""Nodes evaluated for one function that nothing calls."""
MAX_TOTAL_STEPS = 150_000
"""Nodes evaluated for one document."""
MAX_IMPORTED_STEPS = 1_500_000
"""Nodes evaluated for all the modules that one document leads to."""
MAX_MODULES = 1_000
"""Modules that are kept as evaluated."""
MAX_CALL_DEPTH = 16
MAX_IMPORT_DEPTH = 24
"""Modules that are evaluated because one imports the other."""
MAX_EXPRESSION_DEPTH = 120
MAX_UNROLLED = 128
"""Iterations of a loop that are evaluated one by one."""
MAX_LENGTH = 4096
"""Elements of a list, characters of a string that are built."""
MAX_INTEGER_BITS = 256


class Spent(Exception):
    """The budget is used up."""


class Budget:
    """Counts steps of one document and of the block at hand."""

    __slots__ = ("block", "left", "total")

    def __init__(self) -> None:
        self.total = MAX_TOTAL_STEPS
        self.left = self.block = MAX_STEPS

    def begin_block(self, steps: int = MAX_STEPS) -> None:
        self.left = self.block = min(steps, self.total)

    @property
    def used(self) -> int:
        return MAX_TOTAL_STEPS - self.total

    def end_block(self) -> None:
        self.total -= self.block - max(self.left, 0)

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Spent
