"""keras.backend and keras.config: the settings that programs ask for, as they are by default."""

from __future__ import annotations

from typing import Any

from ...values.unknown import Unknown
from ..registry import function


@function("keras.backend.image_data_format", "keras.config.image_data_format")
def image_data_format() -> str:
    return "channels_last"


@function("keras.backend.floatx", "keras.config.floatx")
def floatx() -> str:
    return "float32"


@function("keras.backend.epsilon", "keras.config.epsilon")
def epsilon() -> float:
    return 1e-7


@function("keras.backend.backend", "keras.config.backend")
def backend() -> Unknown:
    return Unknown("the backend of Keras")


@function(
    "keras.backend.clear_session", "keras.utils.clear_session", "keras.backend.set_floatx", "keras.config.set_floatx",
    "keras.backend.set_epsilon", "keras.config.set_epsilon", "keras.backend.set_image_data_format",
    "keras.config.set_image_data_format",
)  # fmt: skip
def setting(*_: Any, **__: Any) -> None:
    return None
