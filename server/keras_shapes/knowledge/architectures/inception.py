"""keras/src/applications/inception_v3.py"""

from __future__ import annotations

from ...values.array import Array
from .blueprint import Architecture, Builder

# A convolution: filters, rows and columns of its window, stride.
Convolution = tuple[int, int, int, int]
Branch = tuple[Convolution, ...]

_STEM: Branch = ((32, 3, 3, 2), (32, 3, 3, 1), (64, 3, 3, 1))
_THREE_TWICE: Branch = ((64, 1, 1, 1), (96, 3, 3, 1), (96, 3, 3, 1))
_REDUCED_1: tuple[Branch, ...] = (((384, 3, 3, 2),), (*_THREE_TWICE[:2], (96, 3, 3, 2)))
_REDUCED_2: tuple[Branch, ...] = (
    ((192, 1, 1, 1), (320, 3, 3, 2)),
    ((192, 1, 1, 1), (192, 1, 7, 1), (192, 7, 1, 1), (192, 3, 3, 2)),
)


def _inception(g: Builder, x: Array) -> Array:
    x = convolved(g, x, _STEM[:1], "valid")
    x = convolved(g, x, _STEM[1:2], "valid")
    x = convolved(g, x, _STEM[2:])
    x = g("MaxPooling2D", x, (3, 3), strides=(2, 2))
    x = convolved(g, x, ((80, 1, 1, 1), (192, 3, 3, 1)), "valid")
    x = g("MaxPooling2D", x, (3, 3), strides=(2, 2))
    for number, width in enumerate((32, 64, 64)):
        branches: tuple[Branch, ...] = (((64, 1, 1, 1),), ((48, 1, 1, 1), (64, 5, 5, 1)), _THREE_TWICE)
        x = _mixed(g, x, branches, width, f"mixed{number}")
    x = _reduced(g, x, _REDUCED_1, "mixed3")
    for number, width in enumerate((128, 160, 160, 192), 4):
        x = _mixed(g, x, _sevens(width), 192, f"mixed{number}")
    x = _reduced(g, x, _REDUCED_2, "mixed8")
    for number in range(2):
        x = _widest(g, x, number)
    if not g.options.include_top:
        return g.pooled(x)
    x = g("GlobalAveragePooling2D", x, name="avg_pool")
    return g("Dense", x, g.options.classes, name="predictions")


def _sevens(width: int) -> tuple[Branch, ...]:
    """Windows of seven, once by rows and columns, and twice."""
    once: Branch = ((width, 1, 1, 1), (width, 1, 7, 1), (192, 7, 1, 1))
    twice: Branch = ((width, 1, 1, 1), (width, 7, 1, 1), (width, 1, 7, 1), (width, 7, 1, 1), (192, 1, 7, 1))
    return ((192, 1, 1, 1),), once, twice


def convolved(g: Builder, x: Array, branch: Branch, padding: str = "same") -> Array:
    for filters, rows, columns, stride in branch:
        # Within the branches those with strides of 2 are not padded.
        valid = "valid" if stride > 1 else padding
        x = g("Conv2D", x, filters, (rows, columns), strides=(stride, stride), padding=valid, use_bias=False)
        x = g("BatchNormalization", x, axis=3, scale=False)
        x = g("Activation", x, "relu")
    return x


def _averaged(g: Builder, x: Array, width: int) -> Array:
    return convolved(g, g("AveragePooling2D", x, (3, 3), strides=(1, 1), padding="same"), ((width, 1, 1, 1),))


def _mixed(g: Builder, x: Array, branches: tuple[Branch, ...], width: int, name: str) -> Array:
    members = [convolved(g, x, branch) for branch in branches]
    return g("Concatenate", [*members, _averaged(g, x, width)], axis=3, name=name)


def _reduced(g: Builder, x: Array, branches: tuple[Branch, ...], name: str) -> Array:
    members = [convolved(g, x, branch) for branch in branches]
    return g("Concatenate", [*members, g("MaxPooling2D", x, (3, 3), strides=(2, 2))], axis=3, name=name)


def _widest(g: Builder, x: Array, number: int) -> Array:
    """The last blocks, whose branches part once more into rows and columns."""
    one = convolved(g, x, ((320, 1, 1, 1),))
    three = _parted(g, convolved(g, x, ((384, 1, 1, 1),)), f"mixed9_{number}")
    double = _parted(g, convolved(g, x, ((448, 1, 1, 1), (384, 3, 3, 1))), "")
    return g("Concatenate", [one, three, double, _averaged(g, x, 192)], axis=3, name=f"mixed{9 + number}")


def _parted(g: Builder, x: Array, name: str) -> Array:
    parts = [convolved(g, x, ((384, rows, columns, 1),)) for rows, columns in ((1, 3), (3, 1))]
    return g("Concatenate", parts, axis=3, name=name)


MODELS: dict[str, Architecture] = {"InceptionV3": _inception}
