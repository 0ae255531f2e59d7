"""`rule`: every rule has a page, and a misspelt one finds its neighbours."""

from __future__ import annotations

import pytest

from keras_shapes.diagnostics import rules

from .conftest import Run


def test_every_rule_is_listed_with_its_first_line(run: Run) -> None:
    lines = run("rule").out.splitlines()
    assert [line.split()[0] for line in lines] == list(rules())
    assert all(len(line.split()) > 3 for line in lines)


def test_a_page_is_the_rules_own(run: Run) -> None:
    page = run("rule", "input-rank").out
    assert page.startswith("input-rank (error)\n\n")
    assert page.strip().endswith((rules()["input-rank"].__doc__ or "").strip())


def test_all_pages(run: Run) -> None:
    out = run("rule", "--all").out
    assert all(f"{code} ({module.SEVERITY})\n" in out for code, module in rules().items())


def test_an_unknown_rule_names_the_nearest(run: Run) -> None:
    outcome = run("rule", "inpt-rank")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("keras-shapes: there is no rule 'inpt-rank'; did you mean input-rank")


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
def test_a_flag_with_an_unknown_rule_is_wrong_usage(run: Run, flag: str) -> None:
    outcome = run("check", flag, "input-rank,nonsense")
    assert outcome.status == 2
    assert "there is no rule 'nonsense'; `keras-shapes rule` lists them" in outcome.err
