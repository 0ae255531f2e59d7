"""TensorFlow, apart from Keras: tensors, images, data."""

from __future__ import annotations

# Loaded only when a program names such a part.
APART = {
    "audio": ("signal",),
    "data": ("data_steps",),
    "signal": ("signal",),
    "strings": ("strings",),
}
