"""Made-up contents of data files, kind by kind: from what a file's header tells, and the range of what is in it."""

from __future__ import annotations

import csv
import io
import math
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import IO

from ..knowledge.files.csv import Format, column_types, read_lines
from ..knowledge.files.header import BadHeader
from ..knowledge.files.images import read_picture
from ..knowledge.files.npy import read_npy, read_npz

Maker = Callable[[Path, Path], None]

# In larger arrays no smallest and largest number is looked for: they are zeros.
_MOST_SEARCHED = 8_000_000
_MOST_PIXELS = 50_000_000
_MOST_TOLD_APART = 100
_SEPARATORS = ",;\t|"
_CODES = {
    "bool": "?", "int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "int64": "q",
    "uint64": "Q", "float16": "e", "float32": "f", "float64": "d",
}  # fmt: skip


def is_known(name: str) -> bool:
    """Whether look-alikes are made of files that are called so."""
    return maker_of(name) is not None


def maker_of(name: str) -> Maker | None:
    """What makes a look-alike of the file at a path at another."""
    return _MAKERS.get(name.rpartition(".")[2].lower())


def _table(source: Path, target: Path) -> None:
    """The same heading and as many rows; numbers are drawn anew from the column's range, texts stay what they are."""
    with source.open("rb") as file:
        first = file.readline(1 << 16).decode("utf-8", "replace")
    separator = max(_SEPARATORS, key=first.count)
    encoding = "utf-8"
    try:
        rows = read_lines(str(source), Format(separator)).rows
    except BadHeader:
        encoding = "latin-1"
        rows = read_lines(str(source), Format(separator, encoding=encoding)).rows
    if not rows:
        raise BadHeader("no rows")
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows([rows[0], *_drawn(rows[1:], len(rows[0]))])
    target.write_bytes(text.getvalue().encode(encoding))


def _drawn(rows: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    made = [list(row) for row in rows]
    chance = random.Random(7)
    for column, kind in enumerate(column_types(rows, width, True)):
        cells = [row[column] for row in rows if column < len(row) and row[column].strip()]
        if kind not in ("int64", "float64") or _rising(cells):
            continue
        for row in made:
            if column < len(row) and row[column].strip():
                row[column] = _number(cells, kind, chance)
        _keep_values(made, column, cells)
    return made


def _rising(cells: Sequence[str]) -> bool:
    """Numbers of rows, years: programs may look for one of them."""
    numbers = list(map(_float, cells))
    return all(a < b for a, b in pairwise(numbers))


def _float(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        return math.nan  # pandas' names of what is missing


def _number(cells: Sequence[str], kind: str, chance: random.Random) -> str:
    a, b = chance.choice(cells), chance.choice(cells)
    if kind == "int64" or "." not in a or not math.isfinite(_float(a) + _float(b)):
        return a
    share = chance.random()
    return f"{_float(a) * share + _float(b) * (1 - share):.{len(a.rpartition('.')[2])}f}"


def _keep_values(rows: Sequence[list[str]], column: int, cells: Sequence[str]) -> None:
    """Where there are few different numbers they are classes, and each must come."""
    different = list(dict.fromkeys(cells))
    if len(different) <= min(_MOST_TOLD_APART, len(cells) // 2):
        places = [row for row in rows if column < len(row) and row[column].strip()]
        for row, value in zip(places, different):
            row[column] = value


def _npy(source: Path, target: Path) -> None:
    header = read_npy(str(source))
    with source.open("rb") as file, target.open("wb") as made:
        _array(file, made, header.dtype, math.prod(header.shape))


def _array(file: IO[bytes], made: IO[bytes], dtype: str, count: int) -> None:
    """The header as it is; then the smallest and the largest number in turn."""
    start = file.read(10)
    long = start[6] != 1
    rest = file.read(2) if long else b""
    length = int.from_bytes((start[8:] + rest), "little")
    header = start + rest + file.read(length)
    order = ">" if b"'>" in header else "<"
    code = _CODES.get(dtype)
    if code is None:
        raise BadHeader("no array of numbers")
    made.write(header)
    size = struct.calcsize(order + code)
    if count * size > _MOST_SEARCHED:
        _write_zeros(made, count * size)
        return
    numbers = [n for (n,) in struct.iter_unpack(order + code, file.read(count * size)) if n == n]
    low, high = (min(numbers), max(numbers)) if numbers else (0, 0)
    pair = struct.pack(order + 2 * code, high, low)
    made.write((pair * (count // 2 + 1))[: count * size])


def _write_zeros(made: IO[bytes], count: int) -> None:
    if made.seekable():
        made.truncate(made.tell() + count)  # takes no room on the disk
        return
    for start in range(0, count, 1 << 20):
        made.write(bytes(min(1 << 20, count - start)))


def _npz(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, header in read_npz(str(source)).items():
            member = f"{name}.npy"
            with archive.open(member) as stream, made.open(member, "w") as copy:
                _array(stream, copy, header.dtype, math.prod(header.shape))


def _picture(source: Path, target: Path) -> None:
    """A PNG, whatever it is called: all that read pictures look at the content."""
    told = read_picture(str(source))
    if told.height * told.width > _MOST_PIXELS:
        raise BadHeader("too large a picture")
    kind = {1: 0, 2: 4, 3: 2, 4: 6}.get(told.channels, 2)
    channels = {0: 1, 4: 2, 2: 3, 6: 4}[kind]
    row = b"\0" + (bytes(range(256)) * (told.width * channels // 256 + 1))[: told.width * channels]
    header = struct.pack(">IIBBBBB", told.width, told.height, 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * told.height, 1)), (b"IEND", b""))
    target.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks))


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


_MAKERS: dict[str, Maker] = {
    **dict.fromkeys(("csv", "tsv", "data"), _table),
    **dict.fromkeys(("png", "jpg", "jpeg", "gif", "bmp"), _picture),
    "npy": _npy,
    "npz": _npz,
}
