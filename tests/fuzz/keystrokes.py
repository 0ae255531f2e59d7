"""`python -m tests.fuzz.keystrokes [--programs N]`: programs typed key by key through the server.

A finding that is there before a statement is begun, and there when it is complete, has to be there at every key in
between: where it is not, it flickers. What is said at the end is what a fresh analysis says.
"""

from __future__ import annotations

import argparse
import ast
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document
from tests.lsp.editor import PULL, Editor, Json

CORPUS = Path(__file__).parents[1] / "bugs" / "corpus"
# So many statements of each program are typed again where they stand, with the rest below them.
RETYPED = 3

Found = tuple[str, int]


@dataclass(slots=True)
class Tally:
    programs: int = 0
    keys: int = 0
    flickers: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)

    @property
    def line(self) -> str:
        return (
            f"keystrokes: {self.programs} programs, {self.keys:,} keys, {len(self.flickers)} flickers, "
            f"{len(self.different)} ends unlike a fresh analysis"
        )


def texts(count: int) -> Iterator[tuple[str, str]]:
    """Programs by name, spread over the corpus."""
    files = sorted(CORPUS.glob("*.py"))
    step = max(1, len(files) // count)
    yield from ((file.stem, file.read_text(encoding="utf-8")) for file in files[::step][:count])


def statements(text: str) -> list[tuple[int, int]]:
    """First and last line of each top-level statement, zero-based; decorators are a part of theirs."""
    found = []
    for node in ast.parse(text).body:
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
        found.append((first - 1, node.end_lineno or first))
    return found


def findings(items: list[Json]) -> set[Found]:
    return {(item["code"], item["range"]["start"]["line"]) for item in items}


class Typist:
    """Types texts into one document of an editor, and looks at the findings after each key."""

    def __init__(self, editor: Editor, uri: str, name: str, tally: Tally) -> None:
        self.editor = editor
        self.uri = uri
        self.name = name
        self.tally = tally
        self.lines = [""]

    def begin(self, text: str) -> None:
        self.editor.replace(self.uri, text)
        self.lines = text.split("\n")

    def now(self) -> set[Found]:
        return findings(self.editor.diagnostics(self.uri))

    def write(self, text: str, line: int) -> None:
        """Types `text` at the beginning of a line; findings elsewhere that stay in the end stay all along."""
        before, seen = self.now(), []
        at, column = line, 0
        for key in text:
            self.editor.type(self.uri, (at, column), (at, column), key)
            at, column = (at + 1, 0) if key == "\n" else (at, column + 1)
            self.tally.keys += 1
            # What stands below moves as lines come.
            seen.append({(code, n if n < line else n - (at - line)) for code, n in self.now() if not line <= n <= at})
        height = text.count("\n")
        after = {(code, n if n < line else n - height) for code, n in self.now() if not line <= n <= line + height}
        lasting = {found for found in before if found in after}
        for number, found in enumerate(seen):
            for code, n in sorted(lasting - found):
                self.tally.flickers.append(f"{self.name}: {code} of line {n + 1} goes at {text[: number + 1]!r}")

    def check(self, text: str) -> None:
        fresh = {(d.code, d.range.start.line) for d in analyse(Document.of_text("a.py", text)).diagnostics}
        if self.now() != fresh:
            self.tally.different.append(f"{self.name}: {sorted(self.now() ^ fresh)}")


def play(editor: Editor, uri: str, name: str, text: str, tally: Tally) -> None:
    """Types one program from nothing, then some of its statements again where they stand."""
    tally.programs += 1
    typist = Typist(editor, uri, name, tally)
    lines = text.splitlines(keepends=True)
    spans = statements(text)
    editor.open(uri, "")
    written = 0
    for _, last in spans:
        typist.write("".join(lines[written:last]), written)
        written = last
    typist.check("".join(lines[:written]))
    for first, last in spans[:: max(1, len(spans) // RETYPED)][:RETYPED]:
        # Who types between two lines makes an empty one first.
        typist.begin("".join([*lines[:first], "\n", *lines[last:]]))
        typist.write("".join(lines[first:last]).rstrip("\n"), first)
        typist.check(text)
    editor.close(uri)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.keystrokes", description=__doc__)
    parser.add_argument("--programs", type=int, default=20)
    options = parser.parse_args()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        editor = Editor(Path(folder), PULL)
        for name, text in texts(options.programs):
            play(editor, (Path(folder) / f"{name}.py").as_uri(), name, text, tally)
        editor.end()
    for problem in [*tally.flickers, *tally.different]:
        print(problem, file=sys.stderr)
    print(tally.line)
    return 1 if tally.flickers or tally.different else 0


if __name__ == "__main__":
    sys.exit(main())
