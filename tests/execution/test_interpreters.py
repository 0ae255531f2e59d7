"""Which Python validates, and what is said when none can."""

from __future__ import annotations

import sys
import venv
from pathlib import Path

import pytest

from keras_shapes.execution.interpreters import NoInterpreterError, find_interpreter, probe
from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.validation import Expected, Program, validate_with


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


def test_what_is_missing_and_how_to_choose_is_told(bare: Path) -> None:
    with pytest.raises(NoInterpreterError) as told:
        find_interpreter(str(bare), bare.parent)
    for word in (str(bare), "has no Keras", "keras-shapes.interpreter", "--python PATH", "pip install"):
        assert word in str(told.value)


def test_a_keras_that_cannot_be_imported_is_told(tmp_path: Path) -> None:
    environment = _environment(tmp_path / "an env", "keras-3.9.2")
    site = next(environment.glob("lib/python*/site-packages"))
    (site / "keras.py").write_text("print('hello' * 1000)\nraise ImportError('libkeras.so is broken')\n")
    program = Program(Path("train.py"), "import keras\nmodel = keras.Model()\n", (Expected("x", 1),))
    with Runner(find_interpreter(str(environment), tmp_path).path) as runner:
        watch = Watch.from_now(Limits(20.0), lambda: False)
        report = validate_with(runner, program, watch, lambda _message, _fraction: None)
    assert report.verdicts[0].verdict == "not-run"
    assert "libkeras.so is broken" in (report.verdicts[0].error or "")
