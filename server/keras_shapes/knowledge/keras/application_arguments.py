"""What the models of keras.applications take, by their own orders of parameters, and what they refuse.

Source: keras/src/applications/imagenet_utils.py, obtain_input_shape, and the head of each model's own file.
"""

from __future__ import annotations

from typing import Any

from ...values.dim import Dim, as_dim
from ...values.mismatch import Mismatch

# In the order of most of them.
_DEFAULTS: dict[str, Any] = {
    "include_top": True, "weights": "imagenet", "input_tensor": None, "input_shape": None, "pooling": None,
    "classes": 1000, "classifier_activation": "softmax", "name": None,
    # Not of all.
    "include_preprocessing": True, "alpha": 1.0, "minimalistic": False, "depth_multiplier": 1, "dropout": 0.001,
    "dropout_rate": 0.2,
}  # fmt: skip
_USUAL = tuple(_DEFAULTS)[:8]
_ORDERS = {
    "MobileNetV3": ("input_shape", "alpha", "minimalistic", "include_top", "weights", "input_tensor", "classes",
                    "pooling", "dropout_rate", "classifier_activation", "include_preprocessing", "name"),
    "MobileNetV2": ("input_shape", "alpha", "include_top", "weights", "input_tensor", *_USUAL[4:]),
    "MobileNet": ("input_shape", "alpha", "depth_multiplier", "dropout", "include_top", "weights", "input_tensor",
                  *_USUAL[4:]),
    "NASNet": ("input_shape", "include_top", "weights", "input_tensor", *_USUAL[4:]),
    "ConvNeXt": ("include_top", "include_preprocessing", *_USUAL[1:]),
    "EfficientNetV2": (*_USUAL[:7], "include_preprocessing", "name"),
}  # fmt: skip
# The widths that have trained weights.
_ALPHAS = {
    "MobileNetV3": (0.75, 1.0), "MobileNetV2": (0.35, 0.5, 0.75, 1.0, 1.3, 1.4), "MobileNet": (0.25, 0.5, 0.75, 1.0),
}  # fmt: skip
# Sizes of images other than 224 that have trained weights of their own.
_SIZES = {"MobileNetV2": (96, 128, 160, 192), "MobileNetV3": (), "MobileNet": (128, 160, 192)}


def _of(table: dict[str, Any], name: str, default: Any) -> Any:
    return next((value for family, value in table.items() if name.startswith(family)), default)


def parameters(name: str) -> dict[str, Any]:
    """The parameters of a model's function in order, with their defaults."""
    return {parameter: _DEFAULTS[parameter] for parameter in _of(_ORDERS, name, _USUAL)}


def check(name: str, usual: int, least: int, given: dict[str, Any]) -> None:
    """Raises Mismatch("layer-argument") where the function raises. usual, least: the sizes of images."""
    trained, top, classes = given["weights"] == "imagenet", given["include_top"], given["classes"]
    if trained and top and isinstance(classes, int) and classes != 1000:
        raise _refused(name, "classes", "trained", 1000, classes)
    shape = given["input_shape"]
    if isinstance(shape, (tuple, list)) and shape:
        _check_shape(name, usual, least, tuple(as_dim(d) for d in shape), trained, top)
    alpha, alphas = given.get("alpha"), _of(_ALPHAS, name, ())
    if trained and isinstance(alpha, (int, float)) and alphas and alpha not in alphas:
        raise _refused(name, "alpha", "choice", alphas, alpha)


def _check_shape(name: str, usual: int, least: int, shape: tuple[Dim, ...], trained: bool, top: bool) -> None:
    if len(shape) != 3:
        raise _refused(name, "input_shape", "length", 3, shape)
    rows, columns, channels = shape
    loose = name.startswith("MobileNetV3")
    if trained and not loose:
        if isinstance(rows, int) and rows == columns and rows in _of(_SIZES, name, ()):
            usual = rows
        if isinstance(channels, int) and channels != 3:
            raise _refused(name, "input_shape", "trained colours", (rows, columns, 3), shape)
        if top and all(isinstance(d, int) for d in shape) and shape != (usual, usual, 3):
            raise _refused(name, "input_shape", "trained", (usual, usual, 3), shape)
    sizes = [d for d in (rows, columns) if isinstance(d, int)]
    if any(d < least for d in sizes) and (len(sizes) == 2 or not loose):
        grown = tuple(max(d, least) if isinstance(d, int) else d for d in (rows, columns))
        raise _refused(name, "input_shape", "pixels", (*grown, channels), shape, least=least)
    if top and None in shape and not loose:
        fixed = tuple(usual if d is None else d for d in (rows, columns))
        raise _refused(name, "input_shape", "static", (*fixed, channels), shape)


def _refused(name: str, argument: str, need: str, expected: Any, found: Any, **facts: Any) -> Mismatch:
    return Mismatch("layer-argument", expected, found, argument=argument, need=need, **{"class": name}, **facts)
