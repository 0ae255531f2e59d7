"""What real Keras does with a page: it is run, with the files that it imports beside it."""

from __future__ import annotations

import ast
import builtins
import os
import re
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .ours import written
from .pages import MAIN, Page, Part, Spot

_MAGIC = re.compile(r"^ *[%!].*$", re.MULTILINE)


@dataclass(slots=True)
class Run:
    """Lines that raised, what was revealed (one line may be passed several times), and the errors in words."""

    raised: set[Spot] = field(default_factory=set)
    revealed: dict[Spot, list[str]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)

    def agrees(self, spot: Spot, expected: str | None) -> bool:
        """Whether what was revealed there each time is what was expected: a size that differs is None or `?`."""
        return spot in self.revealed and expected == _joined(self.revealed[spot], expected or "")


def told_by_keras(page: Page) -> Run:
    """Runs the program; each of its statements also after one that raised."""
    run = Run()
    with tempfile.TemporaryDirectory() as folder, _inside(Path(folder), run):
        written([part for part in page.files if part.name != MAIN], Path(folder))
        names: dict[str, Any] = {"__name__": "__main__"}
        for part in page.parts:
            if part.name.isdigit() or part.name == MAIN:
                _execute(part, names, run, Path(folder))
    return run


def disagreements(page: Page) -> list[str]:
    """In what real Keras does something else than the page says."""
    run = told_by_keras(page)
    expected = {mark.spot for mark in page.marks() if mark.level == "error"}
    wrong = [f"{spot.part}:{spot.line + 1}: runs" for spot in sorted(expected - run.raised)]
    wrong += run.errors if bool(run.raised) != bool(expected) else []
    for spot, text in page.reveals().items():
        if not run.agrees(spot, text):
            seen = " and ".join(run.revealed.get(spot, ["not reached"]))
            wrong.append(f"{spot.part}:{spot.line + 1}: {text}, but really {seen}")
    return wrong


@contextmanager
def _inside(folder: Path, run: Run) -> Iterator[None]:
    """Runs as a program in that folder is: its modules, arguments and global settings are not those of the next."""
    import keras

    def reveal(value: Any) -> None:
        frame = traceback.extract_stack(limit=2)[0]
        run.revealed.setdefault(_spot(frame, folder), []).append(_text(value))

    before, modules, arguments, path = Path.cwd(), set(sys.modules), sys.argv, list(sys.path)
    os.chdir(folder)
    sys.argv, sys.path[:0] = [MAIN], [str(folder)]
    vars(builtins)["reveal"] = reveal
    keras.utils.set_random_seed(0)
    try:
        yield
    finally:
        os.chdir(before)
        sys.argv, sys.path[:] = arguments, path
        for name in set(sys.modules) - modules:
            if str(folder) in str(getattr(sys.modules[name], "__file__", None)):
                del sys.modules[name]
        keras.config.set_image_data_format("channels_last")
        keras.config.set_dtype_policy("float32")
        keras.utils.clear_session()


def _execute(part: Part, names: dict[str, Any], run: Run, folder: Path) -> None:
    """Runs a program or a cell, statement by statement. Its file stands where tracebacks and AutoGraph look for it."""
    text = "" if part.text.startswith("%%") and not part.text.startswith("%%time") else _MAGIC.sub("", part.text)
    file = folder / part.name
    file.write_text(text, encoding="utf-8")
    for statement in ast.parse(text).body:
        try:
            exec(compile(ast.Module([statement], []), str(file), "exec"), names)
        except (Exception, SystemExit) as error:
            frames = traceback.extract_tb(error.__traceback__)
            run.raised |= {_spot(frame, folder) for frame in frames if frame.filename.startswith(str(folder))}
            # Of a function in a graph only the words tell: `File "…/page.py", line 22, in product`.
            run.raised |= {Spot(name, int(line) - 1) for name, line in re.findall(_told_in(folder), str(error))}
            if isinstance(statement, (ast.Assign, ast.Expr)):
                # A traceback knows no part of a statement over several lines; we do.
                lines = range(statement.lineno - 1, statement.end_lineno or 0)
                run.raised |= {Spot(part.name, line) for line in lines}
            said = str(error).strip().splitlines()
            words = [*said[:2], *said[2:][-2:]]
            run.errors.append(f"{part.name}:{statement.lineno}: {type(error).__name__}: {' … '.join(words)}")


def _told_in(folder: Path) -> str:
    return rf'File "{re.escape(str(folder))}/([^"]+)", line (\d+)'


def _spot(frame: traceback.FrameSummary, folder: Path) -> Spot:
    return Spot(os.path.relpath(frame.filename, folder), (frame.lineno or 0) - 1)


def _text(value: Any) -> str:
    dtype = getattr(value.dtype, "name", None) or str(value.dtype)
    return f"({', '.join(map(str, value.shape))}{',' * (len(value.shape) == 1)}) {dtype}"


def _joined(texts: list[str], expected: str) -> str:
    """What all of these have in common. Where sizes differ, what was expected says how that is written."""
    first, *others = (text.rpartition(") ") for text in texts)
    shapes = [shape.strip("(,").split(", ") for shape, _, _ in (first, *others)]
    wanted = expected.rpartition(") ")[0].strip("(,").split(", ")
    if any(other[2] != first[2] for other in others) or any(len(shape) != len(wanted) for shape in shapes):
        return " or ".join(dict.fromkeys(texts))
    sizes = [
        found[0] if len(set(found)) == 1 else size if size in ("None", "?") else "/".join(dict.fromkeys(found))
        for size, found in zip(wanted, zip(*shapes))
    ]
    return f"({', '.join(sizes)}{',' * (len(sizes) == 1 and sizes != [''])}) {first[2]}"
