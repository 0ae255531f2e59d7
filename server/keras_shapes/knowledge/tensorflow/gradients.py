"""tf.GradientTape, tf.gradients: what comes has the structure and the shapes of the sources.

Source: tensorflow/python/eager/backprop.py. A source that the target does not depend on has None for its gradient.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...values.array import Array
from ...values.reference import Object
from ...values.unknown import Unknown
from ..coercion import as_tensor
from ..registry import function

_TAPE = "tensorflow.GradientTape"


@function(_TAPE)
def GradientTape(persistent: Any = False, watch_accessed_variables: Any = True) -> Object:
    return Object(_TAPE)


@function(_TAPE + ".__enter__")
def entered(self: Object) -> Object:
    return self


@function(_TAPE + ".watch", _TAPE + ".stop_recording", _TAPE + ".reset")
def watch(self: Object, *_: Any) -> None:
    """Changes no tensor."""


@function(_TAPE + ".gradient")
def gradient(
    self: Object, target: Any, sources: Any, output_gradients: Any = None, unconnected_gradients: Any = None
) -> Any:
    return _each(sources, _like)


@function(_TAPE + ".jacobian")
def jacobian(
    self: Object, target: Any, sources: Any, unconnected_gradients: Any = None, parallel_iterations: Any = None,
    experimental_use_pfor: Any = True,
) -> Any:  # fmt: skip
    made = as_tensor(target)
    outer = made.shape if isinstance(made, Array) else None

    def beside(source: Array) -> Array:
        known = outer is not None and source.shape is not None
        return _like(source).like(shape=(*(outer or ()), *(source.shape or ())) if known else None)

    return _each(sources, beside)


def _each(sources: Any, change: Callable[[Array], Array]) -> Any:
    if isinstance(sources, (list, tuple)):
        return type(sources)(_each(source, change) for source in sources)
    if isinstance(sources, dict):
        return {key: _each(source, change) for key, source in sources.items()}
    return change(sources) if isinstance(sources, Array) else Unknown("the gradient of what is not known")


def _like(source: Array) -> Array:
    return Array(source.shape, source.dtype, kind="tensor")
