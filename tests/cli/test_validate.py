"""`validate`: verdicts at the user's places, and what is said where nothing can be run."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.execution.request import request
from keras_shapes.settings import Settings
from keras_shapes.source.notebook import read_notebook
from tests.execution.test_unconfined import WITHOUT_LANDLOCK

from .conftest import Run

PROGRAM = """import numpy as np
import keras

x = np.random.rand(100, 10)
model = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(8)])
model.predict(x)
"""
NOTEBOOK = [
    {"cell_type": "markdown", "source": "# Title"},
    {"cell_type": "code", "source": "%matplotlib inline\nimport numpy as np, keras\nx = np.random.rand(100, 10)"},
    {"cell_type": "code", "source": "model = keras.Sequential([keras.Input((20, 10)), keras.layers.LSTM(8)])"},
    {"cell_type": "code", "source": "print(x)\nmodel.predict(x)"},
]

has_keras = pytest.mark.skipif(not importlib.util.find_spec("tensorflow"), reason="TensorFlow is not installed")


@pytest.fixture
def bare(here: Path) -> Path:
    """A Python without any library."""
    (here / "bare" / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    python = here / "bare" / "bin" / "python3"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    return python


def test_without_keras_it_says_what_is_missing(here: Path, run: Run, bare: Path) -> None:
    (here / "a.py").write_text(PROGRAM)
    outcome = run("validate", "--python", "bare/bin/python3", "a.py")
    assert outcome.status == 2
    assert outcome.err.startswith(f"keras-shapes: {bare} has no Keras. Choose the Python")
    assert "a.py:6:1: input-rank: not run" in outcome.out
    (verdict,) = json.loads(run("validate", "--python", bare, "--output-format=json", "a.py").out)["files"][0][
        "verdicts"
    ]
    assert (verdict["code"], verdict["verdict"]) == ("input-rank", "not-run")
    assert {fix["verdict"] for fix in verdict["fixes"]} <= {"not-run"}


def test_only_the_line_asked_for(here: Path, run: Run, bare: Path) -> None:
    (here / "a.py").write_text(PROGRAM)
    (here / "n.ipynb").write_text(json.dumps({"cells": NOTEBOOK}))
    for path, count in (
        ("a.py:6", 1),
        ("a.py:6:3", 1),
        ("a.py:5", 0),
        ("n.ipynb:cell 4:2", 1),
        ("n.ipynb:cell 3:1", 0),
    ):
        outcome = run("validate", "--python", bare, "--output-format=json", path)
        (file,) = json.loads(outcome.out)["files"]
        assert file["path"] == path.split(":")[0]
        assert len(file["verdicts"]) == count, path


def test_a_missing_file_is_told(here: Path, run: Run, bare: Path) -> None:
    outcome = run("validate", "--python", bare, "missing.py:3")
    assert (outcome.status, outcome.err) == (2, "missing.py: no such file\n")


def test_a_notebook_becomes_one_program_and_its_lines_find_back() -> None:
    document = read_notebook("n.ipynb", json.dumps({"cells": NOTEBOOK}))
    analysis = analyse(document, Settings())
    asked = request(analysis, Path("n.ipynb"), analysis.diagnostics)
    lines = asked.program.text.split("\n")
    assert lines[0] == ""
    assert lines[asked.program.expected[0].line] == "model.predict(x)"
    assert [binding.name for binding in asked.program.bindings] == ["x"]
    where = asked.range_of(asked.program.expected[0].line)
    assert (document.sources[where.source].cell, where.start.line) == (3, 1)
    for expected, fixes in zip(asked.program.expected, asked.fixes):
        for candidate, fix in zip(expected.fixes, fixes):
            assert candidate.title == fix.title
            assert all(edit.new_text.strip("\n") in candidate.text for edit in fix.edits)
            assert "%matplotlib" not in candidate.text


@has_keras
@pytest.mark.keras
@pytest.mark.slow
def test_real_keras_agrees(here: Path, run: Run) -> None:
    (here / "a.py").write_text(PROGRAM)
    (here / "good.py").write_text(PROGRAM.replace("(100, 10)", "(100, 20, 10)"))
    outcome = run("validate", "--python", sys.executable, "--output-format=json", "a.py", "good.py")
    bad, good = json.loads(outcome.out)["files"]
    (verdict,) = bad["verdicts"]
    assert (verdict["verdict"], verdict["cell"], verdict["range"]["start"]["line"]) == ("confirmed", None, 5)
    assert verdict["error"].startswith("ValueError: ")
    assert (good["verdicts"], outcome.status) == ([], 1)
    ran = good["run"]
    assert (ran["interpreter"], ran["unconfined"]) == (sys.executable, [])
    assert {"python", "keras", "tensorflow"} <= ran["versions"].keys()
    assert ran["notes"] == ["predict: one batch, its rows repeated for the others"]
    told = run("validate", "--python", sys.executable, "good.py").out
    assert told.startswith("good.py: real Keras runs it, and nothing was found.\n")
    assert "good.py: what was run: predict: one batch, its rows repeated for the others\n" in told
    assert f"by {sys.executable} (python " in told


@has_keras
@pytest.mark.keras
@pytest.mark.slow
def test_a_check_can_leave_out_what_real_keras_refutes(here: Path, run: Run) -> None:
    hidden = "x.data.obj.shape = (5, 20, 10)\nmodel ="
    (here / "confirmed.py").write_text(PROGRAM)
    (here / "refuted.py").write_text(PROGRAM.replace("model =", hidden))
    (here / "found.py").write_text(PROGRAM.replace("(100, 10)", "(100, 20, 10)") + "model.get_layer('absent')\n")
    names = ("confirmed.py", "refuted.py", "found.py")
    plain = json.loads(run("check", "--output-format=json", *names).out)["files"]
    assert [len(file["diagnostics"]) for file in plain] == [1, 1, 0]
    assert "verdict" not in plain[0]["diagnostics"][0]
    asked = ("check", "--validate", "--unconfined", "--python", sys.executable)
    outcome = run(*asked, "--output-format=json", *names)
    confirmed, refuted, found = (file["diagnostics"] for file in json.loads(outcome.out)["files"])
    assert (outcome.status, refuted) == (1, [])
    assert "1 finding left out: real Keras refutes it" in outcome.err
    assert (confirmed[0]["verdict"], confirmed[0]["error"][:11]) == ("confirmed", "ValueError:")
    assert {fix["verdict"] for fix in confirmed[0]["fixes"]} == {"works"}
    assert (found[0]["code"], found[0]["verdict"], found[0]["range"]["start"]["line"]) == ("keras-said", "found", 6)
    assert run(*asked, "refuted.py").status == 0
    full = run(*asked, "confirmed.py", "found.py").out
    for words in ("= keras: confirmed by running: ValueError", " ✓ runs", "error[keras-said]: Keras said: ValueError"):
        assert words in full
    assert run(*asked, "--output-format=sarif", "found.py").status == 1


def test_a_check_without_keras_says_what_is_missing(here: Path, run: Run, bare: Path) -> None:
    (here / "a.py").write_text(PROGRAM)
    outcome = run("check", "--validate", "--python", bare, "a.py")
    assert outcome.status == 2
    assert "has no Keras" in outcome.err
    assert "input-rank" in outcome.out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="denies a system call of Linux")
def test_what_cannot_be_confined_is_not_run_unless_it_is_allowed(here: Path, run: Run) -> None:
    (here / "a.py").write_text("import numpy as np\nx = np.zeros((2, 3)) @ np.zeros((4, 5))\n")
    libraries = here / "env" / "lib" / "python3.11" / "site-packages"
    (libraries / "keras-3.0.0.dist-info").mkdir(parents=True)
    loose = here / "env" / "bin" / "python"
    loose.parent.mkdir()
    loose.write_text(WITHOUT_LANDLOCK)
    loose.chmod(0o755)
    outcome = run("validate", "--python", loose, "a.py")
    assert "array-shapes: not run" in outcome.out
    assert "not confined wholly: landlock: " in outcome.err
    assert "--unconfined runs it all the same" in outcome.err
    outcome = run("validate", "--unconfined", "--python", loose, "a.py")
    assert (outcome.status, "array-shapes: confirmed" in outcome.out) == (1, True)
    assert "not confined wholly: landlock: " in outcome.err


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")
def test_on_a_terminal_it_says_at_once_what_it_waits_for(here: Path, tmp_path: Path) -> None:
    import pty

    (here / "a.py").write_text(PROGRAM)
    # A Python that has Keras in its metadata and ends at once.
    (tmp_path / "env" / "lib" / "python3.11" / "site-packages" / "keras-3.0.dist-info").mkdir(parents=True)
    python = tmp_path / "env" / "bin" / "python3"
    python.parent.mkdir()
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    ours, terminal = pty.openpty()
    command = [sys.executable, "-m", "keras_shapes", "validate", "--unconfined", "--python", str(python), "a.py"]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=terminal, check=False)
    os.close(terminal)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    assert "Validating a.py" in said
    assert "starting Keras" in said
