"""keras.ops: functions of two tensors, element by element. Source: keras/src/ops/numpy.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ....values import dtype as dtypes
from ....values.array import Array
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...arguments import refuse
from ...coercion import as_tensor
from ...registry import Function
from .elements import BECOMES
from .naming import joint_dtype, op, operate


@dataclass(frozen=True, slots=True)
class Pair:
    """What a function of two does with element types. Measured; see elements.py.

    becomes: what the promoted type turns into. strong: on data, Python's numbers count as int32 and float32, where
    otherwise only their kind counts. refused: kinds that data may not be of. booleans: whether two booleans are taken.
    numbers: what Python's numbers are in a graph: "weak", "wide" (int64 and float32), "floatx" (always float32), or
    "no" where the function asks for their shape. alike: whether in a graph the result has the first operand's shape.
    """

    becomes: str = "same"
    strong: bool = False
    refused: str = ""
    booleans: bool = True
    numbers: str = "weak"
    alike: bool = False


_ARITHMETIC = Pair(booleans=False)
_ORDER = Pair("bool", booleans=False)
_TEST = Pair("bool")
_DIVISION = Pair("float")
_BITS = Pair(strong=True, refused="fc", booleans=False, numbers="no", alike=True)
_SHIFT = Pair(refused="fc", booleans=False, alike=True)
_FLOATING = Pair("float", strong=True, refused="c")
_WIDE = Pair("wide", strong=True, booleans=False, numbers="no")
_PAIRS: dict[str, tuple[Pair, str]] = {
    "subtract": (_ARITHMETIC, "-"), "multiply": (_ARITHMETIC, "*"), "power": (_ARITHMETIC, "**"),
    "floor_divide": (Pair(booleans=False, refused="c"), "//"), "divide": (_DIVISION, "/"),
    "true_divide": (_DIVISION, "/"), "divide_no_nan": (_DIVISION, ""),
    "mod": (Pair("counted", strong=True, refused="c"), "%"), "fmod": (Pair("counted", strong=True, refused="c"), ""),
    "equal": (_TEST, "=="), "not_equal": (_TEST, "!="), "less": (_ORDER, "<"), "less_equal": (_ORDER, "<="),
    "greater": (_ORDER, ">"), "greater_equal": (_ORDER, ">="), "logical_and": (_TEST, ""), "logical_or": (_TEST, ""),
    "logical_xor": (_TEST, ""),
    "arctan2": (Pair("float", strong=True, refused="c", numbers="floatx"), ""),
    "logaddexp": (_FLOATING, ""),
    "logaddexp2": (_FLOATING, ""), "hypot": (_WIDE, ""), "heaviside": (_WIDE, ""),
    "nextafter": (Pair("float", strong=True, refused="c", numbers="wide"), ""),
    "gcd": (Pair(strong=True, refused="fc", booleans=False, numbers="wide"), ""),
    "lcm": (Pair(strong=True, refused="bfc", numbers="wide"), ""), "bitwise_and": (_BITS, ""),
    "bitwise_or": (_BITS, ""), "bitwise_xor": (_BITS, ""), "left_shift": (_SHIFT, ""), "right_shift": (_SHIFT, ""),
    "bitwise_left_shift": (_SHIFT, ""), "bitwise_right_shift": (_SHIFT, ""),
}  # fmt: skip
_EXTREMES = {"maximum": max, "fmax": max, "minimum": min, "fmin": min}


def paired(name: str, how: Pair, operator: str, x1: Any, x2: Any) -> Array | Unknown:
    """Two operands that broadcast. Raises Mismatch where they do not, or are of types that are not taken."""
    result = _first(x1) if how.alike and _in_graph(x1, x2) else operate(operator or "+", x1, x2, name)
    if isinstance(result, Unknown):
        return result
    if dtypes.is_integer(result.dtype) and result.kind != "symbolic":
        _check_integers(name, operator, x2)
    dtype = _promoted(name, how, x1, x2, result.kind)
    return result.like(dtype=dtype) if operator else result.like(dtype=dtype, interval=None, content=None)


def _in_graph(x1: Any, x2: Any) -> bool:
    return any(isinstance(x, Array) and x.kind == "symbolic" for x in (x1, x2))


def _first(x1: Any) -> Array | Unknown:
    first = as_tensor(x1)
    return first if isinstance(first, Unknown) else Array(first.shape, first.dtype, kind="symbolic")


def _check_integers(name: str, operator: str, x2: Any) -> None:
    """Integers are not divided by 0, nor raised to negative powers: what real numbers give then is infinite."""
    if operator == "**" and isinstance(x2, int) and x2 < 0:
        raise Mismatch("array-shapes", "real numbers", "negative powers of integers", operation=name)
    divisor = as_tensor(x2) if isinstance(x2, Array) and operator in ("//", "%") else None
    if isinstance(divisor, Array) and divisor.content and 0 in divisor.content:
        raise Mismatch("array-shapes", "divisors other than 0", 0, operation=name)


def _promoted(name: str, how: Pair, x1: Any, x2: Any, kind: str) -> str:
    weak = [isinstance(x, (bool, int, float)) for x in (x1, x2)]
    tensors = [t for t in (as_tensor(x1), as_tensor(x2)) if isinstance(t, Array)]
    if len(tensors) < 2:
        return "bool" if how.becomes == "bool" else ""
    if kind != "symbolic":
        _check_elements(name, how, tensors)
    if all(weak) or not any(weak) or (how.strong and kind != "symbolic"):
        promoted = joint_dtype(tensors)
    else:
        tensor, number = (tensors[1], x1) if weak[0] else (tensors[0], x2)
        promoted = _with_number(name, how, tensor, number)
    if kind == "symbolic" and not how.booleans and promoted == "bool":
        return "bool"
    return BECOMES[how.becomes](promoted) if promoted or how.becomes == "bool" else ""


def _with_number(name: str, how: Pair, tensor: Array, number: Any) -> str:
    """The type of a tensor and a Python number, where that is not simply a tensor, too."""
    if tensor.kind != "symbolic":
        if how.alike and tensor.dtype == "bool" and not isinstance(number, bool):
            raise Mismatch("array-shapes", "numbers", "bool", operation=name)
        return dtypes.keras_with_scalar(tensor.dtype, number)
    if how.numbers == "no" or (how.alike and isinstance(number, float)):
        raise Mismatch("array-shapes", "a tensor", number, operation=name)
    if how.alike:
        return tensor.dtype
    if how.numbers == "weak" or (isinstance(number, bool) and how.numbers == "wide"):
        return dtypes.keras_with_scalar(tensor.dtype, number)
    whole = isinstance(number, int) and how.numbers == "wide"
    return dtypes.keras_promote(tensor.dtype, "int64" if whole else "float32")


def _check_elements(name: str, how: Pair, tensors: list[Array]) -> None:
    for tensor in tensors:
        refuse(name, tensor, how.refused)
    if not how.booleans and all(t.dtype == "bool" for t in tensors):
        raise Mismatch("array-shapes", "numbers", "bool", operation=name)


def _of_two(name: str) -> Function:
    how, operator = _PAIRS[name]

    def apply(x1: Any, x2: Any) -> Array | Unknown:
        return paired(name, how, operator, x1, x2)

    return apply


def _of_bits(name: str) -> Function:
    """As the others; Keras calls these operands x and y."""
    apply_to = _of_two(name)

    def apply(x: Any, y: Any) -> Any:
        return apply_to(x, y)

    return apply


for _name in _PAIRS:
    op(_name)(_of_bits(_name) if "bitwise" in _name or "shift" in _name else _of_two(_name))


def _extreme(name: str) -> Function:
    how, pick = Pair(booleans=False, refused="c"), _EXTREMES[name]

    def apply(x1: Any, x2: Any) -> Array | Unknown:
        result = paired(name, how, "", x1, x2)
        a, b = as_tensor(x1), as_tensor(x2)
        if isinstance(result, Unknown) or not (isinstance(a, Array) and isinstance(b, Array)):
            return result
        if a.interval is None or b.interval is None:
            return result
        low, high = (pick(getattr(a.interval, end), getattr(b.interval, end)) for end in ("low", "high"))
        return result.like(interval=Interval(low, high, False))

    return apply


for _name in _EXTREMES:
    op(_name)(_extreme(_name))


@op("add")
def add(x1: Any, x2: Any) -> Array | Unknown:
    first, second = as_tensor(x1), as_tensor(x2)
    if isinstance(first, Array) and isinstance(second, Array) and _is_bias(first, second):
        _check_elements("add", _ARITHMETIC, [first, second])
        return Array(first.shape, joint_dtype([first, second]), kind="tensor")
    return paired("add", _ARITHMETIC, "+", x1, x2)


def _is_bias(x: Array, bias: Array) -> bool:
    """On data TensorFlow's backend adds what has one axis larger than 1, wherever it stands, to the channels."""
    if "symbolic" in (x.kind, bias.kind) or x.shape is None or bias.shape is None or len(x.shape) < 2:
        return False
    large = [d for d in bias.shape if d != 1]
    return len(large) == 1 and isinstance(large[0], int) and large[0] in (x.shape[1], x.shape[-1])


@op("ldexp")
def ldexp(x1: Any, x2: Any) -> Array | Unknown:
    exponent = as_tensor(x2)
    if isinstance(exponent, Array) and not _in_graph(x1, x2):
        refuse("ldexp", exponent, "bfc")
    return paired("ldexp", Pair("float", numbers="wide"), "", x1, x2)


@op("isclose")
def isclose(x1: Any, x2: Any, rtol: Any = 1e-05, atol: Any = 1e-08, equal_nan: Any = False) -> Array | Unknown:
    return paired("isclose", _TEST, "", x1, x2)


@op("allclose")
def allclose(x1: Any, x2: Any, rtol: Any = 1e-05, atol: Any = 1e-08, equal_nan: Any = False) -> Array | Unknown:
    if _in_graph(x1, x2):
        return Array((), "bool", Interval(0, 1, False), kind="symbolic")  # shapes are not looked at
    result = isclose(x1, x2)
    return result if isinstance(result, Unknown) else result.like(shape=())
