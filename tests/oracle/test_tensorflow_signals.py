"""TensorFlow's convolutions, pooling, sound and texts; Keras' activations and initializers: against the real ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any

import pytest

from .arrays import Draw, array, axis, filled, one_of, sizes
from .functions import FunctionCase
from .harness import Case, check
from .test_loss_values import CalledCase

pytestmark = pytest.mark.keras

_NN, _SIGNAL, _STRINGS, _ACTIVATIONS = (
    "tensorflow.nn.",
    "tensorflow.signal.",
    "tensorflow.strings.",
    "keras.activations.",
)


def _tensor(value: Any) -> Any:
    import tensorflow as tf

    return tf.constant(value)


def _convolution(spatial: int, draw: Random, depthwise: bool = False) -> Case:
    channels = draw.choice((1, 2, 4))
    taken = channels if draw.random() < 0.85 else draw.choice((1, 2, 3))
    x = filled(draw, (2, *(draw.choice((4, 5, 8)) for _ in range(spatial)), channels), "float32")
    kernel = filled(draw, (*(draw.choice((1, 2, 3, 5)) for _ in range(spatial)), taken, draw.choice((2, 4))), "float32")
    steps = draw.choice((1, 2, [1, *[2] * spatial, 1])) if spatial > 1 else draw.choice((1, 2))
    if depthwise or spatial == 3:
        steps = [1, *[draw.choice((1, 2))] * spatial, 1]
    name = "depthwise_conv2d" if depthwise else f"conv{spatial}d"
    return FunctionCase(_NN + name, (_tensor(x), _tensor(kernel), steps, draw.choice(("SAME", "VALID"))))


def _pool(name: str, draw: Random) -> Case:
    # A window larger than the picture ends the process: TensorFlow divides by nothing.
    spatial = 1 if name.endswith("1d") else 2
    x = filled(draw, (2, *(draw.choice((6, 7, 8)) for _ in range(spatial)), 3), "float32")
    size = draw.choice((2, 3, 6))
    return FunctionCase(_NN + name, (_tensor(x), size, draw.choice((1, 2)), draw.choice(("SAME", "VALID"))))


def _patches(draw: Random) -> Case:
    x = filled(draw, (2, draw.choice((6, 8)), draw.choice((6, 9)), draw.choice((1, 3))), "float32")
    size, step = draw.choice((2, 3)), draw.choice((1, 2, 3))
    keywords = {
        "sizes": [1, size, size, 1],
        "strides": [1, step, step, 1],
        "rates": [1, 1, 1, 1],
        "padding": draw.choice(("SAME", "VALID")),
    }
    return FunctionCase("tensorflow.image.extract_patches", (_tensor(x),), keywords)


def _sound(name: str, draw: Random) -> Case:
    signal = _tensor(filled(draw, (*sizes(draw, draw.choice((0, 1))), draw.choice((64, 100, 255))), "float32"))
    if name == "rfft":
        return FunctionCase(
            _SIGNAL + name, (signal,), {"fft_length": [draw.choice((16, 64))]} if draw.random() < 0.5 else {}
        )
    keywords: dict[str, Any] = {"pad_end": draw.random() < 0.3}
    if name == "stft" and draw.random() < 0.5:
        keywords["fft_length"] = draw.choice((16, 64))
    return FunctionCase(_SIGNAL + name, (signal, draw.choice((16, 25)), draw.choice((8, 10))), keywords)


def _text(name: str, *more: Any, **keywords: Callable[[Random], Any]) -> Draw:
    def case(draw: Random) -> Case:
        words = draw.choice((["a b", "c"], [["x"], ["y"]], "word", ["1"]))
        return FunctionCase(_STRINGS + name, (_tensor(words), *more), {k: d(draw) for k, d in keywords.items()})

    return case


def _numbers(draw: Random) -> Case:
    return FunctionCase(_STRINGS + "to_number", (_tensor(draw.choice((["1", "2"], "3", [["4"]]))),))


def _joined(draw: Random) -> Case:
    parts = [_tensor(draw.choice((["a", "b"], ["c", "d"], "e"))) for _ in range(draw.choice((1, 2, 3)))]
    return FunctionCase(_STRINGS + "join", (parts,), {"separator": "-"})


def _activation(name: str, draw: Random, **keywords: Callable[[Random, Any], Any]) -> Case:
    x = array(draw, draw.choice((1, 2, 2, 3)), draw.choice(("float32", "float32", "float16", "float64")))
    given = {k: d(draw, x) for k, d in keywords.items() if k == "threshold" or draw.random() < 0.6}
    if name == "threshold":
        given["default_value"] = 0.5
    return FunctionCase(_ACTIVATIONS + name, (_tensor(x),), given)


def _initialized(cls: str, draw: Random) -> Case:
    shape = (3, 4) if cls in ("Orthogonal", "Identity") else draw.choice(((3, 4), (2, 3, 4), [5, 5]))
    return CalledCase(
        f"keras.initializers.{cls}", {}, (shape,), options={} if draw.random() < 0.6 else {"dtype": "float16"}
    )


def _regularized(cls: str, draw: Random) -> Case:
    return CalledCase(f"keras.regularizers.{cls}", {}, (_tensor(filled(draw, (3, 4), "float32")),))


def _magnitude(draw: Random) -> Case:
    import tensorflow as tf

    return FunctionCase("tensorflow.abs", (tf.complex(*[_tensor(filled(draw, (3, 4), "float32"))] * 2),))


@dataclass(frozen=True)
class Sound:
    """A file of silence, as bytes."""

    samples: int
    channels: int

    def contents(self) -> Any:
        import tensorflow as tf

        return tf.audio.encode_wav(tf.zeros((self.samples, self.channels)), 8000)


def _wav(draw: Random) -> Case:
    sound = Sound(draw.choice((10, 20)), draw.choice((1, 2)))
    keywords = {"desired_channels": sound.channels, "desired_samples": sound.samples}
    return FunctionCase("tensorflow.audio.decode_wav", (sound.contents(),), keywords)


_LABELS = one_of([0, 1, 2], [1, 1, 0])
_AXIS = {"axis": lambda d, x: axis(d, x.ndim)}
_SIMPLE = """celu elu exponential gelu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear
    log_sigmoid mish relu relu6 selu sigmoid silu soft_shrink softplus softsign sparse_plus squareplus swish tanh
    tanh_shrink""".split()
_INITIALIZERS = "Constant GlorotNormal GlorotUniform HeNormal Identity Ones Orthogonal RandomNormal RandomUniform TruncatedNormal VarianceScaling Zeros".split()
TABLE: dict[str, Draw] = {
    **{f"{_NN}conv{n}d": partial(_convolution, n) for n in (1, 2, 3)},
    _NN + "depthwise_conv2d": partial(_convolution, 2, depthwise=True),
    **{_NN + n: partial(_pool, n) for n in ("max_pool1d", "avg_pool1d", "max_pool2d", "avg_pool2d", "max_pool", "avg_pool")},
    "tensorflow.image.extract_patches": _patches,
    _NN + "embedding_lookup": lambda d: FunctionCase(_NN + "embedding_lookup", (_tensor(filled(d, (5, 3), "float32")), d.choice(([0, 1], [[1, 2], [3, 4]])))),
    _NN + "compute_average_loss": lambda d: FunctionCase(_NN + "compute_average_loss", (_tensor(filled(d, (5,), "float32")),), {"global_batch_size": 5}),
    _NN + "l2_loss": lambda d: FunctionCase(_NN + "l2_loss", (_tensor(array(d, 2, "float32")),)),
    "tensorflow.math.confusion_matrix": lambda d: FunctionCase("tensorflow.math.confusion_matrix", (_tensor(_LABELS(d)), _tensor(_LABELS(d))), {"num_classes": d.choice((3, 5))}),
    **{_SIGNAL + n: partial(_sound, n) for n in ("stft", "frame", "rfft")},
    _SIGNAL + "linear_to_mel_weight_matrix": lambda d: FunctionCase(_SIGNAL + "linear_to_mel_weight_matrix", (d.choice((10, 20)), d.choice((65, 129)))),
    "tensorflow.abs of complex numbers": _magnitude,
    "tensorflow.audio.decode_wav": _wav,
    **{_STRINGS + n: _text(n) for n in ("lower", "upper", "strip", "length")},
    _STRINGS + "regex_replace": _text("regex_replace", "a", "b"),
    _STRINGS + "regex_full_match": _text("regex_full_match", ".*"),
    _STRINGS + "substr": _text("substr", 0, 1),
    _STRINGS + "to_number": _numbers,
    _STRINGS + "as_string": lambda d: FunctionCase(_STRINGS + "as_string", (_tensor(array(d, 2, "float32")),)),
    _STRINGS + "join": _joined,
    _STRINGS + "reduce_join": _text("reduce_join", axis=one_of(None, 0, -1)),
    **{_ACTIVATIONS + n: partial(_activation, n) for n in _SIMPLE},
    **{_ACTIVATIONS + n: partial(_activation, n, **_AXIS) for n in ("softmax", "log_softmax", "sparsemax", "glu")},
    _ACTIVATIONS + "threshold": partial(_activation, "threshold", threshold=lambda *_: 0.1),
    **{f"keras.initializers.{n}.__call__": partial(_initialized, n) for n in _INITIALIZERS},
    **{f"keras.regularizers.{n}.__call__": partial(_regularized, n) for n in ("L1", "L2", "L1L2", "OrthogonalRegularizer")},
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_agrees_with_tensorflow(name: str) -> None:
    check(TABLE, name, 8)
