"""Python's operators on arrays: `a + b`, `a @ b`, `-a`, `a > b`."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from typing import Any

from ...values import dtype as dtypes
from ...values.arithmetic import broadcast
from ...values.array import Array
from ...values.contraction import matmul
from ...values.dim import Linear
from ...values.interval import Interval, combine
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..arguments import joint_kind, refuse
from ..coercion import as_array
from ..predictions import check_compared
from .intervals import Extremum, absolute, constant, dtype_range, fitted, mapped, of_content, spread, within

_COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))
_CALCULATE: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
    "//": operator.floordiv, "%": operator.mod,
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
# Beyond this, numpy's integers wrap and floats round: such content is not calculated.
_EXACT = 2**53


def binary(op: str, a: Any, b: Any) -> Array:
    """`a op b` for two arrays, or an array and a Python number. Raises Mismatch("array-shapes").

    op: one of + - * / // % ** @ & | ^ << >> == != < <= > >=.
    A Python number, given as it is, is weak (NEP 50): only its kind counts for the result's type. An array of
    rank 0 counts in full. What is unknown may be an array of any shape and type.
    """
    left, right = _operand(a), _operand(b)
    kind = joint_kind(left, right)
    if kind == "numpy":
        _check_types(op, left, right)
    if op == "@":
        return Array(matmul(left.shape, right.shape), dtypes.promote(left.dtype, right.dtype), kind=kind)
    shape = _broadcast(op, left, right)
    dtype = result_type(op, a, b)
    bounds = fitted(_bounds(op, left, right), dtype)
    if op == "%":
        bounds = spread(bounds, "int64", shape)
    content = _content(op, left, right, dtype)
    result = Array(shape, dtype, of_content(content) or bounds, content, kind=kind)
    check_compared(op, left, right, result)
    return result


def _check_types(op: str, left: Array, right: Array) -> None:
    """What numpy has no loop for: bits of real numbers, differences of booleans, negative powers of integers."""
    if op in ("&", "|", "^", "<<", ">>"):
        for operand in (left, right):
            refuse(op, operand, "fc")
    if op == "-" and left.dtype == right.dtype == "bool":
        refuse(op, left, "b")
    if op == "**" and dtypes.is_integer(right.dtype) and left.dtype and dtypes.kind(left.dtype) in "bui":
        powers = right.content or ()
        if any(isinstance(p, int) and p < 0 for p in powers):
            raise Mismatch("array-shapes", "real numbers", "negative powers of integers", operation=op)


def _operand(value: Any) -> Array:
    array = as_array(value)
    return Array(None) if isinstance(array, Unknown) else array


def _broadcast(op: str, left: Array, right: Array) -> Any:
    try:
        return broadcast(left.shape, right.shape)
    except Mismatch as mismatch:
        if op in ("==", "!=") and "tensor" in (left.kind, right.kind):
            return None  # TensorFlow answers False instead of raising
        if left.kind == right.kind == "pandas":
            return None  # tables are aligned by their labels
        if op == "==" and "symbolic" in (left.kind, right.kind):
            return None  # Keras' symbolic tensors are compared by what they are
        mismatch.facts["operation"] = op
        raise


def _weak(value: Any) -> Any:
    """A Python number; None where the value is an array in its own right."""
    if isinstance(value, Linear):
        return 1
    return value if isinstance(value, (int, float, complex)) and not isinstance(value, bool) else None


def result_type(op: str, a: Any, b: Any) -> str:
    """The element type of `a op b`; "" where it is not known."""
    if op in _COMPARISONS:
        return "bool"
    dtype = _promoted(a, b)
    if op == "/":
        return _divided(dtype, joint_kind(a, b))
    if dtype == "bool" and op in ("//", "%", "**", "<<", ">>"):
        return "int8"
    return dtype


def _divided(dtype: str, kind: str) -> str:
    if kind == "numpy":
        return dtypes.divided(dtype)
    if kind == "symbolic" or dtypes.bits(dtype) <= 16:
        return dtypes.keras_divided(dtype)
    return dtypes.divided(dtype)  # TensorFlow: int32 / int32 is float64


def _promoted(a: Any, b: Any) -> str:
    left, right = _operand(a), _operand(b)
    p, q = _weak(a), _weak(b)
    if "symbolic" in (left.kind, right.kind):
        if p is not None or q is not None:
            return dtypes.keras_with_scalar(left.dtype if p is None else right.dtype, q if p is None else p)
        return dtypes.keras_promote(left.dtype, right.dtype)
    for strong, other in ((left, right), (right, left)):
        if strong.kind != "numpy" and other.kind == "numpy":
            return strong.dtype  # TensorFlow's types rule: what is no tensor is converted to them
    if q is not None and p is None:
        return dtypes.with_scalar(left.dtype, q)
    if p is not None and q is None:
        return dtypes.with_scalar(right.dtype, p)
    return dtypes.promote(left.dtype, right.dtype)


def _bounds(op: str, left: Array, right: Array) -> Interval | None:
    if op in _COMPARISONS:
        return Interval(0, 1, False)
    a, b = left.interval, right.interval
    if a is None or b is None:
        return None
    p, q = constant(left), constant(right)
    try:
        if q is not None:
            return _with_constant(op, a, q)
        if p is not None and op in ("+", "-", "*"):
            return b.affine(-1 if op == "-" else p if op == "*" else 1, 0 if op == "*" else p)
        if op == "/":
            return _quotient(a, right)
        return combine(a, b, op) if op in ("+", "-", "*") else None
    except OverflowError:
        return None


def _with_constant(op: str, a: Interval, q: float) -> Interval | None:
    if op in ("+", "-"):
        return a.affine(1, q if op == "+" else -q)
    if op == "*":
        return a.affine(q, 0)
    if q == 0 or not math.isfinite(q):
        return None
    if op == "/":
        ends = sorted((a.low / q, a.high / q))
        return Interval(ends[0], ends[1], a.attained)
    if op == "//":
        ends = sorted((a.low // q, a.high // q))
        # The highest quotient of floats may be met by their bound alone.
        return Interval(ends[0], ends[1], a.attained and isinstance(q, int) and isinstance(a.high, int))
    if op == "%":
        return _remainder(a, q)
    return _power(a, q) if op == "**" else None


def _remainder(a: Interval, q: float) -> Interval | None:
    if q < 0:
        return None
    if a.low >= 0 and a.high < q:
        return a
    whole = all(isinstance(v, int) for v in (a.low, a.high, q))
    return Interval(0, q - 1 if whole else q, whole and a.attained and a.high - a.low + 1 >= q)


def _power(a: Interval, q: float) -> Interval | None:
    if q < 0 or q > 16:
        return None
    if a.low >= 0:
        return mapped(a, lambda e: e**q)
    if q == 2:
        size = absolute(a)
        return mapped(size, lambda e: e**2)
    return None


def _quotient(a: Interval, right: Array) -> Interval | None:
    b = right.interval
    extremum = right.content[0] if right.content else None
    if isinstance(extremum, Extremum) and extremum.of is not None and extremum.of == a and a.low >= 0:
        return Interval(0, 1, a.attained)
    if b is None or b.low <= 0 <= b.high:
        return None
    ends = [p / q for p in (a.low, a.high) for q in (b.low, b.high)]
    return Interval(min(ends), max(ends), False)


def _content(op: str, left: Array, right: Array, dtype: str) -> tuple[Any, ...] | None:
    """The elements, where both sides' are known."""
    p, q = left.content, right.content
    if p is None or q is None or op not in _CALCULATE:
        return None
    if not dtypes.is_integer(dtype) and dtype != "float64" and op not in _COMPARISONS:
        return None
    if left.shape == ():
        p = p * len(q)
    elif right.shape == ():
        q = q * len(p)
    if len(p) != len(q):
        return None
    try:
        values = tuple(_CALCULATE[op](x, y) for x, y in zip(p, q))
    except (TypeError, ValueError, ArithmeticError):
        return None
    limits = dtype_range(dtype) if dtypes.is_integer(dtype) else None
    if limits and any(isinstance(v, float) or (isinstance(v, int) and not limits[0] <= v <= limits[1]) for v in values):
        return None
    return values if all(_is_exact(v) for v in values) else None


def _is_exact(value: Any) -> bool:
    return isinstance(value, Linear) or (
        isinstance(value, (int, float)) and math.isfinite(value) and abs(value) < _EXACT
    )


def unary(op: str, a: Any) -> Array | Unknown:
    """`-a`, `+a`, `~a`, `not a` (op "not")."""
    array = as_array(a)
    if isinstance(array, Unknown):
        return array
    if op == "not":
        return Array((), "bool", Interval(0, 1, False))
    if op == "+":
        return array
    if op == "~":
        # No bits of real numbers are turned round; TensorFlow turns those of truths only.
        refuse("~", array, "fc")
    bounds = None
    content = None
    if op == "-" and array.interval is not None:
        bounds = fitted(array.interval.affine(-1, 0), array.dtype)
        content = _content("*", array, Array((), "int64", None, (-1,)), array.dtype)
    if op == "~" and array.dtype == "bool":
        bounds = within(array.interval)
    return Array(array.shape, array.dtype, bounds, content, kind=array.kind)
