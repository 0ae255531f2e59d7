"""sklearn.compose and pipeline: how many columns come out of transformers side by side and one after another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...values.array import Array
from ...values.dim import ANY, Dim, add, subtract
from ...values.reference import Object
from ...values.unknown import Unknown
from ..arguments import as_int
from ..registry import function
from .preprocessing import KEEPING

_COLUMNS = "sklearn.compose.ColumnTransformer"
_PIPELINE = "sklearn.pipeline.Pipeline"


@function(_COLUMNS)
def column_transformer(transformers: Any, remainder: Any = "drop", *_: Any, **__: Any) -> Object:
    """sklearn/compose/_column_transformer.py"""
    return Object(_COLUMNS, {"parts": _parts(transformers, named=True), "remainder": remainder})


@function("sklearn.compose.make_column_transformer")
def make_column_transformer(*transformers: Any, remainder: Any = "drop", **_: Any) -> Object:
    return Object(_COLUMNS, {"parts": _parts(transformers, named=False), "remainder": remainder})


def _parts(transformers: Any, named: bool) -> list[tuple[Any, Any]] | None:
    """Each transformer with its columns; None where they are not known."""
    length = 3 if named else 2
    if not isinstance(transformers, (list, tuple)):
        return None
    if not all(isinstance(part, (list, tuple)) and len(part) == length for part in transformers):
        return None
    return [(part[-2], part[-1]) for part in transformers]


@function(_PIPELINE)
def pipeline(steps: Any, *_: Any, **__: Any) -> Object:
    """sklearn/pipeline.py"""
    pairs = isinstance(steps, (list, tuple)) and all(isinstance(s, (list, tuple)) and len(s) == 2 for s in steps)
    return Object(_PIPELINE, {"steps": [step[1] for step in steps] if pairs else None})


@function("sklearn.pipeline.make_pipeline")
def make_pipeline(*steps: Any, **_: Any) -> Object:
    return Object(_PIPELINE, {"steps": list(steps)})


@function(_COLUMNS + ".fit", _PIPELINE + ".fit")
def fit(self: Any, *_: Any, **__: Any) -> Any:
    return self


@function(*(f"{cls}.{method}" for cls in (_COLUMNS, _PIPELINE) for method in ("fit_transform", "transform")))
def transform(self: Object, X: Array, *_: Any, **__: Any) -> Array | Unknown:
    """A table of as many rows. Where some part is not followed it may be a sparse matrix as well."""
    if X.shape is None or len(X.shape) != 2:
        return Unknown("what is made of no table")
    width = _side_by_side(self, X) if self.cls == _COLUMNS else _width(self, X.shape[1])
    if width is ANY:
        return Unknown("the columns of a transformer")
    return Array((X.shape[0], width), "float64" if X.dtype == "float64" else "")


def _side_by_side(self: Object, X: Array) -> Dim:
    parts: Sequence[tuple[Any, Any]] | None = self.arguments["parts"]
    if parts is None or X.shape is None:
        return ANY
    chosen = [_labels(columns) for _, columns in parts]
    used = {label for labels in chosen for label in labels or ()}
    # A column may be told by its name here and by its place there.
    plain = None not in chosen and len({type(label) for label in used}) <= 1
    left = subtract(X.shape[1], len(used)) if plain else ANY
    width = _width(self.arguments["remainder"], left)
    for (transformer, _), labels in zip(parts, chosen):
        width = ANY if labels is None else add(width, _width(transformer, len(labels)))
    return width


def _labels(columns: Any) -> list[Any] | None:
    if isinstance(columns, (str, int)) and not isinstance(columns, bool):
        return [columns]
    several = isinstance(columns, (list, tuple)) and all(type(c) in (str, int) for c in columns)
    # Negative places and repeated ones are columns that were counted already.
    if not several or len(set(columns)) != len(columns) or any(isinstance(c, int) and c < 0 for c in columns):
        return None
    return list(columns)


def _width(transformer: Any, columns: Dim) -> Dim:
    """How many columns a transformer makes of so many."""
    if transformer == "drop":
        return 0
    if transformer == "passthrough":
        return columns
    if not isinstance(transformer, Object):
        return ANY
    if transformer.cls == _PIPELINE:
        steps = transformer.arguments["steps"]
        for step in steps or ():
            columns = _width(step, columns)
        return columns if steps else ANY
    if transformer.cls == "sklearn.decomposition.PCA":
        count = as_int(transformer.arguments.get("n_components"))
        return ANY if count is None else count
    return columns if transformer.cls in KEEPING else ANY
