"""Python's operators on numpy arrays, numpy's elementwise functions and astype, against real numpy."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import DTYPES, OPERATORS, Draw, OperatorCase, array, filled, on_array, one_of, pair, sizes
from .functions import FunctionCase
from .harness import Case, check

_SCALARS = (0, 1, 2, 3, 255, 255.0, 0.5, -1, 10, -2.5)


def _operator(op: str) -> Draw:
    def case(draw: Random) -> Case:
        if draw.random() < 0.6 or op in "&|^":
            return OperatorCase(op, *pair(draw, draw.choice(("bool", "int64", "uint8")) if op in "&|^" else None))
        a, scalar = array(draw, draw.choice((1, 2, 3))), draw.choice(_SCALARS)
        return OperatorCase(op, a, scalar) if draw.random() < 0.75 else OperatorCase(op, scalar, a)

    return case


def _matmul(draw: Random) -> Case:
    left, right = list(sizes(draw, draw.choice((0, 1, 2, 2, 3)))), list(sizes(draw, draw.choice((0, 1, 2, 2, 3))))
    if left and right and draw.random() < 0.8:
        right[-2 if len(right) > 1 else 0] = left[-1]
    return OperatorCase("@", filled(draw, left), filled(draw, right))


def _negated(draw: Random) -> Case:
    return OperatorCase(draw.choice("-~"), array(draw))


def _two(name: str) -> Draw:
    def case(draw: Random) -> Case:
        a, b = pair(draw, draw.choice(("float32", "float64", "int64", "int32", None)))
        return FunctionCase(name, (a, draw.choice((b, b, 2, 0.5))))

    return case


def _astype(draw: Random) -> Case:
    return FunctionCase("numpy.ndarray.astype", (array(draw), draw.choice((*DTYPES, np.float32, int, "float", "f4"))))


def _scaled(draw: Random) -> Case:
    """Pixels as programs scale them."""
    pixels = filled(draw, sizes(draw, 3), "uint8")
    steps: Any = [
        OperatorCase("/", pixels, 255),
        OperatorCase("/", pixels.astype("float32"), 255.0),
        OperatorCase("-", pixels.astype("float32"), 127.5),
        OperatorCase("*", pixels.astype("float32"), 1 / 255),
    ]
    return draw.choice(steps)  # type: ignore[no-any-return]


_FUNCTIONS = """sqrt exp expm1 log log2 log10 log1p sin cos tan tanh arctan abs absolute sign square floor ceil trunc
    rint negative isnan isinf isfinite logical_not nan_to_num deg2rad asin acos
    atan asinh acosh atanh arcsin arccos arcsinh arccosh arctanh sinh cosh cbrt exp2 rad2deg degrees radians fabs fix
    reciprocal signbit isneginf isposinf isreal iscomplex positive conj conjugate real imag angle sinc i0 real_if_close
    unwrap invert bitwise_not bitwise_invert bitwise_count modf frexp spacing iscomplexobj isrealobj""".split()
_OF_TWO = """add subtract multiply divide true_divide floor_divide mod power maximum minimum equal not_equal less greater
    greater_equal logical_and logical_or arctan2 hypot
    logaddexp logaddexp2 copysign nextafter heaviside atan2 fmod gcd lcm float_power divmod pow fmax fmin logical_xor
    isclose remainder less_equal left_shift right_shift bitwise_and bitwise_or bitwise_xor bitwise_left_shift
    bitwise_right_shift""".split()

TABLE: dict[str, Draw] = {
    **{f"operator {op}": _operator(op) for op in OPERATORS if op not in ("@", "<<", ">>")},
    "operator @": _matmul,
    "operators - ~ of one": _negated,
    "pixels": _scaled,
    **{f"numpy.{name}": on_array(f"numpy.{name}") for name in _FUNCTIONS},
    **{f"numpy.{name}": _two(f"numpy.{name}") for name in _OF_TWO},
    "numpy.round": on_array("numpy.round", decimals=lambda d, _: d.choice((0, 1, 2))),
    "numpy.ndarray.astype": _astype,
    "numpy.clip": on_array("numpy.clip", lambda d, _: (one_of(0, 0.5, 1, None)(d), one_of(1, 2, 5.5)(d))),
    **{f"numpy.{name}": on_array(f"numpy.{name}") for name in ("float32", "float64", "int64", "int32")},
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_agrees_with_numpy(name: str) -> None:
    check(TABLE, name)
