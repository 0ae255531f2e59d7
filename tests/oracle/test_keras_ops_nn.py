"""keras.ops' convolutions, pooling, attention, cross-entropies, normalizations and transforms against real Keras."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import numpy as np
import pytest

from .arrays import Draw, axis, filled, one_of, sizes
from .harness import check
from .ops import either, of_one

pytestmark = pytest.mark.keras

Arguments = tuple[tuple[Any, ...], dict[str, Any]]


def _some(draw: Random, **drawn: Callable[[Random], Any]) -> dict[str, Any]:
    return {name: value(draw) for name, value in drawn.items() if draw.random() < 0.5}


def _conv(name: str, transposed: bool = False) -> Draw:
    def drawn(draw: Random) -> Arguments:
        rank = draw.choice((1, 2))
        channels = draw.choice((1, 2, 4))
        shape = (*(draw.choice((3, 5, 6)) for _ in range(rank)), channels)
        window = tuple(draw.choice((1, 2, 3)) for _ in range(rank))
        depth = channels if draw.random() < 0.9 else 3
        kernels = [
            filled(
                draw,
                (*window, draw.choice((1, 3)), depth) if transposed else (*window, depth, draw.choice((1, 3))),
                "float32",
            )
        ]
        if name == "separable_conv":
            kernels.append(filled(draw, (*(1,) * rank, depth * kernels[0].shape[-1], 2), "float32"))
        keywords = _some(draw, padding=one_of("valid", "same"), strides=one_of(1, 2))
        return (filled(draw, (2, *shape), "float32"), *kernels), keywords

    return either(f"ops.{name}", drawn, free=False)


def _pool(name: str) -> Draw:
    def drawn(draw: Random) -> Arguments:
        rank = draw.choice((1, 2))
        x = filled(draw, (2, *(draw.choice((2, 4, 5)) for _ in range(rank)), draw.choice((1, 3))), "float32")
        return (x, draw.choice((1, 2))), _some(draw, padding=one_of("valid", "same"), strides=one_of(1, 2))

    return either(f"ops.{name}", drawn)


def _blocks(name: str) -> Draw:
    def drawn(draw: Random) -> Arguments:
        x = filled(draw, (2, draw.choice((2, 4, 3)), 4, draw.choice((4, 8, 3))), "float32")
        return (x if draw.random() < 0.9 else x[0], 2), {}

    return either(f"ops.{name}", drawn)


def _unfold(draw: Random) -> Arguments:
    x = filled(draw, (2, draw.choice((1, 3)), draw.choice((4, 6)), 5), "float32")
    return (x if draw.random() < 0.9 else x[0], draw.choice((1, 2, (2, 3)))), _some(
        draw, padding=one_of(0, 1), stride=one_of(1, 2)
    )


def _fold(draw: Random) -> Arguments:
    return (filled(draw, (2, draw.choice((4, 12, 6)), 4), "float32"), (4, 4), 2), {"stride": 2}


def _attention(draw: Random) -> Arguments:
    batch, steps, heads, size = sizes(draw, 4)
    keys = draw.choice((steps, 5))
    last = size if draw.random() < 0.85 else 5
    query = filled(draw, (batch, steps, heads, size), "float32")
    key, value = (filled(draw, (batch, keys, heads, n), "float32") for n in (last, size))
    return (query[0] if draw.random() < 0.1 else query, key, value), {}


def _crossentropy(name: str) -> Draw:
    def drawn(draw: Random) -> Arguments:
        output = filled(draw, sizes(draw, draw.choice((1, 2, 2, 3))), draw.choice(("float32", "float16", "float64")))
        shape: tuple[int, ...] = output.shape
        if name.startswith("sparse"):
            shape = draw.choice((shape[:-1], (*shape[:-1], 1), shape[:-1]))
            target = np.zeros(shape, "int32")
        else:
            dtype = output.dtype.name if draw.random() < 0.85 else "float32"
            target = filled(draw, shape if draw.random() < 0.85 else (*shape, 2), dtype)
        return (target, output), _some(draw, from_logits=one_of(True, False))

    return either(f"ops.{name}", drawn)


def _batch_normalization(draw: Random) -> Arguments:
    x = filled(draw, sizes(draw, draw.choice((2, 3))), "float32")
    along = draw.randrange(x.ndim)
    size = x.shape[along] if draw.random() < 0.85 else 5
    return (x, filled(draw, (size,), "float32"), filled(draw, (size,), "float32"), along), {}


def _pair_of_parts(name: str, least: int) -> Draw:
    def drawn(draw: Random) -> Arguments:
        shape = (*sizes(draw, draw.choice((least - 1, least))), draw.choice((2, 4, 6)))
        other = shape if draw.random() < 0.9 else (*shape[:-1], 5)
        return ((filled(draw, shape, "float32"), filled(draw, other, "float32")),), {}

    return either(f"ops.{name}", drawn, free=False)


def _signal(draw: Random, _: Any = None) -> Any:
    return filled(draw, (*sizes(draw, draw.choice((0, 1))), draw.choice((16, 20, 33))), "float32")


def _istft(draw: Random) -> Arguments:
    frames = draw.choice((3, 5))
    parts = tuple(filled(draw, (2, frames, 5), "float32") for _ in range(2))
    return (parts, 8, draw.choice((2, 4)), 8), _some(draw, center=one_of(True, False), length=one_of(10))


def _ctc_decode(draw: Random) -> Arguments:
    return (filled(draw, (2, 5, 4), "float32"), np.array([5, 5], "int32")), _some(draw, strategy=one_of("greedy"))


def _ctc_loss(draw: Random) -> Arguments:
    batch = draw.choice((2, 3))
    labels = np.ones((batch, 3), "int32")
    lengths = np.full((batch if draw.random() < 0.85 else 4,), 3, "int32")
    return (labels, filled(draw, (batch, 6, 4), "float32"), lengths, np.full((batch,), 6, "int32")), {}


def _rearrange(draw: Random) -> Arguments:
    pattern = draw.choice(
        ("b h w c -> b (h w) c", "b h w c -> b c h w", "b (h p) w c -> b h (p w) c", "b h w c -> (b h) w c")
    )
    x = filled(draw, (draw.choice((1, 2)), draw.choice((4, 6, 3)), 3, 2), "float32")
    return (x if draw.random() < 0.9 else x[0], pattern), {"p": 2} if "p" in pattern else {}


TABLE: dict[str, Draw] = {
    "keras.ops.conv": _conv("conv"),
    "keras.ops.depthwise_conv": _conv("depthwise_conv"),
    "keras.ops.separable_conv": _conv("separable_conv"),
    "keras.ops.conv_transpose": _conv("conv_transpose", transposed=True),
    "keras.ops.max_pool": _pool("max_pool"),
    "keras.ops.average_pool": _pool("average_pool"),
    "keras.ops.adaptive_max_pool": either("ops.adaptive_max_pool", lambda d: ((filled(d, (2, 6, 6, 3), "float32"), (2, 3)), {}), tensors=True),
    "keras.ops.adaptive_average_pool": either("ops.adaptive_average_pool", lambda d: ((filled(d, (2, 6, 3), "float32"), d.choice((2, (3,), (2,)))), {}), tensors=True),
    "keras.ops.depth_to_space": _blocks("depth_to_space"),
    "keras.ops.space_to_depth": _blocks("space_to_depth"),
    "keras.ops.unfold": either("ops.unfold", _unfold, free=False),
    "keras.ops.fold": either("ops.fold", _fold),
    "keras.ops.dot_product_attention": either("ops.dot_product_attention", _attention),
    "keras.ops.binary_crossentropy": _crossentropy("binary_crossentropy"),
    "keras.ops.categorical_crossentropy": _crossentropy("categorical_crossentropy"),
    "keras.ops.sparse_categorical_crossentropy": _crossentropy("sparse_categorical_crossentropy"),
    "keras.ops.batch_normalization": either("ops.batch_normalization", _batch_normalization, free=False),
    "keras.ops.layer_normalization": of_one("layer_normalization", (lambda *_: ()), (1, 2, 3), axis=lambda d, a: axis(d, a.ndim)),
    "keras.ops.rms_normalization": of_one("rms_normalization", (lambda *_: ()), (1, 2, 3), axis=lambda d, a: axis(d, a.ndim)),
    "keras.ops.moments": of_one("moments", lambda d, a: (axis(d, a.ndim),), (1, 2, 3)),
    "keras.ops.psnr": either("ops.psnr", lambda d: ((filled(d, (4, 4), "float32"), filled(d, d.choice(((4, 4), (4,))), "float32"), 1.0), {})),
    "keras.ops.ctc_decode": either("ops.ctc_decode", _ctc_decode, free=False),
    "keras.ops.ctc_loss": either("ops.ctc_loss", _ctc_loss),
    "keras.ops.fft": _pair_of_parts("fft", 1),
    "keras.ops.fft2": _pair_of_parts("fft2", 2),
    "keras.ops.ifft2": _pair_of_parts("ifft2", 2),
    "keras.ops.irfft": _pair_of_parts("irfft", 1),
    "keras.ops.rfft": either("ops.rfft", lambda d: ((_signal(d),), _some(d, fft_length=one_of(8, 16)))),
    "keras.ops.stft": either("ops.stft", lambda d: ((_signal(d), 8, d.choice((2, 4)), 8), _some(d, center=one_of(True, False)))),
    "keras.ops.istft": either("ops.istft", _istft, free=False),
    "keras.ops.extract_sequences": either("ops.extract_sequences", lambda d: ((_signal(d), d.choice((4, 5)), d.choice((1, 2, 3))), {})),
    "keras.ops.rearrange": either("ops.rearrange", _rearrange, free=False),
    "keras.ops.threshold": of_one("threshold", lambda *_: (0.5, 0), (1, 2)),
    "keras.ops.in_top_k": either("ops.in_top_k", lambda d: ((np.zeros((3,), "int32"), filled(d, (3, 4), "float32"), 2), {})),
    "keras.ops.polar": either("ops.polar", lambda d: ((filled(d, (3,), "float32"), filled(d, (3,), "float32")), {})),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_keras(name: str) -> None:
    check(TABLE, name)
