"""keras.applications: the features and classes that we tell of are those of the real models."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.knowledge.keras.applications import _MODELS
from keras_shapes.source.document import Document

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
