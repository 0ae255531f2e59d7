"""A data set: what each element is, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .dim import ANY, Dim
from .origin import Origin


@dataclass(frozen=True, slots=True)
class Dataset:
    """A `tf.data.Dataset`, or what iterates likewise (a `PyDataset`, a generator of batches).

    element: what one step of iterating gives: an array, or tuples and dicts of arrays.
    cardinality: the number of elements; None where it repeats for ever.
    batched: how many times `batch` was called on single samples; None where that is not known.
    classes: the names of the classes, of a data set made of a folder. samples: how many files it has.
    """

    element: Any
    cardinality: Dim = ANY
    batched: int | None = 0
    origin: Origin | None = None
    classes: tuple[str, ...] | None = None
    samples: Dim = ANY

    def of(self, element: Any, cardinality: Dim = ANY, batched: int | None = None) -> Dataset:
        """Another data set made from this one."""
        return Dataset(element, cardinality, batched, self.origin)

    def like(self, **changes: Any) -> Dataset:
        return replace(self, **changes)
