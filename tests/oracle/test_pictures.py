"""Pillow's and OpenCV's pictures: sizes, channels, types; what neither can make a picture of."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
import pytest

from keras_shapes.knowledge import binding, registry
from keras_shapes.knowledge.coercion import PICTURE, as_array
from keras_shapes.values.array import Array
from keras_shapes.values.reference import Library, Object
from keras_shapes.values.unknown import Unknown

from .arrays import Draw, filled
from .functions import abstract
from .harness import Case, check

pytestmark = pytest.mark.keras


@dataclass(frozen=True)
class Constant:
    """A library's constant by its name."""

    name: str


@dataclass(frozen=True)
class PictureCase:
    """A picture made of an array, what is done to it, and the array that comes: each step a name and its arguments."""

    array: Any
    steps: tuple[tuple[Any, ...], ...]

    def real(self) -> Any:
        from PIL import Image, ImageOps

        picture: Any = Image.fromarray(self.array)
        for name, *arguments in self.steps:
            given = [getattr(Image.Transpose, a.name) if isinstance(a, Constant) else a for a in arguments]
            module, _, last = name.rpartition(".")
            picture = getattr(ImageOps, last)(picture, *given) if module else getattr(picture, last)(*given)
        return np.asarray(picture)

    def ours(self) -> Any:
        value = _ours("pillow.Image.fromarray", abstract(self.array))
        for name, *arguments in self.steps:
            given = [Library(f"pillow.Image.{a.name}") if isinstance(a, Constant) else a for a in arguments]
            value = _ours(f"pillow.{name}" if "." in name else f"{PICTURE}.{name}", value, *given)
        made = as_array(value) if isinstance(value, Object) else Unknown("no picture")
        # That a picture has all brightnesses is taken for granted; these have not.
        return made.like(interval=None) if isinstance(made, Array) else made

    def __str__(self) -> str:
        return f"<{self.array.shape} {self.array.dtype}>{self.steps}"


def _ours(name: str, *arguments: Any) -> Any:
    rule = registry.rule(name)
    assert rule is not None, name
    return binding.call(rule, arguments, {})


_STEPS: dict[str, Any] = {
    "resize": lambda d: ("resize", (d.choice((5, 8)), 6)),
    "convert": lambda d: ("convert", d.choice(("RGB", "L", "RGBA", "1", "F", "CMYK"))),
    "crop": lambda d: ("crop", d.choice(((0, 0, 4, 5), (1, 2, 9, 30), (0.4, 1.6, 3.5, 4)))),
    "rotate": lambda d: ("rotate", d.choice((45, 90))),
    "transpose": lambda d: (
        "transpose",
        Constant(d.choice(("FLIP_LEFT_RIGHT", "ROTATE_90", "ROTATE_180", "TRANSPOSE"))),
    ),
    "copy": lambda d: ("copy",),
    "getchannel": lambda d: ("getchannel", 0),
    "ImageOps.fit": lambda d: ("ImageOps.fit", (4, 6)),
    "ImageOps.pad": lambda d: ("ImageOps.pad", (4, 6)),
    "ImageOps.expand": lambda d: ("ImageOps.expand", d.choice((1, 3))),
    "ImageOps.grayscale": lambda d: ("ImageOps.grayscale",),
    "ImageOps.mirror": lambda d: ("ImageOps.mirror",),
    "ImageOps.invert": lambda d: ("ImageOps.invert",),
    "ImageOps.autocontrast": lambda d: ("ImageOps.autocontrast",),
}


def _pixels(draw: Random) -> Any:
    return filled(draw, (7, 9, *draw.choice(((), (3,), (3,), (3,), (4,)))), "uint8")


def _one(name: str) -> Draw:
    def case(draw: Random) -> Case:
        before = (_STEPS["resize"](draw),) if draw.random() < 0.3 else ()
        return PictureCase(_pixels(draw), (*before, _STEPS[name](draw)))

    return case


def _made(draw: Random) -> Case:
    shape = draw.choice(((7, 9), (7, 9, 3), (7, 9, 4), (7, 9, 1), (7,), (2, 7, 9, 3), (7, 9, 2), (3, 7, 9)))
    return PictureCase(
        filled(draw, shape, draw.choice(("uint8", "uint8", "float32", "float64", "int64", "bool", "int32"))), ()
    )


