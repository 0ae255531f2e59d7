"""A program of several files: the user's own modules are found, copied, and bounded like the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from keras_shapes.execution.modules import copy_modules
from keras_shapes.execution.verdict import Report

_FILES = {
    "pyproject.toml": "",
    "shared.py": "WIDTH = 5\n",
    "networks/__init__.py": "from .small import build\n",
    "networks/small.py": "import keras\nfrom shared import WIDTH\n\ndef build():\n"
    "    return keras.Sequential([keras.layers.Dense(2, input_shape=(WIDTH,))])\n",
    "networks/unused.py": "raise SystemExit\n",
    "keras/__init__.py": "",
    "scripts/loops.py": "def train(model, x, y):\n    for _ in range(10**9):\n        model.train_on_batch(x, y)\n",
    "secret.txt": "private",
}
_MAIN = """\
import numpy as np
import loops
from networks import build

model = build()
model.compile("sgd", "mse")
loops.train(model, np.zeros((8, 5)), np.zeros((8, 2)))
model.predict(np.zeros((8, 4)))
open("../secret.txt")
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name, text in _FILES.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return tmp_path


def test_only_modules_that_are_imported_are_copied(workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    target = tmp_path_factory.mktemp("copies")
    copy_modules(_MAIN, workspace / "scripts" / "train.py", target)
    copied = {str(file.relative_to(target)) for file in target.rglob("*.*")}
    assert copied == {"loops.py", "shared.py", "networks/__init__.py", "networks/small.py"}
    assert "range(10**9)" in (target / "loops.py").read_text()


@pytest.mark.keras
def test_a_program_of_several_files_is_validated(workspace: Path, validate: Callable[..., Report]) -> None:
    report = validate(_MAIN, 6, 7, 8, path=workspace / "scripts" / "train.py", seconds=30)
    assert [verdict.verdict for verdict in report.verdicts] == ["refuted", "confirmed", "not-run"]


@pytest.mark.keras
def test_what_only_a_module_imports_is_bounded_as_well(workspace: Path, validate: Callable[..., Report]) -> None:
    text = "import numpy as np\nfrom networks import build\nmodel = build()\nmodel.compile('sgd', 'mse')\n"
    text += "model.fit(np.zeros((100, 5)), np.zeros((100, 2)), epochs=1000)\n"
    assert copy_modules(text, workspace / "scripts" / "train.py", workspace / "copies") == {"keras"}
    report = validate(text, path=workspace / "scripts" / "train.py")
    assert report.verdicts == ()
    assert "keras" in report.versions
    assert report.notes == ("fit: one training step and one evaluation step",)
