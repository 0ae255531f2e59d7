"""The third outcome beside a value and a contradiction: we do not know, and say why."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that could not be worked out.

    `reason` is shown on hover. `key` names the evaluation that made it, so that the same unknown number used
    twice as a size is known to be the same size.
    """

    reason: str
    key: object = None
    name: str = field(default="", compare=False)


def unknown(value: object) -> bool:
    return isinstance(value, Unknown)
