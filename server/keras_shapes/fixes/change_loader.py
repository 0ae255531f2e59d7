"""Pictures and labels loaded as the model wants them: their size, their channels, how classes are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..source.block import Place
from ..values.dataset import Dataset
from .context import Context, shape_text
from .fix import Edit, Fix
from .syntax import every

CODES = ("input-shape", "input-rank", "loss-target", "target-shape")
# The arguments of each loader that say the size of pictures and how labels are written.
_LOADERS = {"image_dataset_from_directory": ("image_size", "label_mode"),
            "flow_from_directory": ("target_size", "class_mode"),
            "flow_from_dataframe": ("target_size", "class_mode")}  # fmt: skip
_MODES = {"label_mode": {"sparse": "int", "categorical": "categorical", "binary": "binary"},
          "class_mode": {"sparse": "sparse", "categorical": "categorical", "binary": "binary"}}  # fmt: skip


def propose(context: Context) -> Iterator[Fix]:
    call = loader(context)
    if call is None:
        return
    place, node = call
    size, mode = _LOADERS[_name(node)]
    expected = context.finding.expected
    if context.diagnostic.code.startswith("input") and isinstance(expected, tuple) and len(expected) == 4:
        yield from _pictures(context, place, node, size, expected)
    else:
        yield from _labels(context, place, node, mode)


def loader(context: Context) -> tuple[Place, Any] | None:
    """The call that reads the data set's files."""
    dataset = context.facts.get("dataset")
    origin = dataset.origin if isinstance(dataset, Dataset) else None
    places = [step.place for step in origin.steps()] if origin is not None else []
    for block, node in every(context, "Call"):
        place = block.place(node)
        if _name(node) in _LOADERS and any(p == place or p.contains(place) for p in places):
            return place, node
    return None


def _name(call: Any) -> str:
    return getattr(call.func, "attrname", "") or getattr(call.func, "name", "")


def _pictures(context: Context, place: Place, node: Any, size: str, expected: tuple[Any, ...]) -> Iterator[Fix]:
    found = context.finding.found
    edits: tuple[Edit, ...] = ()
    words = []
    if found[1:3] != expected[1:3] and all(isinstance(d, int) for d in expected[1:3]):
        edits += _set(context, place, node, size, shape_text(expected[1:3]))
        words.append(f"{size}={shape_text(expected[1:3])}")
    if found[-1] != expected[-1] and expected[-1] in (1, 3):
        mode = '"grayscale"' if expected[-1] == 1 else '"rgb"'
        edits += _set(context, place, node, "color_mode", mode)
        words.append(f"color_mode={mode}")
    yield Fix(f"Load the pictures so: {', '.join(words)}", "change-loader", edits, likelihood=0.68)


def _labels(context: Context, place: Place, node: Any, mode: str) -> Iterator[Fix]:
    loss = str(context.facts.get("loss", ""))
    family = loss.partition("_")[0]
    if family in _MODES[mode] and loss.endswith("crossentropy"):
        wanted = f'"{_MODES[mode][family]}"'
        edits = _set(context, place, node, mode, wanted)
        yield Fix(f"Load the labels so: {mode}={wanted}", "change-loader", edits, likelihood=0.72)


def _set(context: Context, place: Place, node: Any, name: str, value: str) -> tuple[Edit, ...]:
    written = next((k.value for k in node.keywords if k.arg == name), None)
    if written is not None:
        return context.replace(place.block.place(written), value)
    return context.append_argument(place, f"{name}={value}")
