"""`shapes`: the table and the JSON."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run

PROGRAM = """import numpy as np
from tensorflow import keras

x = np.zeros((5, 28, 28, 1), dtype="float32")
model = keras.Sequential([
    keras.Input((28, 28, 1)),
    keras.layers.Flatten(),
])
"""


def test_json_is_as_promised(here: Path, run: Run) -> None:
    (here / "a.py").write_text(PROGRAM)
    (here / "b.py").write_text("")
    outcome = run("shapes", "--output-format=json", "a.py", "b.py")
    a, b = json.loads(outcome.out)["files"]
    assert b == {"path": "b.py", "shapes": []}
    name = {"start": {"line": 3, "character": 0}, "end": {"line": 3, "character": 1}}
    shape = {"shape": [5, 28, 28, 1], "dtype": "float32", "text": "(5, 28, 28, 1) float32"}
    assert {"kind": "variable", "name": "x", "cell": None, "range": name, **shape} in a["shapes"]
    layer = next(shape for shape in a["shapes"] if shape["kind"] == "layer")
    assert (layer["shape"], layer["dtype"], layer["range"]["start"]["line"]) == ([None, 784], "float32", 6)
    assert {entry["kind"] for entry in a["shapes"]} == {"variable", "layer", "model"}
    assert (outcome.status, outcome.err) == (0, "")


def test_the_table_is_by_file_and_line(here: Path, run: Run) -> None:
    (here / "a.py").write_text(PROGRAM)
    cells = [{"cell_type": "markdown", "source": ""}, {"cell_type": "code", "source": PROGRAM}]
    (here / "n.ipynb").write_text(json.dumps({"cells": cells}))
    lines = run("shapes").out.splitlines()
    assert lines[0] == "a.py"
    assert lines[1].split(maxsplit=3) == ["4:1", "variable", "x", "(5, 28, 28, 1) float32"]
    assert any(line.startswith("  cell 2:4:1  variable  x") for line in lines)
    assert lines[-1].endswith(" shapes in 2 files.")


def test_what_cannot_be_read_is_told(here: Path, run: Run) -> None:
    (here / "a.py").write_text("x = (\n")
    outcome = run("shapes", "a.py", "missing.py")
    assert outcome.status == 2
    assert "a.py:1:1: cannot be parsed" in outcome.err
    assert "missing.py: no such file" in outcome.err
