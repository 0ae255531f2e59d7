"""The contradiction: what cannot fit, as typed facts. Words are made elsewhere, from these."""

from __future__ import annotations

from typing import Any


class Mismatch(Exception):
    """Raised by a rule when real Keras (numpy, TensorFlow) is proved to raise, or to do what was not meant.

    kind: the code of the diagnostic that words it, such as "input-rank".
    expected, found: shapes (tuples of dims), counts or names; what they are is the kind's own matter.
    facts: more of what the kind's words and fixes need, by name.
    result: the value the analysis goes on with: what would have come, had it fitted.
    """

    def __init__(self, kind: str, expected: Any = None, found: Any = None, result: Any = None, **facts: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.expected = expected
        self.found = found
        self.result = result
        self.facts = facts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Mismatch) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]
