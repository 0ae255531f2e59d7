"""Which Keras a program runs with: 2 and 3 differ in what they raise on.

Told by the program's own text (`import tf_keras`), or by the versions in the metadata of the interpreter that was
chosen for it. Where neither tells, it is taken for Keras 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..run import Run

SETTING = "keras"
"""The name under which `Run.setting` has it."""

_LEGACY = re.compile(
    r"[ \t]*(?:import[ \t]+(?:[\w. ]+,[ \t]*)*|from[ \t]+)tf_keras\b"
    r"|.*TF_USE_LEGACY_KERAS['\"]\]?\s*[=,]\s*['\"](?:1|[Tt]rue)"
)
_OWN = re.compile(r"[ \t]*(?:import|from)[ \t]+keras\b")
_TENSORFLOW = re.compile(r"[ \t]*(?:import|from)[ \t]+tensorflow\b")
# From this release of TensorFlow on, `tf.keras` is Keras 3.
_FIRST_WITH_3 = (2, 16)


@dataclass(frozen=True, slots=True)
class KerasVersion:
    """major: 2 or 3. known: whether the program or its interpreter says so, rather than we assume it."""

    major: int = 3
    known: bool = False

    @property
    def legacy(self) -> bool:
        return self.major < 3


def keras_version(run: Run | None) -> KerasVersion:
    """What the program at hand runs with."""
    found = run.setting(SETTING, None) if run is not None else None
    return found if isinstance(found, KerasVersion) else KerasVersion()


def version_of(lines: Iterable[str], installed: Mapping[str, str]) -> KerasVersion:
    """What a program of these lines runs with, where `installed` holds the versions of "keras" and "tensorflow"."""
    telling = [line for line in lines if "import" in line or "LEGACY_KERAS" in line]
    if any(map(_LEGACY.match, telling)):
        return KerasVersion(2, known=True)
    if not installed:
        return KerasVersion()
    own, inside = _major(installed.get("keras")), _inside_tensorflow(installed)
    asked = {own} if any(map(_OWN.match, telling)) else set()
    if any(map(_TENSORFLOW.match, telling)):
        asked.add(inside)
    # A module that imports neither gets its models from elsewhere.
    majors = asked or {own, inside} - {None}
    found = majors.pop() if len(majors) == 1 else None
    return KerasVersion() if found is None else KerasVersion(found, known=True)


def _numbers(version: str | None) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", version or "")[:2])


def _major(version: str | None) -> int | None:
    numbers = _numbers(version)
    return None if not numbers else 3 if numbers[0] >= 3 else 2


def _inside_tensorflow(installed: Mapping[str, str]) -> int | None:
    """The Keras that `tf.keras` is; None where TensorFlow is not installed."""
    numbers = _numbers(installed.get("tensorflow"))
    return None if not numbers else 3 if numbers >= _FIRST_WITH_3 else 2
