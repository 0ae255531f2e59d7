"""numpy's routines that rearrange, join and cut, against real numpy."""

from __future__ import annotations

from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, array, axes, axis, filled, on_array, sizes
from .functions import FunctionCase
from .harness import Case, check


def _divisors(size: int) -> list[int]:
    return [d for d in range(1, size + 1) if size % d == 0] or [1]


def _target(draw: Random, a: Any) -> tuple[Any, ...]:
    """A shape of as many elements, perhaps with a -1; now and then a wrong one."""
    rest, shape = int(a.size), []
    while rest > 1 and len(shape) < 3:
        shape.append(draw.choice(_divisors(rest)))
        rest //= shape[-1]
    shape.append(rest)
    draw.shuffle(shape)
    if draw.random() < 0.4:
        shape[draw.randrange(len(shape))] = -1
    if draw.random() < 0.15:
        shape[draw.randrange(len(shape))] = draw.choice((0, 2, 5, 7, -1))
    return tuple(shape) if draw.random() < 0.8 else (list(shape) if draw.random() < 0.5 else -1,)


def _reshape(draw: Random, a: Any) -> tuple[Any, ...]:
    target = _target(draw, a)
    return (target[0] if len(target) == 1 else target,)


def _order(draw: Random, a: Any) -> tuple[Any, ...]:
    order = list(range(a.ndim))
    draw.shuffle(order)
    if draw.random() < 0.15:
        order = [*order, 0] if draw.random() < 0.5 else order[1:] or [1]
    return (tuple(o - a.ndim if draw.random() < 0.2 else o for o in order),)


def _moves(draw: Random, a: Any) -> tuple[Any, ...]:
    if draw.random() < 0.5 or a.ndim < 2:
        return axis(draw, a.ndim), axis(draw, a.ndim)
    count = draw.randint(1, a.ndim)
    return tuple(draw.sample(range(a.ndim), count)), tuple(draw.sample(range(a.ndim), count))


def _expand(draw: Random, a: Any) -> tuple[Any, ...]:
    return (draw.choice((axis(draw, a.ndim + 1), (0, -1), (0, 2))),)


def _squeezable(draw: Random) -> Case:
    shape = [draw.choice((1, 1, 2, 3)) for _ in range(draw.randint(0, 4))]
    a = filled(draw, shape)
    return FunctionCase(draw.choice(("numpy.squeeze", "numpy.ndarray.squeeze")), (a,), {"axis": axes(draw, a.ndim)})


def _times(draw: Random, a: Any) -> tuple[Any, ...]:
    return (draw.choice((2, 0, (2,), (1, 3), (2, 1, 2), [1, 2])),)


def _repeats(draw: Random, a: Any) -> tuple[Any, ...]:
    return (draw.choice((2, 3, 0, [1], [2, 1, 0], np.array([1, 2]), [3] * max(a.size, 1))),)


def _widths(draw: Random, a: Any) -> tuple[Any, ...]:
    exact = tuple((draw.randint(0, 2), draw.randint(0, 2)) for _ in range(a.ndim))
    return (draw.choice((1, (1, 2), exact, ((1, 1),), ((0, 1), (2, 0)), (1,))),)


def _several(name: str, ranks: tuple[int, ...] = (0, 1, 1, 2, 2, 3), alike: float = 0.4) -> Draw:
    """Two or three arrays that differ along one axis, or in one size too many; as a list or tuple."""

    def case(draw: Random) -> Case:
        first = sizes(draw, draw.choice(ranks))
        place = draw.randrange(len(first)) if first else 0
        arrays = []
        for _ in range(draw.choice((1, 2, 2, 3))):
            shape = list(first)
            if shape and draw.random() > alike:
                shape[place] = draw.choice((1, 2, 3, 5))
            if draw.random() < 0.08:
                shape = [*shape, 2] if draw.random() < 0.5 else shape[1:]
            arrays.append(filled(draw, shape))
        keywords: dict[str, Any] = {}
        if name in ("numpy.concatenate", "numpy.stack"):
            wanted = place if name == "numpy.concatenate" else draw.randint(-len(first) - 1, len(first))
            keywords = {"axis": draw.choice((wanted, wanted, axis(draw, len(first))))}
            if name == "numpy.concatenate" and draw.random() < 0.1:
                keywords = {"axis": None}
        return FunctionCase(name, (draw.choice((list, tuple))(arrays),), keywords)

    return case


