"""A case of a plain function, method or attribute: numpy's, Keras' or TensorFlow's own on real arguments."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from keras_shapes.knowledge import binding, registry
from keras_shapes.values.array import Array
from keras_shapes.values.interval import Interval
from keras_shapes.values.reference import Library
from keras_shapes.values.unknown import Unknown

from .harness import dtype_of

# How large the result is, or whether it is complex, only the elements tell.
_BY_ELEMENTS = frozenset(
    """unique unique_values unique_counts nonzero flatnonzero argwhere intersect1d union1d setxor1d setdiff1d compress
    extract trim_zeros bincount polymul poly eig eigvals lstsq""".split()
)


@dataclass(frozen=True)
class FunctionCase:
    """`name` called on real arguments (numpy arrays, numbers, tuples …); ours gets what they are in our values.

    A method or attribute is named by its class ("numpy.ndarray.T"), the object being the first argument.
    """

    name: str
    arguments: tuple[Any, ...] = ()
    keywords: dict[str, Any] = field(default_factory=dict)
    run: Any = None

    @property
    def by_elements(self) -> bool:
        named = self.name.rpartition(".")[2] in _BY_ELEMENTS
        # A shape in a tensor, a count of classes in an array of many labels.
        return named or self.name in (
            "tensorflow.reshape",
            "keras.utils.to_categorical",
            "sklearn.metrics.confusion_matrix",
        )

    def real(self) -> Any:
        target = resolve(self.name)
        rule = registry.rule(self.name)
        if rule is not None and rule.attribute:
            return getattr(self.arguments[0], self.name.rpartition(".")[2])
        return target(*self.arguments, **self.keywords)

    def ours(self) -> Any:
        rule = registry.rule(self.name)
        assert rule is not None, f"there is no rule {self.name}"
        arguments = [abstract(a) for a in self.arguments]
        keywords = {k: abstract(v) for k, v in self.keywords.items()}
        return binding.call(rule, arguments, keywords, self.run)

    def __str__(self) -> str:
        parts = [shown(a) for a in self.arguments] + [f"{k}={shown(v)}" for k, v in self.keywords.items()]
        return f"{self.name}({', '.join(parts)})"


@cache
def resolve(name: str) -> Callable[..., Any]:
    """The real thing of a canonical name."""
    parts = name.split(".")
    for split in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:split]))
        except ImportError:
            continue
        for part in parts[split:]:
            found = getattr(found, part)
        return found  # type: ignore[no-any-return]
    raise ImportError(name)


def abstract(value: Any) -> Any:
    """A real argument in our values, with all that is known of it."""
    if isinstance(value, (list, tuple)):
        return type(value)(abstract(v) for v in value)
    if isinstance(value, dict):
        return {k: abstract(v) for k, v in value.items()}
    if hasattr(value, "shape") and hasattr(value, "dtype") and not isinstance(value, type):
        return _abstract_array(value)
    if isinstance(value, type) or callable(value):
        module = "numpy" if value.__module__.startswith("numpy") else value.__module__
        return Library(f"{module}.{value.__name__}")
    return value


def _abstract_array(value: Any) -> Array | Unknown:
    dtype = dtype_of(value)
    if type(value).__module__ != "numpy":
        kind = "symbolic" if type(value).__name__ == "KerasTensor" else "tensor"
        return Array(tuple(value.shape), dtype, kind=kind)
    interval = Interval(value.min().item(), value.max().item()) if value.size and value.dtype.kind in "uif" else None
    content = tuple(value.ravel().tolist()) if value.ndim <= 1 and value.size <= 64 else None
    return Array(tuple(value.shape), dtype, interval, content)


def shown(value: Any) -> str:
    if hasattr(value, "shape") and hasattr(value, "dtype") and not isinstance(value, type):
        return f"<{tuple(value.shape)} {dtype_of(value)}>"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(shown, value)) + "]"
    return getattr(value, "__name__", None) or repr(value)
