"""The short form of `make bugs`: programs are as labelled, twins raise no alarm, most mistakes are found and mended."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bugs.judging import Verdict, judge
from tests.bugs.program import SHORT, corpus, parse
from tests.bugs.running import Runner


@pytest.fixture(scope="module")
def verdicts() -> Iterator[list[Verdict]]:
    runner = Runner()
    try:
        yield judge(corpus()[::SHORT], runner)
    finally:
        runner.close()


@pytest.mark.keras
def test_programs_are_as_labelled(verdicts: list[Verdict]) -> None:
    assert not [f"{v.program.name}: {fault}" for v in verdicts for fault in v.faults]


@pytest.mark.keras
def test_twins_raise_no_alarm(verdicts: list[Verdict]) -> None:
    assert not [f"{v.program.name}: {alarm}" for v in verdicts for alarm in v.alarms]


@pytest.mark.keras
def test_most_are_found_and_mended(verdicts: list[Verdict]) -> None:
    assert sum(bool(v.found) for v in verdicts) >= 0.7 * len(verdicts)
    assert sum(v.repaired for v in verdicts) >= 0.45 * len(verdicts)


def test_labels_are_read() -> None:
    program = parse("p", "#: title: T\n#: topic: t\na = 1\n#= a = 2\nb  #? #!\nc  #-\n#+ d\n#: check\nassert a\n")
    assert (program.bug, program.twin) == ("a = 1\nb\nc\n", "a = 2\nb\nd\n")
    assert (program.raises, program.causes, program.check) == ({2}, {1, 2, 3}, "assert a")


def test_both_parts_are_large_enough() -> None:
    seen = [p.seen for p in corpus()]
    assert 0.5 < sum(seen) / len(seen) < 0.7
