"""What other programs read: each format by its own rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from keras_shapes.cli import formats

from .conftest import Run

pytestmark = pytest.mark.usefixtures("by_hand")


@pytest.fixture
def programs(here: Path) -> Path:
    (here / "a b.py").write_text("é = f(BAD1)  # 100%\nODD\n")
    cells = [{"cell_type": "markdown", "source": ""}, {"cell_type": "code", "source": "x\nBAD"}]
    (here / "n.ipynb").write_text(json.dumps({"cells": cells}))
    (here / "z.py").write_text("")
    return here


@pytest.mark.parametrize("name", formats.names())
def test_nothing_found_is_a_whole_answer_too(here: Path, run: Run, name: str) -> None:
    (here / "a.py").write_text("")
    outcome = run("check", f"--output-format={name}")
    assert (outcome.status, outcome.err) == (0, "")


def test_github(programs: Path, run: Run) -> None:
    fits, mended = "::It does not fit", "%0Ahelp: Make it good"
    safe = "%0Ahelp: Make it safe"
    assert run("check", "--output-format=github").out.splitlines() == [
        f"::error title=keras-shapes (input-rank),file=a b.py,line=1,endLine=1,col=7,endColumn=11{fits}{mended}{safe}",
        f"::warning title=keras-shapes (unnormalized-input),file=a b.py,line=2,endLine=2,col=1,endColumn=4{fits}",
        f"::error title=keras-shapes (input-rank),file=n.ipynb::Cell 2, line 2: It does not fit{mended}",
    ]


def test_gitlab(programs: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI_PROJECT_DIR", str(programs.parent))
    before = json.loads(run("check", "--output-format=gitlab", programs).out)
    assert [(issue["check_name"], issue["severity"]) for issue in before] == [
        ("input-rank", "major"),
        ("unnormalized-input", "minor"),
        ("input-rank", "major"),
    ]
    assert before[0]["location"] == {"path": f"{programs.name}/a b.py", "lines": {"begin": 1}}
    assert len({issue["fingerprint"] for issue in before}) == 3
    file = programs / "a b.py"
    file.write_text("\n\n" + file.read_text())
    after = json.loads(run("check", "--output-format=gitlab", programs).out)
    assert [issue["fingerprint"] for issue in after] == [issue["fingerprint"] for issue in before]


def test_two_findings_on_one_line_are_told_apart_by_gitlab(here: Path, run: Run) -> None:
    (here / "a.py").write_text("BAD\nBAD\n")
    issues = json.loads(run("check", "--output-format=gitlab").out)
    assert len({issue["fingerprint"] for issue in issues}) == 2


def test_sarif(programs: Path, run: Run) -> None:
    log = json.loads(run("check", "--output-format=sarif").out)
    (scan,) = log["runs"]
    assert (log["version"], scan["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [rule["id"] for rule in scan["tool"]["driver"]["rules"]] == ["input-rank", "unnormalized-input"]
    assert "another rank" in scan["tool"]["driver"]["rules"][0]["help"]["markdown"]
    first, second, third = scan["results"]
    assert [result["ruleIndex"] for result in scan["results"]] == [0, 1, 0]
    physical: dict[str, Any] = first["locations"][0]["physicalLocation"]
    assert physical == {
        "artifactLocation": {"uri": "a%20b.py"},
        "region": {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 11},
    }
    (change,) = first["fixes"][1]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": physical["region"], "insertedContent": {"text": "SAFE"}}]
    assert (second["level"], "fixes" in second) == ("warning", False)
    assert "region" not in third["locations"][0]["physicalLocation"]
    assert third["locations"][0]["logicalLocations"] == [{"name": "cell 2, line 2"}]


def test_junit(programs: Path, run: Run) -> None:
    (programs / "bad.py").write_bytes(b"\0")
    suites = ET.fromstring(run("check", "--output-format=junit").out)
    counts = [[suite.get(name) for name in ("name", "tests", "failures", "errors")] for suite in suites]
    assert counts == [
        ["a b.py", "2", "2", "0"],
        ["bad.py", "1", "0", "1"],
        ["n.ipynb", "1", "1", "0"],
        ["z.py", "1", "0", "0"],
    ]
    failure = suites.find(".//failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("error", "It does not fit")
    assert failure.text == "a b.py:1:7\nhelp: Make it good\nhelp: Make it safe"
