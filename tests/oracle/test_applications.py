"""keras.applications: the features and classes that we tell of are those of the real models."""

from __future__ import annotations

import inspect
import math
from dataclasses import dataclass
from functools import partial
from random import Random
from unittest import mock

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.knowledge.keras.applications import _MODELS
from keras_shapes.knowledge.keras.models.calling import OUTPUT
from keras_shapes.source.document import Document
from keras_shapes.values.mismatch import Mismatch
from keras_shapes.values.reference import Ref
from keras_shapes.values.unknown import Unknown

from .harness import check

# Built in a second or two each; the larger ones of a family differ in depth and width only.
QUICK = ("VGG16", "Xception", "InceptionV3", "NASNetMobile", "DenseNet121", "MobileNet", "MobileNetV2", "MobileNetV3Small",
         "MobileNetV3Large", "ResNet50", "ResNet50V2", "EfficientNetB0", "EfficientNetV2B0", "ConvNeXtTiny")  # fmt: skip


def told(name: str, arguments: str) -> tuple[object, ...] | None:
    text = f"import keras\nmodel = keras.applications.{name}({arguments})\nx = model.output\n"
    shapes = {s.name: s.shape for s in analyse(Document.of_text("a.py", text)).shapes}
    return shapes["x"]


def real(name: str, **arguments: object) -> tuple[object, ...]:
    import keras

    # In this scope no weights are made, only shapes.
    with keras.StatelessScope():
        return tuple(getattr(keras.applications, name)(weights=None, **arguments).output.shape)


@pytest.mark.keras
@pytest.mark.parametrize("name", QUICK)
def test_features(name: str) -> None:
    size = 160 if name in ("InceptionV3", "Xception") else 96
    assert told(name, f"weights=None, include_top=False, input_shape=({size}, {size}, 3)") == real(
        name, include_top=False, input_shape=(size, size, 3)
    )


@pytest.mark.keras
@pytest.mark.large
@pytest.mark.parametrize("name", sorted(set(_MODELS) - set(QUICK)))
def test_features_of_large_models(name: str) -> None:
    assert told(name, "weights=None, include_top=False, input_shape=(96, 96, 3)") == real(
        name, include_top=False, input_shape=(96, 96, 3)
    )


@pytest.mark.keras
@pytest.mark.parametrize("name", ["MobileNetV2", "VGG16", "InceptionV3"])
def test_classes_and_pooling(name: str) -> None:
    size = _MODELS[name][0]
    assert told(name, "weights=None, classes=7") == real(name, classes=7) == (None, 7)
    shape = (size, size, 3)
    assert told(name, f"weights=None, include_top=False, pooling='avg', input_shape={shape}") == real(
        name, include_top=False, pooling="avg", input_shape=shape
    )


INSIDE = [*QUICK, "EfficientNetB3", "EfficientNetV2S", "InceptionResNetV2"]
FORMS: tuple[dict[str, object], ...] = (
    {"include_top": False, "input_shape": (96, 107, 3)},
    {"classes": 7},
    {"include_top": False, "pooling": "max"},
)


@pytest.mark.keras
@pytest.mark.parametrize(("name", "form"), [(name, i % len(FORMS)) for i, name in enumerate(INSIDE)])
def test_every_layer(name: str, form: int) -> None:
    check_layers(name, FORMS[form])


@pytest.mark.keras
@pytest.mark.large
@pytest.mark.parametrize("form", range(len(FORMS)))
@pytest.mark.parametrize("name", sorted(_MODELS))
def test_every_layer_of_every_model(name: str, form: int) -> None:
    check_layers(name, FORMS[form])


def check_layers(name: str, arguments: dict[str, object]) -> None:
    """Built by us and by Keras: the same layers in the same order, their outputs and how many parameters there are."""
    import keras

    given = "".join(f", {k}={v!r}" for k, v in arguments.items())
    text = f"import keras\nm = keras.applications.{name}(weights=None{given})\nlayers = m.layers\n"
    analysis = analyse(Document.of_text("a.py", text))
    state = analysis.evaluation.state
    refs = state[state["layers"]].values
    ours, outputs = [state[ref] for ref in refs], [state[Ref(OUTPUT, ref.uid)].shape for ref in refs]
    with keras.StatelessScope():
        model = getattr(keras.applications, name)(weights=None, **arguments)
    # Where Keras makes a name up, ours is empty.
    assert [layer.name or real.name for layer, real in zip(ours, model.layers)] == [r.name for r in model.layers]
    assert len(ours) == len(model.layers)
    assert outputs == [tuple(layer.output.shape) for layer in model.layers]
    assert analysis.models[0].parameters == sum(math.prod(w.shape) for w in model.weights)