@dataclass(frozen=True)
class OpenCase:
    """A function of OpenCV on an array."""

    name: str
    arguments: tuple[Any, ...]

    def real(self) -> Any:
        import cv2

        given = [getattr(cv2, a.name) if isinstance(a, Constant) else a for a in self.arguments]
        return getattr(cv2, self.name)(*given)

    def ours(self) -> Any:
        given = [Library(f"cv2.{a.name}") if isinstance(a, Constant) else abstract(a) for a in self.arguments]
        made = _ours(f"cv2.{self.name}", *given)
        return made.like(interval=None) if isinstance(made, Array) else made

    def __str__(self) -> str:
        return f"cv2.{self.name}({', '.join(str(getattr(a, 'shape', a)) for a in self.arguments)})"


_CODES = (
    "BGR2RGB",
    "RGB2GRAY",
    "BGR2GRAY",
    "GRAY2BGR",
    "GRAY2RGB",
    "BGR2HSV",
    "HSV2BGR",
    "RGB2LAB",
    "BGR2BGRA",
    "BGRA2BGR",
    "RGB2YCrCb",
    "GRAY2RGBA",
)


def _seen(draw: Random) -> Any:
    return filled(draw, (7, 9, *draw.choice(((), (1,), (3,), (3,), (3,), (4,)))), "uint8")


def _cv(name: str, *drawn: Any) -> Draw:
    return lambda draw: OpenCase(name, (_seen(draw), *(d(draw) for d in drawn)))


def _pair(name: str) -> Draw:
    def case(draw: Random) -> Case:
        first = _seen(draw)
        second = first if draw.random() < 0.8 else _seen(draw)
        return OpenCase(name, (first, 0.5, second, 0.5, 0) if name == "addWeighted" else (first, second))

    return case


def _several(name: str) -> Draw:
    return lambda draw: OpenCase(name, ([filled(draw, (7, 9), "uint8")] * draw.choice((2, 3)),))


TABLE: dict[str, Draw] = {
    "pillow.Image.fromarray": _made,
    **{f"pillow.{name}" if "." in name else f"{PICTURE}.{name}": _one(name) for name in _STEPS},
    "cv2.resize": _cv("resize", lambda d: d.choice(((5, 6), (3, 8)))),
    "cv2.cvtColor": _cv("cvtColor", lambda d: Constant("COLOR_" + d.choice(_CODES))),
    "cv2.GaussianBlur": _cv("GaussianBlur", lambda _: (3, 3), lambda _: 0),
    "cv2.medianBlur": _cv("medianBlur", lambda _: 3),
    "cv2.blur": _cv("blur", lambda _: (3, 3)),
    "cv2.flip": _cv("flip", lambda d: d.choice((0, 1))),
    "cv2.rotate": _cv("rotate", lambda d: Constant(d.choice(("ROTATE_90_CLOCKWISE", "ROTATE_180", "ROTATE_90_COUNTERCLOCKWISE")))),
    "cv2.transpose": _cv("transpose"),
    "cv2.bitwise_not": _cv("bitwise_not"),
    "cv2.threshold": _cv("threshold", lambda _: 10, lambda _: 255, lambda _: 0),
    "cv2.Canny": lambda draw: OpenCase("Canny", (filled(draw, draw.choice(((7, 9), (7, 9, 3))), "uint8"), 10, 20)),
    "cv2.split": _cv("split"),
    "cv2.merge": _several("merge"),
    "cv2.hconcat": _several("hconcat"),
    "cv2.vconcat": _several("vconcat"),
    "cv2.copyMakeBorder": _cv("copyMakeBorder", *(lambda d: d.choice((0, 2)),) * 4, lambda _: 0),
    "cv2.warpAffine": _cv("warpAffine", lambda _: np.eye(2, 3), lambda d: (d.choice((5, 6)), 4)),
    "cv2.addWeighted": _pair("addWeighted"),
    "cv2.absdiff": _pair("absdiff"),
    "cv2.bitwise_and": _pair("bitwise_and"),
    "cv2.dilate": _cv("dilate", lambda _: np.ones((3, 3), "uint8")),
    "cv2.erode": _cv("erode", lambda _: np.ones((3, 3), "uint8")),
    "cv2.inRange": _cv("inRange", lambda _: 0, lambda _: 10),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_the_library(name: str) -> None:
    check(TABLE, name)
