"""The corpus: one file a program, holding the mistake, its labels and its mended twin.

Lines of the file that are not part of the program:

    #: title: …            what went wrong, in the words of one who asks
    #: topic: …            the row of the table of demand
    code  #!               raises here (the statement that begins on this line)
    code  #~               runs, but a warning belongs here
    code  #?               a cause
    code  #-               a cause; the twin lacks the line
    #= code                the twin's text for the line before, which is a cause
    #+ code                a line that only the twin has
    #: files               what follows makes the files the program reads, by functions of `files.py`
    #: check               what follows holds after the twin, and after every good fix
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
_LABEL = re.compile(r"\s+#([!~?-])$")
_TWIN = re.compile(r"(\s*)#([=+]) ?(.*)$")
_HEADER = re.compile(r"#: (title|topic): (.*)")
SEEN_OF_100 = 60
# The short form takes each eighth program.
SHORT = 8


@dataclass(frozen=True, slots=True)
class Program:
    """`raises`, `silent`, `causes`: one-based lines of `bug`. `files`, `check`: Python of the runner's."""

    name: str
    title: str
    topic: str
    bug: str
    twin: str
    raises: frozenset[int]
    silent: frozenset[int]
    causes: frozenset[int]
    files: str
    check: str

    @property
    def seen(self) -> bool:
        """Whether the program belongs to the part that may be looked at while the rules are worked on."""
        return int(hashlib.sha1(self.name.encode(), usedforsecurity=False).hexdigest(), 16) % 100 < SEEN_OF_100

    @property
    def labelled(self) -> frozenset[int]:
        return self.raises | self.silent | self.causes


def parse(name: str, text: str) -> Program:
    """A file of the corpus."""
    header: dict[str, str] = {}
    parts: dict[str, list[str]] = {"files": [], "check": []}
    bug: list[str] = []
    twin: list[str] = []
    labels: dict[str, set[int]] = {"!": set(), "~": set(), "?": set()}
    part, replaced = "", False
    for line in text.splitlines():
        if found := _HEADER.match(line):
            header[found[1]] = found[2]
        elif line in {"#: files", "#: check"}:
            part = line[3:]
        elif part:
            parts[part].append(line)
        elif found := _TWIN.match(line):
            if found[2] == "=" and not replaced:
                twin.pop()
                labels["?"].add(len(bug))
                replaced = True
            twin.append(found[1] + found[3])
        else:
            replaced, kept = False, True
            while found := _LABEL.search(line):
                line = line[: found.start()]
                labels["?" if found[1] == "-" else found[1]].add(len(bug) + 1)
                kept = kept and found[1] != "-"
            bug.append(line)
            if kept:
                twin.append(line)
    raises, silent, causes = (frozenset(labels[mark]) for mark in "!~?")
    files, check = ("\n".join(parts[key]) for key in ("files", "check"))
    lines = ("\n".join(each).strip("\n") + "\n" for each in (bug, twin))
    return Program(name, header["title"], header["topic"], *lines, raises, silent, causes, files, check)


def corpus() -> list[Program]:
    """Every program, by name."""
    return [parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*.py"))]