@dataclass(frozen=True)
class ModelCase:
    """A model asked for by position and by keyword: its output and parameters, or what it refuses."""

    name: str
    arguments: tuple[object, ...]
    keywords: dict[str, object]

    def real(self) -> tuple[object, ...]:
        import keras
        from keras.src.utils import file_utils

        # No weights are fetched: what is refused is refused before.
        with (
            mock.patch.object(file_utils, "get_file", return_value=""),
            mock.patch.object(keras.Model, "load_weights"),
            keras.StatelessScope(),
        ):
            model = getattr(keras.applications, self.name)(*self.arguments, **self.keywords)
            return tuple(model.output.shape), sum(math.prod(w.shape) for w in model.weights)

    def ours(self) -> tuple[object, ...]:
        given = [*map(repr, self.arguments), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        text = f"import keras\nmodel = keras.applications.{self.name}({', '.join(given)})\nx = model.output\n"
        analysis = analyse(Document.of_text("a.py", text))
        if analysis.diagnostics:
            raise Mismatch(analysis.diagnostics[0].code, found=analysis.diagnostics[0].message)
        shape = next(s.shape for s in analysis.shapes if s.name == "x")
        count = analysis.models[0].parameters
        return shape, Unknown("how many") if count is None else count


def model_case(name: str, draw: Random) -> ModelCase:
    """Sizes about the least one, depths and tops with and without trained weights; in a third of them by position."""
    import keras

    least = _MODELS[name][1]
    sizes = (least, least + 11, least - 1, 224, None)
    keywords: dict[str, object] = {
        "include_top": draw.random() < 0.4,
        "weights": draw.choice((None, None, None, "imagenet")),
        "input_shape": draw.choice((None, (*draw.choices(sizes, k=2), draw.choice((3, 3, 3, 1, 4))), (96, 3))),
        "pooling": draw.choice((None, "avg", "max")),
        "classes": draw.choice((1000, 7)),
        "alpha": draw.choice((1.0, 0.5, 1.4, 0.75)),
        "minimalistic": draw.random() < 0.5,
        "include_preprocessing": draw.random() < 0.7,
    }
    names = list(inspect.signature(getattr(keras.applications, name)).parameters)
    keywords = {k: v for k, v in keywords.items() if k in names}
    if draw.random() < 0.67:
        return ModelCase(name, (), keywords)
    defaults = inspect.signature(getattr(keras.applications, name)).parameters
    order = names[: names.index("pooling") + 1]
    arguments = tuple(keywords.get(n, defaults[n].default) for n in order)
    return ModelCase(name, arguments, {k: v for k, v in keywords.items() if k not in order})


# Each takes seconds.
SHARE = 0.05
TABLE = {
    f"keras.applications.{name}": partial(model_case, name)
    for name in ("MobileNet", "MobileNetV2", "MobileNetV3Small", "NASNetMobile", "ConvNeXtTiny", "EfficientNetB0",
                 "EfficientNetV2B0", "ResNet50", "VGG16", "InceptionV3", "DenseNet121", "Xception")
}  # fmt: skip


@pytest.mark.keras
@pytest.mark.parametrize("name", TABLE)
def test_arguments(name: str) -> None:
    check(TABLE, name, 2)


def test_the_layers_of_a_model_are_made_when_asked_for() -> None:
    text = "import keras\nm = keras.applications.ResNet152()\nx = m.output\n"
    assert len(analyse(Document.of_text("a.py", text)).evaluation.state) < 20


def test_a_layer_in_the_middle_is_an_output_like_any_other() -> None:
    text = """import keras
base = keras.applications.VGG16(include_top=False, input_shape=(64, 64, 3))
part = keras.Model(base.input, base.get_layer("block3_pool").output)
for layer in base.layers:
    layer.trainable = False
x = part(keras.Input((64, 64, 3)))
y = base.layers[-2].output
z = keras.layers.Dense(2)(keras.layers.Flatten()(base.output))
"""
    shapes = {s.name: s.shape for s in analyse(Document.of_text("a.py", text)).shapes}
    assert (shapes["x"], shapes["y"], shapes["z"]) == ((None, 8, 8, 256), (None, 4, 4, 512), (None, 2))


@pytest.mark.parametrize(
    ("name", "module", "layer", "found"),
    [
        ("VGG16", "vgg16", "block2_pool", ["unnormalized-input"]),
        ("ResNet50", "resnet50", "conv2_block1_out", ["unnormalized-input"]),
        ("EfficientNetB0", "efficientnet", "block2b_add", []),
    ],
)
def test_a_part_of_a_trained_model_wants_what_the_whole_wants(
    name: str, module: str, layer: str, found: list[str]
) -> None:
    """Its own `preprocess_input`; those that scale inside want the pixels as they are."""
    text = f"""import keras
(x, y), _ = keras.datasets.cifar10.load_data()
base = keras.applications.{name}(include_top=False, input_shape=(32, 32, 3))
part = keras.Model(base.input, base.get_layer("{layer}").output)
part.predict(keras.applications.{module}.preprocess_input(x))
part.predict(x)
"""
    analysis = analyse(Document.of_text("a.py", text))
    assert [d.code for d in analysis.diagnostics] == found
    assert all("preprocess_input" in d.message for d in analysis.diagnostics)
