"""The skeletons of `make new`: Python that the house accepts, in the places that are searched."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def new(script: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, writing into an empty tree."""
    module = script("new")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "PACKAGE", tmp_path / "server" / "keras_shapes")
    return module


@pytest.mark.parametrize(
    ("kind", "name", "written"),
    [
        ("diagnostic", "odd-rank", {"server/keras_shapes/diagnostics/odd_rank.py", "tests/md/odd-rank.md"}),
        ("fix", "swap_axes", {"server/keras_shapes/fixes/swap_axes.py", "tests/fixes/test_swap_axes.py"}),
        (
            "format",
            "checkstyle",
            {"server/keras_shapes/cli/formats/checkstyle.py", "tests/cli/test_format_checkstyle.py"},
        ),
        (
            "feature",
            "textDocument/documentSymbol",
            {"server/keras_shapes/lsp/features/document_symbol.py", "tests/lsp/test_document_symbol.py"},
        ),
        ("function", "numpy.kron", {"server/keras_shapes/knowledge/numpy/kron.py", "tests/oracle/test_numpy_kron.py"}),
        pytest.param(
            "layer",
            "ConvLSTM2D",
            {"server/keras_shapes/knowledge/keras/layers/rnn.py", "tests/oracle/test_layers_conv_lstm2d.py"},
            marks=pytest.mark.keras,
        ),
    ],
)
def test_what_is_written(new: ModuleType, tmp_path: Path, kind: str, name: str, written: set[str]) -> None:
    assert new.main(kind, name) == 0
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.relative_to(tmp_path).as_posix() for path in files} == written
    for path in files:
        if path.suffix == ".py":
            ast.parse(path.read_text(encoding="utf-8"))
    # A second time, nothing that someone may have filled in is written over.
    assert new.main(kind, name) == 2


def test_a_rules_signature_is_the_real_ones(new: ModuleType, tmp_path: Path) -> None:
    assert new.main("function", "numpy.repeat", "manipulation") == 0
    assert new.main("function", "numpy.tile", "manipulation") == 0
    text = (tmp_path / "server/keras_shapes/knowledge/numpy/manipulation.py").read_text(encoding="utf-8")
    assert "def repeat(a: Any, repeats: Any, axis: Any = None, **_: Any) -> Array:" in text
    assert "def tile(A: Any, reps: Any, **_: Any) -> Array:" in text
    assert text.count("import function") == 1


@pytest.mark.parametrize(("kind", "name"), [("poem", "x"), ("layer", ""), ("function", "tile"), ("feature", "x/y")])
def test_what_cannot_be(new: ModuleType, tmp_path: Path, kind: str, name: str) -> None:
    assert new.main(kind, name) == 2
    assert list(tmp_path.iterdir()) == []
