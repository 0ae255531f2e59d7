"""Programs over tables: read, cut, changed in place, put together. Run by pandas, and told by us."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.interpreter.objects import LibraryMethod
from keras_shapes.knowledge.pandas.frame import columns_of
from keras_shapes.source.document import Document
from keras_shapes.values.array import Array

from .harness import AGREED, DISAGREED, UNKNOWN, compare

pytestmark = pytest.mark.keras

_NAMES = ("a", "b", "c", "d", "e")


def _made(random: Random) -> str:
    """The line that makes `df`."""
    rows = random.randint(6, 12)
    kinds = [random.choice(["int", "float", "text", "bool"]) for _ in _NAMES]
    cells = {
        "int": lambda: random.randint(0, 9),
        "float": random.random,
        "text": lambda: random.choice(["x", "y", "z"]),
        "bool": lambda: random.random() < 0.5,
    }
    data = {name: [cells[kind]() for _ in range(rows)] for name, kind in zip(_NAMES, kinds)}
    return f"df = pd.DataFrame({data})"


_STEPS = (
    'df["new"] = {row}',
    'df["a"] = df["b"]',
    "df.insert(0, 'first', 1)",
    "df.pop('{n}')",
    "del df['{n}']",
    "df = df.drop('{n}', axis=1)",
    "df = df.drop(columns=['{n}', '{m}'])",
    "df.drop(['{n}'], axis=1, inplace=True)",
    "df = df.rename(columns={{'{n}': 'other'}})",
    "df.rename(columns={{'{n}': 'other'}}, inplace=True)",
    "df = df.reset_index(drop=True)",
    "df.reset_index(inplace=True)",
    "df = df.set_index('{n}')",
    "df = df[['{n}', '{m}']]",
    "df = df[['{n}']]",
    "df = df[1:4]",
    "df = df.head(3)",
    "df = df.iloc[:, :-1]",
    "df = df.iloc[:, [0, -1]]",
    "df = df.iloc[1:5, 1:]",
    "df = df.loc[:, '{n}':]",
    "df = df.loc[:, ['{n}', '{m}']]",
    "df.loc[:, 'located'] = 1",
    "df = df.fillna(0)",
    "df.dropna(inplace=True)",
    "df = df.sample(frac=0.5)",
    "df = df.sample(frac=1)",
    "df = pd.concat([df, df])",
    "df = pd.concat([df, df[['{n}']]], axis=1)",
    "df.columns = list(range(len(df.columns)))",
    "df = df[df.columns[1:]]",
    "df = df[list(df.columns)[:-1]]",
    "df = df.assign(more=1, other=2)",
    "df = df.isnull()",
    "df = df.sort_values('{n}')",
    "df = df.drop(0)",
    "df = df[df['{n}'] == df['{n}']]",
    "alias = df\nalias.pop('{n}')",
    "copy = df.copy()\ncopy.pop('{n}')",
    "def changed(table):\n    table['in a function'] = 1\n\n\nchanged(df)",
    "tables = {{'train': df}}\ntables['train'].pop('{n}')\ndf = tables['train']",
    "df = pd.get_dummies(df)",
    "df = df.astype('float32')",
    "df = df.astype(object)",
    "for name in ['one', 'two']:\n    df[name] = 0",
    "df = df.select_dtypes('number')",
    "df['{n}'].replace(['x', 'y', 'z'], [0, 1, 2], inplace=True)",
    "df['{n}'].fillna(0, inplace=True)",
    "df.at[0, '{n}'] = 1",
    "df.{n} = df.{n}.map({{'x': 0, 'y': 1, 'z': 2}})",
    "df.{n} = 3",
    "df['{n}'][0] = 1",
    "df.loc[df['{n}'] == 'x', '{n}'] = 1",
    "df['{n}'] = df['{n}'].astype('category').cat.codes",
)
_ENDS = (
    "x = df",
    "x = df.values",
    "x = df.to_numpy()",
    "x = np.array(df)",
    "x = df['{n}']",
    "x = df['{n}'].values",
    "x = df.{n}",
    "x = df.{n}.values",
    "x = df.iloc[:, 0]",
    "x = df.iloc[:, -1].values",
    "x = df.iloc[:, 1:3].values",
    "x = df.drop('{n}', axis=1).to_numpy()",
    "x = pd.get_dummies(df['{n}'])",
    "x = np.zeros(df.shape)",
    "x = np.zeros(len(df.columns))",
    "x = np.zeros(len(df))",
)


def _program(random: Random) -> list[str]:
    """Statements of which each runs, the ones before having run."""
    import numpy as np
    import pandas as pd

    lines = [_made(random)]
    names: dict[str, Any] = {"pd": pd, "np": np}
    exec(lines[0], names)
    wanted = random.randint(0, 5)
    for _ in range(60):
        if len(lines) > wanted:
            break
        columns = list(names["df"].columns)
        n, m = random.sample(columns, 2)
        step = random.choice(_STEPS).format(n=n, m=m, row=list(range(len(names["df"]))))
        if _runs(step, dict(names)) and all(isinstance(c, str) for c in columns):
            # A slice of as many columns as nobody knows is taken to be as long as it says: enough are left.
            lines.append(step)
            # As the program runs from its beginning: what a step changes in place must not be seen before.
            names = {"pd": pd, "np": np}
            exec("\n".join(lines), names)
    columns = list(names["df"].columns) or ["none"]
    end = random.choice(_ENDS).format(n=random.choice(columns))
    lines.append(end if _runs(end, dict(names)) else "x = df")
    return lines


def _runs(step: str, names: dict[str, Any]) -> bool:
    import pandas as pd

    try:
        frames = {k: v.copy() if isinstance(v, pd.DataFrame) else v for k, v in names.items()}
        exec(step, frames)
        return isinstance(frames["df"], pd.DataFrame) and len(frames["df"].columns) >= 3
    except Exception:
        return False


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("seed", range(8))
def test_tables_as_pandas_has_them(seed: int) -> None:
    pd, np = pytest.importorskip("pandas"), pytest.importorskip("numpy")
    agreed = 0
    for i in range(60):
        lines = _program(Random(f"{seed}:{i}"))
        names: dict[str, Any] = {"pd": pd, "np": np}
        text = "\n".join(lines) + "\n"
        exec(text, names)
        analysis = analyse(Document.of_text("a.py", f"import numpy as np\nimport pandas as pd\n\n{text}"))
        assert not analysis.diagnostics, text
        for name in ("df", "x"):
            told, real = analysis.evaluation.state[name], names[name]
            outcome = _compare(real, told, text)
            assert outcome != DISAGREED, f"{text}\n{name}: {real.shape} told {told}\n{getattr(real, 'dtypes', '')}"
            agreed += outcome == AGREED
    assert agreed > 60


def _compare(real: Any, told: Any, text: str = "") -> str:
    """Of a frame each known column, and the cells as one array."""
    import numpy as np
    import pandas as pd

    if isinstance(told, LibraryMethod):
        # A column of a table whose columns nobody knows.
        return UNKNOWN
    known = columns_of(told) if isinstance(real, pd.DataFrame) and isinstance(told, Array) else None
    if known is not None:
        assert [column.name for column in known] == list(real.columns), text
        kinds = ["object" if t.name == "str" else t.name for t in real.dtypes]
        assert all(c.dtype in ("", kind) for c, kind in zip(known, kinds)), (real.dtypes, known)
    return compare(np.asarray(real), told)
