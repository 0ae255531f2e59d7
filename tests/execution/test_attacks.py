"""Attacks on the one who validates: each is refused, or harms nobody but the run that tries it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from keras_shapes.execution.runner import Runner
from keras_shapes.execution.verdict import Report, Verdict

from .attacks import DEADLY, FORGED, PRELUDE, REFUSED

pytestmark = [
    pytest.mark.keras,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="confinement is complete on Linux only"),
]
_GOOD = "model(np.ones((2, 3)))\n"


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that is none of the program's, as it was before the attacks."""
    folder = tmp_path_factory.mktemp("outside")
    secret = folder / "secret"
    secret.write_text("private")
    secret.chmod(0o600)
    yield folder
    assert [each.name for each in folder.iterdir()] == ["secret"]
    assert secret.read_text() == "private"
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert secret.stat().st_mtime > 0


@pytest.fixture(scope="module")
def refused(validate_shared: Callable[..., Report], outside: Path) -> dict[str, Verdict]:
    """What came of each attack, all of them in one run that goes on to its end."""
    lines = [f"r{n} = {attack}, model" for n, attack in enumerate(REFUSED.values())]
    lines = [line.replace("{outside}", str(outside)).replace("{home}", str(Path.home())) for line in lines]
    first = len(PRELUDE.splitlines())
    os.environ["KERAS_SHAPES_TEST_SECRET"] = "private"
    try:
        text = PRELUDE + "\n".join([*lines, _GOOD])
        report = validate_shared(text, *range(first, first + len(lines) + 1))
    finally:
        del os.environ["KERAS_SHAPES_TEST_SECRET"]
    assert report.unconfined == ()
    assert report.verdicts[len(lines)].verdict == "refuted", "the program goes on"
    return dict(zip(REFUSED, report.verdicts, strict=False))


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, refused: dict[str, Verdict]) -> None:
    assert refused[name].verdict != "refuted", "it was let"
    assert refused[name].error, refused[name]


@pytest.mark.parametrize("name", DEADLY)
def test_it_harms_nobody_else(name: str, validate_shared: Callable[..., Report]) -> None:
    text = f"{PRELUDE}r = {DEADLY[name]}, model\n{_GOOD}"
    last = len(text.splitlines()) - 1
    report = validate_shared(text, last - 1, last, seconds=5.0)
    assert [verdict.verdict for verdict in report.verdicts[:2]] == ["not-run", "not-run"]
    after = validate_shared(PRELUDE + _GOOD, len(PRELUDE.splitlines()))
    assert [verdict.verdict for verdict in after.verdicts] == ["refuted"], "the next validation works"


def test_files_without_end_are_stopped_at_a_limit(validate_shared: Callable[..., Report], runner: Runner) -> None:
    text = PRELUDE + DEADLY["fill the disk with many files"] + "\n"
    report = validate_shared(text, len(PRELUDE.splitlines()))
    assert "the limit of 256 MB of files was reached" in (report.verdicts[0].error or "")
    assert runner.folder is not None
    assert not [*runner.folder.glob("run-*")], "they are gone, though the runner stays"


def test_a_forged_verdict_is_none(validate_shared: Callable[..., Report]) -> None:
    last = len(FORGED.splitlines()) - 1
    report = validate_shared(FORGED, last)
    assert [verdict.verdict for verdict in report.verdicts] == ["confirmed"]
    assert (report.verdicts[0].error or "").startswith("ValueError")
