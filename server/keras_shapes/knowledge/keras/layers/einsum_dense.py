"""keras/src/layers/core/einsum_dense.py"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, as_dim, product, same
from ....values.mismatch import Mismatch
from ...registry import layer

_FORMS = (r"()([a-zA-Z]+),([a-zA-Z]+)->([a-zA-Z]+)()", r"(0)([a-zA-Z]+),([a-zA-Z]+)->0([a-zA-Z]+)()",
          r"()([a-zA-Z]{2,})0,([a-zA-Z]+)->([a-zA-Z]+)(0)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Specification:
    """An equation's letters with their sizes: `elided` axes stand for an ellipsis on the left or on the right."""

    inputs: str
    weights: str
    outputs: str
    left: bool
    elided: int
    before: dict[str, Dim]
    after: dict[str, Dim]
    output: Shape

    def check_shared(self, shape: Shape) -> None:
        """A letter of both the input and the output has one size. Source: _analyze_split_string."""
        for c in self.inputs:
            given, wanted = self.before[c], self.after.get(c)
            # Of a size that is None it is known that it is no number; of one with a name nothing.
            differs = wanted is not None and (given is None or same(given, wanted) is False)
            if differs and wanted is not ANY:
                raise Mismatch("layer-shape", wanted, shape, letter=c)

    @property
    def kernel(self) -> Shape:
        """Each size as the output has it, or else as the input does."""
        return tuple(self.after[c] if c in self.after else self.before[c] for c in self.weights)

    def bias(self, axes: str) -> Shape:
        first = min(self.outputs.find(c) for c in axes)
        return tuple(self.after[c] if c in axes else 1 for c in self.outputs[first:])


def _specified(equation: str, shape: Shape, output_shape: Any) -> _Specification:
    """Raises Mismatch where the equation has not Keras' form or does not fit the shapes."""
    form = equation.replace("...", "0")
    match = next((m for f in _FORMS if (m := re.match(f, form))), None)
    if match is None:
        raise Mismatch("layer-argument", "...x,xy->...y", equation, argument="equation", need="equation")
    left, (inputs, weights, outputs) = bool(match[1]), match.group(2, 3, 4)
    elided = len(shape) - len(inputs)
    if elided < 0:
        raise Mismatch("layer-rank", len(inputs), shape, ranks=(len(inputs), None))
    sizes = output_shape if isinstance(output_shape, (list, tuple)) else (output_shape,)
    between = shape[1:elided][::-1] if left else ()
    output = (shape[0], *between, *(as_dim(s) for s in sizes), *(shape[len(shape) - elided :] if not left else ()))
    offset = elided if left else 0
    if len(output) < len(outputs) + offset:
        raise Mismatch("layer-argument", len(outputs) - 1, output_shape, argument="output_shape", need="length")
    before = {c: shape[i + offset] for i, c in enumerate(inputs)}
    after = {c: output[i + offset] for i, c in enumerate(outputs)}
    _check_letters(inputs, weights, outputs, equation)
    return _Specification(inputs, weights, outputs, left, elided, before, after, output)


def _check_letters(inputs: str, weights: str, outputs: str, equation: str) -> None:
    loose = {*outputs} - {*inputs, *weights} | {*weights} - {*inputs, *outputs}
    if loose:
        raise Mismatch("layer-argument", "...x,xy->...y", equation, argument="equation", need="equation")


def _fixed(x: Array, equation: Any, output_shape: Any, bias_axes: Any) -> tuple[int, ...]:
    """The axes that the weights share with the input and sum over. Every size of the weights must be known."""
    made = _read(x, equation, output_shape)
    if made is None:
        return ()
    bias = made.bias(bias_axes) if isinstance(bias_axes, str) and bias_axes else ()
    made.check_shared(x.shape or ())
    if x.kind == "symbolic" and None in (*made.kernel, *bias):
        raise Mismatch("undefined-size", None, x.shape)
    offset = made.elided if made.left else 0
    axes = [i + offset for i, c in enumerate(made.inputs) if c in made.weights and c not in made.outputs]
    return tuple(a - len(x.shape or ()) for a in axes)


def _read(x: Array, equation: Any, output_shape: Any) -> _Specification | None:
    if x.shape is None or not isinstance(equation, str) or not isinstance(output_shape, (int, list, tuple)):
        return None
    return _specified(equation, x.shape, output_shape)


@layer(fixes=_fixed, compared="data")
def EinsumDense(
    x: Array, equation: Any, output_shape: Any, activation: Any = None, bias_axes: Any = None, **_: Any
) -> Array:
    """keras/src/layers/core/einsum_dense.py"""
    made = _read(x, equation, output_shape)
    if made is None:
        return x.computed(None)
    if isinstance(bias_axes, str) and not set(bias_axes) <= set(made.outputs):
        raise Mismatch("layer-argument", tuple(made.outputs), bias_axes, argument="bias_axes", need="choice")
    if x.kind != "symbolic":
        return x.computed(_product(made, x.shape or ()))
    made.check_shared(x.shape or ())
    return x.computed(made.output)


def _product(made: _Specification, shape: Shape) -> Shape:
    """The shape of a real product: each letter's own size, what the ellipsis stands for as it is."""
    around = shape[: made.elided] if made.left else shape[len(shape) - made.elided :]
    sizes = tuple(made.before[c] if c in made.before else made.after[c] for c in made.outputs)
    return (*around, *sizes) if made.left else (*sizes, *around)


@EinsumDense.parameters_of
def _(x: Array, equation: Any, output_shape: Any, bias_axes: Any) -> Dim:
    made = _read(x, equation, output_shape)
    if made is None or (bias_axes is not None and not isinstance(bias_axes, str)):
        return ANY
    return add(product(made.kernel), product(made.bias(bias_axes)) if bias_axes else 0)
