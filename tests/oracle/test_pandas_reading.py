"""CSV files of all kinds read with all kinds of options: what we say of the table against what pandas reads."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from keras_shapes.knowledge.files.csv import read_lines
from keras_shapes.knowledge.files.header import BROKEN
from keras_shapes.knowledge.pandas.frame import columns_of
from keras_shapes.knowledge.pandas.reading import layout_of, told_by

pytestmark = pytest.mark.keras

_TEXTS = (
    "a,b,c\n1,2,3\n4,5,6\n7,8,9\n",
    "a,b,c\n1,2.5,x\n4,,y\n7,8,\n",
    "a,b,c\n1,2,3,\n4,5,6,\n",
    "a,b,c\n0,1,2,3\n1,4,5,6\n",
    "a,b,c\n1,2,3\n4,5\n7\n",
    "a,b\n1,2\n3,4,5\n",
    "# a note\n\na,b,c\n1,2,3\n",
    "1,2,3\n4,5,6\n",
    ",b,c\n0,2,3\n1,5,6\n",
    "a,a,b\n1,2,3\n",
    "a,b,a.1,a\n1,2,3,4\n",
    "a, b,c\n1, 2,x\n",
    "a;b;c\n1,5;2;3\n",
    "a\tb\n1\t2\n\t\n3\t4\n",
    "a b  c\n1 2  3\n4 5  6\n",
    'a,"b,c",d\n"1",2,"x\ny"\n',
    "a,b\n",
    "a\n1\n\n2\n",
    "date,open\n2020-01-01,1.5\n2020-01-02,2.5\n",
    "a,b\nTrue,1\nFalse,0\n",
    "a,b\ntrue,yes\nFALSE,no\n",
    "a,b\n0x10,1e3\n1,2\n",
    "a,b\n007,+1\n1_0,-2\n",
    "a,b\ninf,-inf\n1,2\n",
    "a,b\n99999999999999999999,1\n1,2\n",
    "a,b\r\n1,2\r\n3,4\r\n",
    "\ufeffa,b\n1,2\n",
    "id,x,y,label\n" + "".join(f"{i},{i}.5,{i * 2},c{i % 3}\n" for i in range(30)),
)
_OPTIONS: dict[str, tuple[Any, ...]] = {
    "sep": (",", ";", "\t", r"\s+", " ", None, "|"),
    "header": (None, 0, 1, "infer", [0, 1]),
    "names": (["p", "q", "r"], ["p", "q"], ["a", "b", "c", "d"]),
    "index_col": (0, 1, "a", False, [0, 1], -1, "id"),
    "usecols": ([0, 1], ["a", "b"], [1], ["b", "a"], lambda name: name == "a"),
    "nrows": (0, 1, 2, 100),
    "skiprows": (1, 2, [0], 0),
    "dtype": ("float32", "str", {"a": "float64"}, object),
    "skipinitialspace": (True,),
    "na_values": (["x"], "x", ["1", "?"], 3),
    "parse_dates": (["date"],),
    "comment": ("#",),
    "encoding": ("latin-1", "utf-8"),
    "skip_blank_lines": (False,),
    "delim_whitespace": (False,),
    "engine": ("python", "c"),
    "thousands": (",",),
    "true_values": (["yes"],),
}


def _drawn(random: Random) -> tuple[str, dict[str, Any]]:
    chosen = random.sample(list(_OPTIONS), random.choice([0, 0, 1, 1, 2, 3]))
    return random.choice(_TEXTS), {name: random.choice(_OPTIONS[name]) for name in chosen}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(3))
def test_tables_as_pandas_reads_them(seed: int, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    path, known = tmp_path / "a.csv", 0
    for i in range(400):
        text, options = _drawn(Random(f"{seed}:{i}"))
        path.write_bytes(text.encode())
        told = _told(str(path), options)
        if told is None:
            continue
        if options.get("delim_whitespace") is False:
            # pandas 3 has it no more.
            options = {name: value for name, value in options.items() if name != "delim_whitespace"}
        try:
            real = pandas.read_csv(path, **options)
        except Exception:
            continue
        columns = columns_of(told)
        assert told.shape == real.shape, (text, options, real)
        assert columns is not None
        assert [c.name for c in columns] == list(real.columns), (text, options)
        kinds = ["object" if t.name == "str" else t.name for t in real.dtypes]
        assert all(c.dtype in ("", "str", kind) for c, kind in zip(columns, kinds)), (text, options, kinds, columns)
        known += 1
    assert known > 100


def _told(path: str, options: dict[str, Any]) -> Any:
    # The rule of `read_csv` itself puts the comma in where nothing is said.
    options = {**options, "sep": options.get("sep", ",")}
    layout = layout_of(options)
    try:
        return None if layout is None else told_by(read_lines(path, layout), options)
    except BROKEN:
        return None
