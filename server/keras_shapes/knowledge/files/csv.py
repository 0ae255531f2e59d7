"""Tables as text: how many columns, what they are called, how many rows, and what kind of cells each column has."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .header import BadHeader

# Of a longer file the first part is read: its columns are known, its rows are not counted.
MOST_BYTES = 2_000_000
_MOST_COLUMNS = 20_000
# What pandas takes for a missing value: pandas/_libs/parsers.pyx, STR_NA_VALUES.
_MISSING = frozenset(
    ("", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A", "NA",
     "NULL", "NaN", "None", "n/a", "nan", "null")
)  # fmt: skip
_INTEGER = re.compile(r"\s*[+-]?\d{1,18}\s*")
_FLOAT = re.compile(r"\s*[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|inf(inity)?)\s*", re.IGNORECASE)
_BOOL = frozenset(("True", "False", "TRUE", "FALSE", "true", "false"))


@dataclass(frozen=True, slots=True)
class Format:
    """How the text is written. separator None: any white space. skip: physical lines that are left out at the top."""

    separator: str | None = ","
    quote: str = '"'
    encoding: str = "utf-8"
    skip: int = 0
    initial_space: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows of a table, blank lines left out. whole: these are all; else more of them follow in the file."""

    rows: tuple[tuple[str, ...], ...]
    whole: bool
    _types: dict[tuple[int, int, int, frozenset[str]], tuple[str, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def types(self, first: int, width: int, label: bool, missing: frozenset[str]) -> tuple[str, ...]:
        """As `column_types`, of the rows from `first` on. label: without each row's first cell.

        A large table has hundreds of thousands of cells: they are looked at once, not at every keystroke.
        """
        key = (first, width, int(label), missing)
        if key not in self._types:
            rows = [row[int(label) :] for row in self.rows[first:]]
            self._types[key] = column_types(rows, width, self.whole, missing)
        return self._types[key]


def read_lines(path: str, layout: Format) -> Lines:
    """Raises OSError, and BadHeader for what is no text of this encoding or no table."""
    with open(path, "rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    whole = len(content) <= MOST_BYTES
    if not whole:
        # The last line is cut off.
        content = content[: content.rfind(b"\n") + 1]
    text = _decoded(content, layout.encoding)
    if "\0" in text:
        raise BadHeader("not a text")
    lines = io.StringIO(text, newline="")
    for _ in range(layout.skip):
        lines.readline()
    try:
        rows = tuple(_rows(lines, layout))
    except csv.Error:
        raise BadHeader("not a table") from None
    if any(len(row) > _MOST_COLUMNS for row in rows[:1]):
        raise BadHeader("too many columns")
    return Lines(rows, whole)


def _decoded(content: bytes, encoding: str) -> str:
    try:
        codec = codecs.lookup(encoding).name
        if codec == "utf-8":
            content = content.removeprefix(codecs.BOM_UTF8)
        if codec not in ("utf-8", "utf-8-sig", "ascii", "iso8859-1", "cp1252"):
            raise BadHeader("an encoding that is not followed")
        return content.decode(codec)
    except (LookupError, UnicodeDecodeError):
        raise BadHeader("not a text of this encoding") from None


def _rows(lines: io.StringIO, layout: Format) -> Iterator[tuple[str, ...]]:
    if layout.separator is None:
        yield from (tuple(line.split()) for line in lines if line.strip())
        return
    kept = (line for line in lines if not _blank(line, layout.separator))
    reader = csv.reader(kept, delimiter=layout.separator, quotechar=layout.quote, skipinitialspace=layout.initial_space)
    yield from map(tuple, reader)


def _blank(line: str, separator: str) -> bool:
    return not line.strip() and separator not in line


def column_types(
    rows: Sequence[Sequence[str]], width: int, whole: bool, missing: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """pandas' element type of each column: "int64", "float64", "bool", "object" (texts, or mixed); "" not certain.

    Of the first part of a table only texts are certain: no number that follows makes numbers of them.
    missing: what else stands for a missing value.
    """
    return tuple(_column_type([row[i] if i < len(row) else "" for row in rows], whole, missing) for i in range(width))


def _column_type(cells: Sequence[str], whole: bool, missing: frozenset[str]) -> str:
    kinds = {"missing" if cell in missing else _kind(cell) for cell in cells}
    if "text" in kinds:
        return "object"
    if not whole or not kinds or "large" in kinds:
        return ""
    if "bool" in kinds:
        return "bool" if kinds == {"bool"} else "object"
    return "int64" if kinds == {"int"} else "float64"


def _kind(cell: str) -> str:
    if cell in _MISSING:
        return "missing"
    if _INTEGER.fullmatch(cell):
        return "int"
    if _FLOAT.fullmatch(cell):
        # Of so many digits pandas may make an unsigned integer, or an object.
        return "float" if len(cell) < 400 and not cell.strip().lstrip("+-").isdigit() else "large"
    return "bool" if cell in _BOOL else "text"
