"""One warm child of the Python that runs the tests, shared by all tests that need no child of their own."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.synthesize import Binding
from keras_shapes.execution.validation import Candidate, Expected, Program, validate_with
from keras_shapes.execution.verdict import Report


def _program(
    text: str,
    *lines: int,
    path: Path = Path("/somewhere/train.py"),
    severity: str = "error",
    fixes: Sequence[tuple[str, str]] = (),
    bindings: Sequence[Binding] = (),
) -> Program:
    """A program with a finding expected on each of `lines` (from 0); the fixes belong to the first."""
    candidates = tuple(Candidate(title, edited) for title, edited in fixes)
    expected = tuple(Expected("input-rank", line, severity, () if i else candidates) for i, line in enumerate(lines))
    return Program(path, text, expected, tuple(bindings))


@pytest.fixture(scope="session")
def runner() -> Iterator[Runner]:
    if importlib.util.find_spec("tensorflow") is None:
        pytest.skip("TensorFlow is not installed in the Python that runs the tests")
    with Runner(sys.executable) as shared:
        yield shared


@pytest.fixture
def validate(validate_shared: Callable[..., Report]) -> Callable[..., Report]:
    return validate_shared


@pytest.fixture(scope="session")
def validate_shared(runner: Runner) -> Callable[..., Report]:
    """Validates a text with a finding expected on each of the given lines (from 0)."""

    def call(text: str, *lines: int, seconds: float = 60.0, megabytes: int = 3000, **more: Any) -> Report:
        return _validated(runner, _program(text, *lines, **more), Limits(seconds, megabytes, unconfined=True))

    return call


@pytest.fixture
def validate_asked(runner: Runner) -> Callable[[Program], Report]:
    return lambda program: _validated(runner, program, Limits(60.0, 3000, unconfined=True))


def _validated(runner: Runner, program: Program, limits: Limits) -> Report:
    return validate_with(runner, program, Watch.from_now(limits, lambda: False), lambda _message, _fraction: None)