def _append(draw: Random) -> Case:
    case = _several("numpy.concatenate")(draw)
    assert isinstance(case, FunctionCase)
    arrays = [*case.arguments[0], *case.arguments[0]][:2]
    return FunctionCase("numpy.append", tuple(arrays), {"axis": draw.choice((None, 0, 1))})


def _sections(draw: Random, a: Any) -> tuple[Any, ...]:
    return (draw.choice((1, 2, 3, 2, 0, [1], [1, 2], (2, 3), [0, 5])),)


def _along(draw: Random, a: Any) -> int:
    return axis(draw, a.ndim)


def _delete(draw: Random, a: Any) -> tuple[Any, ...]:
    return draw.choice((0, -1, 1, 5, [0])), draw.choice((None, 0, axis(draw, a.ndim)))


TABLE = {
    "numpy.reshape": on_array("numpy.reshape", _reshape),
    "numpy.ndarray.reshape": on_array("numpy.ndarray.reshape", _target),
    "numpy.ravel": on_array("numpy.ravel"),
    "numpy.ndarray.flatten": on_array("numpy.ndarray.flatten"),
    "numpy.transpose": on_array("numpy.transpose", _order),
    "numpy.transpose without axes": on_array("numpy.transpose"),
    "numpy.ndarray.transpose": on_array("numpy.ndarray.transpose", lambda d, a: _order(d, a)[0]),
    "numpy.ndarray.T": on_array("numpy.ndarray.T"),
    "numpy.swapaxes": on_array("numpy.swapaxes", lambda d, a: (axis(d, a.ndim), axis(d, a.ndim))),
    "numpy.moveaxis": on_array("numpy.moveaxis", _moves),
    "numpy.rollaxis": on_array("numpy.rollaxis", lambda d, a: (axis(d, a.ndim), d.randint(0, a.ndim)), (1, 2, 3)),
    "numpy.expand_dims": on_array("numpy.expand_dims", _expand),
    "numpy.squeeze": _squeezable,
    "numpy.flip": on_array("numpy.flip", axis=lambda d, a: axes(d, a.ndim)),
    "numpy.fliplr": on_array("numpy.fliplr"),
    "numpy.flipud": on_array("numpy.flipud"),
    "numpy.roll": on_array("numpy.roll", lambda *_: (1,), axis=lambda d, a: axes(d, a.ndim)),
    "numpy.rot90": on_array("numpy.rot90", k=lambda d, _: d.randint(-1, 4)),
    "numpy.repeat": on_array("numpy.repeat", _repeats, axis=_along),
    "numpy.tile": on_array("numpy.tile", _times),
    "numpy.pad": on_array("numpy.pad", _widths),
    "numpy.broadcast_to": on_array("numpy.broadcast_to", lambda d, a: ((d.choice((2, 3)), *a.shape[: d.randint(0, 3)]),)),
    "numpy.atleast_1d": on_array("numpy.atleast_1d"),
    "numpy.atleast_2d": on_array("numpy.atleast_2d"),
    "numpy.atleast_3d": on_array("numpy.atleast_3d"),
    "numpy.concatenate": _several("numpy.concatenate"),
    "numpy.append": _append,
    "numpy.stack": _several("numpy.stack", alike=0.9),
    "numpy.vstack": _several("numpy.vstack"),
    "numpy.hstack": _several("numpy.hstack"),
    "numpy.dstack": _several("numpy.dstack"),
    "numpy.column_stack": _several("numpy.column_stack"),
    "numpy.split": on_array("numpy.split", _sections, axis=_along),
    "numpy.array_split": on_array("numpy.array_split", _sections, axis=_along),
    "numpy.vsplit": on_array("numpy.vsplit", _sections),
    "numpy.hsplit": on_array("numpy.hsplit", _sections),
    "numpy.dsplit": on_array("numpy.dsplit", _sections),
    "numpy.delete": on_array("numpy.delete", _delete),
    "numpy.broadcast_arrays": lambda draw: FunctionCase("numpy.broadcast_arrays", (array(draw, 2), array(draw, 2))),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_numpy(name: str) -> None:
    check(TABLE, name)
