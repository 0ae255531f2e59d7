"""docs/coverage.md says what the oracle recorded, and that nothing disagrees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def coverage_page(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("coverage_page")


def test_nothing_recorded_disagrees(coverage_page: ModuleType) -> None:
    assert [name for _, name, counts in coverage_page.rows() if counts["disagreed"]] == []


def test_every_name_is_on_the_page(coverage_page: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    head = "family\tname\tagreed\traised\tunknown\tmissed\tdisagreed\n"
    rows = "fit\tmse\t7\t2\t1\t0\t0\nlayers\tDense\t9\t3\t0\t2\t1\n"
    (tmp_path / "recorded.tsv").write_text(f"# made\n{head}{rows}", encoding="utf-8")
    (tmp_path / "rules.tsv").write_text("# made\nrule\tcompared\nkeras.a\t1\nkeras.b\t0\n", encoding="utf-8")
    monkeypatch.setattr(coverage_page, "ORACLE", tmp_path)
    page = coverage_page.page()
    assert (
        "2 names in 20 cases against the real libraries: 16 agreed, 1 disagreed, 1 unknown (5.0 %), 2 missed." in page
    )
    assert "| `mse` | 7 | 0 | 1 | 0 |" in page
    assert "| `Dense` | 9 | 1 | 0 | 2 |" in page
    assert page.endswith("1 of 2 rules were asked in these cases. The others:\n\n`keras.b`\n")
