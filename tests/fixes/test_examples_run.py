"""Every fix that is offered for the examples is applied, and the program then runs under real Keras to its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from keras_shapes.analysis import Analysis, analyse
from keras_shapes.diagnostics.diagnostic import Diagnostic
from keras_shapes.fixes.fix import Fix
from keras_shapes.fixes.recheck import edited
from keras_shapes.source.document import Document

EXAMPLES = Path(__file__).parents[2] / "examples"


def offered(name: str) -> list[tuple[Analysis, Diagnostic, Fix]]:
    text = (EXAMPLES / f"{name}.py").read_text(encoding="utf-8")
    analysis = analyse(Document.of_text(name, text))
    return [(analysis, d, f) for d in analysis.diagnostics for f in analysis.fixes(d)]


def mended(analysis: Analysis, fix: Fix) -> str:
    return "\n".join(edited(analysis.document, fix.edits).sources[0].lines)


CASES = [
    pytest.param(mended(analysis, fix), id=f"{name}-{fix.kind}-{number}")
    for name in ("lstm_rank", "conv2d_size", "uint8_pixels")
    for number, (analysis, _, fix) in enumerate(offered(name))
]


@pytest.mark.keras
@pytest.mark.parametrize("program", CASES)
def test_fixed_program_runs(program: str) -> None:
    exec(compile(program, "fixed.py", "exec"), {"__name__": "__main__"})


@pytest.mark.keras
@pytest.mark.parametrize("name", ["lstm_rank", "conv2d_size"])
def test_broken_program_raises_as_it_stands(name: str) -> None:
    program = (EXAMPLES / f"{name}.py").read_text(encoding="utf-8")
    with pytest.raises(ValueError, match=r"shape|incompatible|dimension|axis"):
        exec(compile(program, "broken.py", "exec"), {"__name__": "__main__"})


def test_what_the_text_suggests_but_cannot_be_is_never_offered() -> None:
    """1,000 numbers do not make 20,000."""
    for _, _, fix in offered("lstm_rank"):
        assert "(100, 20, 10)" not in fix.title
        assert all("100, 20, 10" not in edit.new_text for edit in fix.edits)


def test_both_sides_are_offered() -> None:
    """The data to the model, or the model to the data."""
    kinds = {fix.kind for _, _, fix in offered("conv2d_size")}
    assert {"change-declared-input", "resize-images"} <= kinds
    assert len(offered("lstm_rank")) >= 2
    assert {fix.kind for _, _, fix in offered("uint8_pixels")} == {"normalize", "insert-rescaling"}
