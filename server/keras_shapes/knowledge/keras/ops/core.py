"""keras.ops: loops and branches over functions of the program. Source: keras/src/ops/core.py."""

from __future__ import annotations

from typing import Any

from ....values.array import Array
from ....values.unknown import Unknown
from ...coercion import as_tensor
from ...run import Run
from .naming import op


def _row(value: Any) -> Any:
    """One element along the first axis, of each tensor in a structure."""
    if isinstance(value, (list, tuple)):
        return type(value)(_row(v) for v in value)
    tensor = as_tensor(value)
    return tensor if isinstance(tensor, Unknown) or not tensor.shape else tensor.with_shape(*tensor.shape[1:])


def _first(value: Any) -> Array | None:
    """The first tensor of a structure."""
    if isinstance(value, (list, tuple)):
        return next((f for v in value if (f := _first(v)) is not None), None)
    tensor = as_tensor(value)
    return tensor if isinstance(tensor, Array) and tensor.shape else None


def _stacked(value: Any, count: Any) -> Any:
    """What a function gives for one row, for all of them."""
    if isinstance(value, (list, tuple)):
        return type(value)(_stacked(v, count) for v in value)
    tensor = as_tensor(value)
    if isinstance(tensor, Unknown) or tensor.shape is None:
        return Unknown("what a function gives")
    return Array((count, *tensor.shape), tensor.dtype, kind=tensor.kind)


def _mapped(function: Any, elements: Any, run: Any) -> Any:
    first = _first(elements)
    if run is None or first is None or not first.shape:
        return Unknown("what a function gives")
    return _stacked(run.call(function, _row(elements)), first.shape[0])


@op("map")
def map_(f: Any, xs: Any, *, run: Run) -> Any:
    return _mapped(f, xs, run)


@op("vectorized_map")
def vectorized_map(function: Any, elements: Any, *, run: Run) -> Any:
    return _mapped(function, elements, run)


@op("scan")
def scan(
    f: Any, init: Any, xs: Any = None, length: Any = None, reverse: Any = False, unroll: Any = 1, *, run: Run
) -> Any:
    """The last state, and what each step gave."""
    first = _first(xs) if xs is not None else None
    if run is None or (first is None and length is None):
        return Unknown("what a function gives")
    result = run.call(f, init, None if xs is None else _row(xs))
    if not isinstance(result, (list, tuple)) or len(result) != 2:
        return Unknown("what a function gives")
    count = length if length is not None else first.shape[0] if first is not None and first.shape else None
    return result[0], None if result[1] is None else _stacked(result[1], count)


@op("associative_scan")
def associative_scan(f: Any, elems: Any, reverse: Any = False, axis: Any = 0) -> Any:
    """The shapes stay: f puts two elements together to one."""
    return _of_shape(elems)


@op("while_loop")
def while_loop(cond: Any, body: Any, loop_vars: Any, maximum_iterations: Any = None) -> Any:
    return _of_shape(loop_vars)


@op("fori_loop")
def fori_loop(lower: Any, upper: Any, body_fun: Any, init_val: Any) -> Any:
    return _of_shape(init_val)


def _of_shape(value: Any) -> Any:
    """Tensors of these shapes, with other elements."""
    if isinstance(value, (list, tuple)):
        return type(value)(_of_shape(v) for v in value)
    tensor = as_tensor(value)
    return tensor if isinstance(tensor, Unknown) else Array(tensor.shape, tensor.dtype, kind=tensor.kind)


@op("cond")
def cond(pred: Any, true_fn: Any, false_fn: Any, *, run: Run) -> Any:
    """Both branches give the same shapes in a graph; data may go either way."""
    if isinstance(pred, bool):
        return run.call(true_fn if pred else false_fn)
    made, other = run.call(true_fn), run.call(false_fn)
    return made if _of_shape(made) == _of_shape(other) else Unknown("one of two")


@op("switch")
def switch(index: Any, branches: Any, *operands: Any, run: Run) -> Any:
    if run is None or not isinstance(branches, (list, tuple)) or not branches:
        return Unknown("what a function gives")
    return run.call(branches[0], *operands)


@op("custom_gradient")
def custom_gradient(f: Any) -> Unknown:
    return Unknown("depends on a function")


@op("vectorize")
def vectorize(pyfunc: Any, *, excluded: Any = None, signature: Any = None) -> Unknown:
    return Unknown("depends on a function")


@op("is_tensor")
def is_tensor(x: Any) -> Any:
    return x.kind == "tensor" if isinstance(x, Array) else Unknown("whether it is a tensor")
