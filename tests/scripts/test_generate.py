"""What `make generate` writes is up to date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def generate(script: Callable[[str], ModuleType]) -> ModuleType:
    return script("generate")


def test_what_is_generated_is_up_to_date(generate: ModuleType) -> None:
    stale = [str(path.relative_to(generate.ROOT)) for path in generate.stale(generate.outputs())]
    assert stale == [], "run `make generate`"


def test_a_stale_file_would_be_seen(generate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.md"
    page.write_text("old", encoding="utf-8")
    gone = tmp_path / "gone.md"
    gone.write_text("a rule that was", encoding="utf-8")
    monkeypatch.setattr(generate, "RULES", tmp_path)
    assert generate.stale({page: "new", tmp_path / "absent.md": "new"}) == [gone, page, tmp_path / "absent.md"]
