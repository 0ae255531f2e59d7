"""keras/src/layers/preprocessing/: words made numbers."""

from __future__ import annotations

from typing import Any

from ....values.array import Array, Shape
from ....values.dim import ANY, Dim, add, as_dim
from ....values.interval import Interval
from ....values.mismatch import Mismatch
from ....values.unknown import Unknown
from ...registry import layer
from .arguments import flag

_OLD_MODES = {"binary": "multi_hot", "tf-idf": "tf_idf"}


def _depth(vocabulary: Any, oov: Any, max_tokens: Any, pad_to_max_tokens: Any) -> Dim:
    """How many categories there are; ANY where they are learnt from data."""
    padded = flag(pad_to_max_tokens)
    if padded:
        return as_dim(max_tokens) if padded == 1 else ANY
    return add(len(vocabulary), oov) if isinstance(vocabulary, (list, tuple)) else ANY


def encoded_shape(x: Array, shape: Shape, mode: Any, depth: Dim) -> Shape | None:
    """The shape after encoding each element, or each row, as numbers of `depth` categories."""
    if mode == "int" or not isinstance(mode, str):
        return shape if mode == "int" else None
    if mode == "one_hot":
        if len(shape) > 1 and shape[-1] is not None and not isinstance(shape[-1], int):
            # A last size of 1 gives its place to the categories.
            return None
        return (*(shape[:-1] if len(shape) > 1 and shape[-1] == 1 else shape), depth)
    if x.kind != "symbolic" and len(shape) > 2:
        # Of real data the second axis is counted, whatever the rank.
        return (shape[0], *shape[2:], depth)
    return (*shape[:-1], depth)


def _looked_up(x: Array, shape: Shape | None, mode: Any) -> Array | Unknown:
    """Whole numbers, unless weighed; symbolic codes are said to be real numbers."""
    if not isinstance(mode, str):
        return Unknown("how the categories are encoded")
    real = mode == "tf_idf" or (mode != "int" and x.kind == "symbolic")
    return Array(shape, "float32" if real else "int64", kind=x.kind)


@layer
def TextVectorization(
    x: Array, max_tokens: Any = None, standardize: Any = "lower_and_strip_punctuation", split: Any = "whitespace",
    ngrams: Any = None, output_mode: Any = "int", output_sequence_length: Any = None, pad_to_max_tokens: Any = False,
    vocabulary: Any = None, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/preprocessing/text_vectorization.py"""
    mode = _OLD_MODES.get(output_mode, output_mode) if isinstance(output_mode, str) else output_mode
    shape = x.shape
    if shape is None:
        return _looked_up(x, None, mode)
    if x.kind != "symbolic":
        if split is not None and (len(shape) > 2 or (len(shape) == 2 and shape[1] not in (1, ANY))):
            raise Mismatch("layer-rank", 1, shape, ranks=(0, 1))
        shape = shape[:1]
    if mode == "int":
        return _tokens(x, shape, split, max_tokens, output_sequence_length)
    depth = _depth(vocabulary, 1, max_tokens, pad_to_max_tokens)
    if split is None or mode == "one_hot":
        return _looked_up(x, None, mode)
    return _looked_up(x, encoded_shape(x, (*shape, None), mode, depth), mode)


def _tokens(x: Array, shape: Shape, split: Any, max_tokens: Any, length: Any) -> Any:
    """One row of token numbers for each text, 0 where it is padded."""
    symbolic = x.kind == "symbolic"
    if split is None and not symbolic:
        return _looked_up(x, x.shape if length is None else None, "int")
    steps = as_dim(length) if length is not None or symbolic else ANY
    tokens = _looked_up(x, (*shape[:1], steps), "int")
    if isinstance(tokens, Array) and isinstance(max_tokens, int) and max_tokens > 0:
        return tokens.like(interval=Interval(0, max_tokens - 1, False))
    return tokens


def _check_modes(output_mode: Any, max_tokens: Any, pad_to_max_tokens: Any) -> None:
    modes = ("int", "one_hot", "multi_hot", "count", "tf_idf", *_OLD_MODES)
    if isinstance(output_mode, str) and output_mode not in modes:
        raise Mismatch("layer-argument", modes, output_mode, argument="output_mode", need="choice")
    if pad_to_max_tokens is True and max_tokens is None:
        raise Mismatch("layer-argument", 1, None, argument="max_tokens", need="integer")


@TextVectorization.checks
def _(output_mode: Any, output_sequence_length: Any, max_tokens: Any, pad_to_max_tokens: Any) -> None:
    _check_modes(output_mode, max_tokens, pad_to_max_tokens)
    number = isinstance(output_sequence_length, (int, float))
    if number and (
        isinstance(output_sequence_length, float) or (isinstance(output_mode, str) and output_mode != "int")
    ):
        raise Mismatch("layer-argument", 1, output_sequence_length, argument="output_sequence_length", need="integer")


@layer
def StringLookup(
    x: Array, max_tokens: Any = None, num_oov_indices: Any = 1, mask_token: Any = None, oov_token: Any = "[UNK]",
    vocabulary: Any = None, idf_weights: Any = None, invert: Any = False, output_mode: Any = "int",
    pad_to_max_tokens: Any = False, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/preprocessing/string_lookup.py"""
    depth = _depth(vocabulary, num_oov_indices, max_tokens, pad_to_max_tokens)
    shape = None if x.shape is None else encoded_shape(x, x.shape, output_mode, depth)
    output = _looked_up(x, shape, output_mode)
    return output.like(dtype="str") if invert and x.kind != "symbolic" and isinstance(output, Array) else output


@layer
def IntegerLookup(
    x: Array, max_tokens: Any = None, num_oov_indices: Any = 1, mask_token: Any = None, oov_token: Any = -1,
    vocabulary: Any = None, vocabulary_dtype: Any = "int64", idf_weights: Any = None, invert: Any = False,
    output_mode: Any = "int", sparse: Any = False, pad_to_max_tokens: Any = False, **_: Any,
) -> Any:  # fmt: skip
    """keras/src/layers/preprocessing/integer_lookup.py"""
    depth = _depth(vocabulary, num_oov_indices, max_tokens, pad_to_max_tokens)
    return _looked_up(x, None if x.shape is None else encoded_shape(x, x.shape, output_mode, depth), output_mode)


@StringLookup.checks
@IntegerLookup.checks
def _(output_mode: Any, max_tokens: Any, pad_to_max_tokens: Any) -> None:
    _check_modes(output_mode, max_tokens, pad_to_max_tokens)
