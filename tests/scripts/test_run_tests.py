"""The one total of `make test` must not call a run good that was none."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType

import pytest


@pytest.fixture
def run_tests(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("run_tests")


@pytest.mark.parametrize(
    ("status", "last_line", "expected"),
    [
        (0, "41 passed in 2.31s", (41, 0)),
        (0, "41 passed, 3 skipped in 2.31s", (41, 0)),
        (1, "1 failed, 40 passed, 2 errors in 2.31s", (40, 3)),
        (1, "9 passed, 1 failed", (9, 1)),
        # Nothing ran, or what ran broke off: never a success.
        (0, "0 passed, 0 failed", (0, 1)),
        (0, "", (0, 1)),
        (5, "no tests ran in 0.01s", (0, 1)),
        (1, "41 passed in 2.31s", (41, 1)),
        (137, "", (0, 1)),
    ],
)
def test_a_part_that_counts(run_tests: ModuleType, status: int, last_line: str, expected: tuple[int, int]) -> None:
    assert run_tests.verdict(run_tests.Part("pytest"), status, ["collected 41 items", last_line]) == expected


@pytest.mark.parametrize(("status", "expected"), [(0, (1, 0)), (2, (0, 1))])
def test_a_part_that_is_one_test(run_tests: ModuleType, status: int, expected: tuple[int, int]) -> None:
    assert run_tests.verdict(run_tests.Part("lint", counts=False), status, ["7 failed"]) == expected


def test_the_total_adds_up_and_fails_with_its_parts(
    run_tests: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes = {"lint": (0, []), "pytest": (1, ["1 failed, 40 passed"]), "vscode": (0, ["9 passed, 0 failed"])}
    parts = (run_tests.Part("lint", counts=False), run_tests.Part("pytest"), run_tests.Part("vscode"))
    monkeypatch.setattr(run_tests, "PARTS", parts)
    monkeypatch.setattr(run_tests, "run", outcomes.__getitem__)
    assert run_tests.main() == 1
    assert capsys.readouterr().out.splitlines()[-1] == "50 passed, 1 failed"
