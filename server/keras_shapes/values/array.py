"""An array: a numpy array, a tensor, or Keras' symbolic tensor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from .dim import ANY, Dim, product
from .dtype import UNKNOWN_DTYPE, DType
from .interval import Interval
from .mismatch import Mismatch
from .origin import Origin

Shape = tuple[Dim, ...]
_FLOATS = frozenset(("float16", "bfloat16", "float32", "float64"))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its label, and what is known of its cells (see Array)."""

    name: Any
    dtype: DType = UNKNOWN_DTYPE
    interval: Interval | None = None
    content: tuple[Any, ...] | None = None


@dataclass(frozen=True, slots=True)
class Array:
    """What is known of an array without its data.

    shape: one dim an axis; None where even the rank is unknown.
    dtype: numpy's name; "" unknown.
    interval: bounds of the elements. content: the elements themselves, where few and known (rank 0 or 1).
    kind: "numpy", "pandas" (a frame of rank 2, a series of rank 1), "tensor" (TensorFlow's or Keras' eager) or
    "symbolic" (Keras' functional graph).
    one_hot: each row of the last axis holds a single 1.
    node: which step of a functional graph made a symbolic tensor.
    columns: those of a pandas frame, in order; None where they are not known. Counts only with as many in `shape`.
    Of a series, the one that it was taken from.
    """

    shape: Shape | None
    dtype: DType = UNKNOWN_DTYPE
    interval: Interval | None = None
    content: tuple[Any, ...] | None = None
    kind: str = "numpy"
    one_hot: bool = False
    origin: Origin | None = None
    node: Node | None = None
    columns: tuple[Column, ...] | None = None

    @property
    def rank(self) -> int | None:
        return None if self.shape is None else len(self.shape)

    @property
    def size(self) -> Dim:
        """The number of elements."""
        return ANY if self.shape is None else product(self.shape)

    def require_rank(self, rank: int, kind: str = "layer-rank") -> Shape:
        """The dims of an array that must have this rank."""
        if self.shape is None:
            return (ANY,) * rank
        if len(self.shape) != rank:
            raise Mismatch(kind, rank, self.shape, ranks=(rank, rank))
        return self.shape

    def require_min_rank(self, rank: int, kind: str = "layer-rank") -> Shape | None:
        if self.shape is not None and len(self.shape) < rank:
            raise Mismatch(kind, rank, self.shape, ranks=(rank, None))
        return self.shape

    def with_shape(self, *shape: Dim, dtype: DType | None = None) -> Array:
        """Another array of the same element type and kind, made from this one: new elements."""
        return Array(shape, self.dtype if dtype is None else dtype, kind=self.kind)

    def reshaped(self, shape: Shape | None) -> Array:
        """The same elements in another shape."""
        return Array(shape, self.dtype, self.interval, kind=self.kind)

    def computed(self, shape: Shape | None) -> Array:
        """What a layer with floating-point weights computes from this array."""
        return Array(shape, self.dtype if self.dtype in _FLOATS else "float32", kind=self.kind)

    def like(self, **changes: Any) -> Array:
        """This array with some facts changed."""
        return replace(self, **changes)

    def unranked(self) -> Array:
        return self.reshaped(None)


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """One step of a functional graph: `target` (a layer's reference, or a function's name) called on arguments.

    `arguments` and `keywords` hold the symbolic tensors that went in, nested as they were given. Nodes are
    compared by fingerprint: two graphs that differ anywhere upstream differ here.
    """

    target: Any
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    uid: Any
    fingerprint: int
    place: Any = None
    output: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and (self.uid, self.output, self.fingerprint) == (
            other.uid,
            other.output,
            other.fingerprint,
        )

    def __hash__(self) -> int:
        return self.fingerprint
