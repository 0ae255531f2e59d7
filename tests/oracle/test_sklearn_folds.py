"""scikit-learn's folds and its transformers side by side, against the real ones."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
import pytest

from keras_shapes.knowledge import binding, registry
from keras_shapes.values.array import Array
from keras_shapes.values.reference import Object

from .arrays import Draw
from .functions import abstract, resolve
from .harness import Case, check


def _ours(name: str, *arguments: Any, **keywords: Any) -> Any:
    rule = registry.rule(name)
    assert rule is not None
    return binding.call(rule, arguments, keywords)


@dataclass(frozen=True)
class SplitCase:
    """The last pair of indices that a class's `split` gives."""

    cls: str
    splits: int
    given: tuple[Any, ...]

    def real(self) -> Any:
        return list(resolve(self.cls)(n_splits=self.splits).split(*self.given))[-1]

    def ours(self) -> Any:
        folds = _ours(f"{self.cls}.split", _ours(self.cls, self.splits), *map(abstract, self.given))
        return folds.element


def _split(name: str) -> Draw:
    def case(draw: Random) -> Case:
        samples = draw.choice((12, 20, 30, 31))
        x = np.zeros((samples, draw.choice((1, 3))))
        numbers = np.arange(samples + (draw.random() < 0.1)) % 3
        y = draw.choice((numbers, numbers, numbers[:, None], np.eye(3)[numbers], np.eye(2, dtype=int)[numbers % 2]))
        return SplitCase(f"sklearn.model_selection.{name}", draw.choice((2, 3, 4)), (x, y))

    return case


@dataclass(frozen=True)
class SideBySide:
    """Transformers by name over columns by place."""

    parts: tuple[tuple[str, tuple[int, ...]], ...]
    remainder: str
    data: np.ndarray

    def real(self) -> Any:
        parts = [(str(i), resolve(name)() if "." in name else name, list(places)) for i, (name, places) in self._named]
        return resolve("sklearn.compose.ColumnTransformer")(parts, remainder=self.remainder).fit_transform(self.data)

    def ours(self) -> Array:
        parts = [(str(i), _ours(name) if "." in name else name, list(places)) for i, (name, places) in self._named]
        made: Object = _ours("sklearn.compose.ColumnTransformer", parts, remainder=self.remainder)
        return _ours("sklearn.compose.ColumnTransformer.fit_transform", made, abstract(self.data))  # type: ignore[no-any-return]

    @property
    def _named(self) -> list[tuple[int, tuple[str, tuple[int, ...]]]]:
        return list(enumerate(self.parts))


_TRANSFORMERS = (
    "sklearn.preprocessing.StandardScaler", "sklearn.preprocessing.MinMaxScaler", "sklearn.impute.SimpleImputer",
    "sklearn.preprocessing.OneHotEncoder", "drop", "passthrough",
)  # fmt: skip


def _side_by_side(draw: Random) -> Case:
    parts = [(draw.choice(_TRANSFORMERS), tuple(draw.sample(range(5), draw.choice((1, 2))))) for _ in range(2)]
    data = np.random.default_rng(draw.getrandbits(32)).integers(0, 4, (12, 5)).astype("float64")
    return SideBySide(tuple(parts), draw.choice(("drop", "passthrough")), data)


_NAMES = ("KFold", "StratifiedKFold", "RepeatedKFold")
TABLE = {
    **{f"sklearn.model_selection.{name}": _split(name) for name in _NAMES},
    "sklearn.compose.ColumnTransformer": _side_by_side,
}


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore")
def test_agrees(name: str) -> None:
    check(TABLE, name)
