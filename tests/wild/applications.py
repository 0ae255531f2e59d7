"""Where a program's text applies a layer that it makes: `layers.Dense(3)(x)`, `model.add(layers.Dense(3))`."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import cache

from keras_shapes.analysis import Analysis
from keras_shapes.knowledge import registry

Spot = tuple[int, int]
"""Line (zero-based) and column where an expression begins."""


@cache
def _layers() -> frozenset[str]:
    names = (name.rpartition(".") for name in registry.rules())
    return frozenset(last for module, _, last in names if module == "keras.layers" and last[:1].isupper()) - {"Input"}


def applied(tree: ast.Module) -> list[Spot]:
    """The places of all applications, by their text alone: whether we followed the program plays no part."""
    return [spot for node in ast.walk(tree) if isinstance(node, ast.Call) and (spot := _application(node))]


def _application(call: ast.Call) -> Spot | None:
    if _makes_layer(call.func) and call.args:
        return call.lineno - 1, call.col_offset
    added = call.args[0] if isinstance(call.func, ast.Attribute) and call.func.attr == "add" and call.args else None
    if added is not None and _makes_layer(added):
        return added.lineno - 1, added.col_offset
    return None


def _makes_layer(node: ast.expr) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in _layers()


def known(analysis: Analysis, spots: Sequence[Spot]) -> int:
    """At how many of them the output's shape is known, its rank at least."""
    shown = {
        (shape.range.start.line, shape.range.start.character)
        for shape in analysis.shapes
        if shape.kind == "layer" and shape.shape is not None
    }
    return sum(spot in shown for spot in spots)
