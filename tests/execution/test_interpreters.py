"""Which Python validates, and what is said when none can."""

from __future__ import annotations

import sys
import venv
from pathlib import Path

import pytest

from keras_shapes.execution.interpreters import NoInterpreterError, find_interpreter, probe
from keras_shapes.execution.validation import Candidate, Conditions, Expected, Program, validate


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment without any library, in a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("bare python") / ".venv"
    venv.create(folder, with_pip=False, symlinks=True)
    return folder


def _install(environment: Path, *distributions: str) -> None:
    site = next(environment.glob("lib/python*/site-packages"))
    for name in distributions:
        (site / f"{name}.dist-info").mkdir()


def _environment(tmp_path: Path, *distributions: str) -> Path:
    venv.create(tmp_path, with_pip=False, symlinks=True)
    _install(tmp_path, *distributions)
    return tmp_path


def test_versions_are_told_by_metadata_alone(tmp_path: Path) -> None:
    found = probe(str(_environment(tmp_path / "env", "keras-3.9.2", "tensorflow_cpu-2.19.0", "numpy-2.1.0")))
    assert found is not None
    assert (found.versions["keras"], found.versions["tensorflow"]) == ("3.9.2", "2.19.0")
    assert found.versions["python"] == f"{sys.version_info.major}.{sys.version_info.minor}"
    assert found.has_keras


def test_the_first_with_keras_is_chosen(bare: Path, tmp_path: Path) -> None:
    other = _environment(tmp_path / "active", "keras-2.15.0")
    found = find_interpreter(None, bare.parent, {"VIRTUAL_ENV": str(other), "PATH": ""})
    assert found.path.startswith(str(other))
    assert found.origin == "VIRTUAL_ENV"
    inside = _environment(tmp_path / "work" / ".venv", "keras-3.9.2")
    found = find_interpreter(None, inside.parent, {"VIRTUAL_ENV": str(other), "PATH": ""})
    assert found.path.startswith(str(inside))


def test_the_setting_goes_before_all_and_is_never_replaced(bare: Path, tmp_path: Path) -> None:
    other = _environment(tmp_path / "active", "keras-2.15.0")
    with pytest.raises(NoInterpreterError, match="has no Keras"):
        find_interpreter(str(bare), tmp_path, {"VIRTUAL_ENV": str(other)})
    with pytest.raises(NoInterpreterError, match="does not exist"):
        find_interpreter("nowhere/python", tmp_path, {"VIRTUAL_ENV": str(other)})


def test_without_keras_every_verdict_says_what_is_missing(bare: Path) -> None:
    program = Program(
        Path("train.py"), "import keras\n", (Expected("input-rank", 0, fixes=(Candidate("a fix", "import keras\n"),)),)
    )
    report = validate(program, Conditions(bare.parent, str(bare)))
    verdict = report.verdicts[0]
    assert verdict.verdict == verdict.fixes[0].verdict == "not-run"
    assert verdict.error is not None
    assert str(bare) in verdict.error
    assert "keras-shapes.interpreter" in verdict.error
    assert "--python" in verdict.error


def test_a_keras_that_cannot_be_imported_is_told(tmp_path: Path) -> None:
    environment = _environment(tmp_path / "env", "keras-3.9.2")
    site = next(environment.glob("lib/python*/site-packages"))
    (site / "keras.py").write_text("print('hello' * 1000)\nraise ImportError('libkeras.so is broken')\n")
    program = Program(Path("train.py"), "import keras\nmodel = keras.Model()\n", (Expected("x", 1),))
    report = validate(program, Conditions(tmp_path, str(environment)))
    assert report.verdicts[0].verdict == "not-run"
    assert "libkeras.so is broken" in (report.verdicts[0].error or "")
