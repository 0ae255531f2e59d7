"""What layers' constructors ask of their arguments, and the rules raise where it is proved not to be so."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from ....values.array import Array
from ....values.dim import ANY, Dim
from ....values.mismatch import Mismatch


def axes_from_end(x: Array, axes: Sequence[int]) -> tuple[int, ...]:
    """Axes as negative numbers. Raises Mismatch("layer-rank") where the array has not one of them."""
    rank = len(x.shape or ())
    for a in axes:
        if not -rank <= a < rank:
            least = a + 1 if a >= 0 else -a
            raise Mismatch("layer-rank", least, x.shape, ranks=(least, None), argument="axis", need="axis", axis=a)
    return tuple(a % rank - rank for a in axes)


def check_window(name: str, value: Any, rank: int) -> None:
    """One positive integer, or `rank` of them. Source: keras/src/utils/argument_validation.py."""
    if isinstance(value, (list, tuple)):
        if len(value) != rank:
            raise Mismatch("layer-argument", rank, value, argument=name, need="length")
    elif isinstance(value, float) or value is None or isinstance(value, str):
        raise Mismatch("layer-argument", rank, value, argument=name, need="integers")
    for size in value if isinstance(value, (list, tuple)) else (value,):
        if isinstance(size, int) and size < 1:
            raise Mismatch("layer-argument", 1, value, argument=name, need="minimum")


def check_count(name: str, value: Any) -> None:
    """A positive number, such as of filters or units."""
    if isinstance(value, (int, float)) and value <= 0:
        raise Mismatch("layer-argument", 1, value, argument=name, need="minimum")


def check_integer(name: str, value: Any) -> None:
    """A positive integer."""
    check_count(name, value)
    if value is None or isinstance(value, (float, str, list, tuple)):
        raise Mismatch("layer-argument", 1, value, argument=name, need="integer")


def check_choice(name: str, value: Any, choices: Collection[Any]) -> None:
    """One of these words (in any case), or None where it is among them."""
    word = value.lower() if isinstance(value, str) else value
    if (isinstance(value, str) or value is None) and word not in choices:
        raise Mismatch("layer-argument", tuple(choices), value, argument=name, need="choice")


def check_data_format(value: Any) -> None:
    """Source: keras/src/backend/config.py, standardize_data_format."""
    check_choice("data_format", value, (None, "channels_last", "channels_first"))


def check_padding(value: Any, causal: bool = False) -> None:
    check_choice("padding", value, ("valid", "same", "causal") if causal else ("valid", "same"))


def flag(value: Any) -> Dim:
    """1 where an argument counts as true, 0 where not; ANY where it is not known."""
    return int(bool(value)) if value is None or isinstance(value, (bool, int, float, str)) else ANY


def greatest(value: Any) -> Any:
    """The greatest of one or several integers; ANY where one is not known."""
    sizes = value if isinstance(value, (list, tuple)) else (value,)
    return max(sizes) if sizes and all(isinstance(s, int) for s in sizes) else ANY


# Arguments for which Keras asks `isinstance(…, int)`: a number of numpy's is none.
_PYTHON_INTEGERS = {
    "keras.layers.Dense": ("units",), "keras.layers.Embedding": ("input_dim", "output_dim"),
    "keras.layers.LSTM": ("units",), "keras.layers.GRU": ("units",), "keras.layers.SimpleRNN": ("units",),
    "keras.layers.RepeatVector": ("n",), "keras.layers.MultiHeadAttention": ("num_heads", "key_dim", "value_dim"),
}  # fmt: skip


def check_python_integers(cls: str, arguments: dict[str, Any]) -> None:
    """Raises Mismatch where a number of numpy's, such as `np.max(y) + 1` gives, is refused for being one."""
    for name in _PYTHON_INTEGERS.get(cls, ()):
        value = arguments.get(name)
        if isinstance(value, Array) and value.shape == () and value.kind == "numpy" and value.dtype:
            raise Mismatch("layer-argument", "int", value.dtype, argument=name, need="python")
