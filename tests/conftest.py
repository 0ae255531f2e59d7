"""What every test stands on: one machine's habits and settings must not reach into another's results."""

from __future__ import annotations

import os

import pytest

# Before anything imports TensorFlow: no chatter on standard error, the same backend everywhere, no graphics card.
os.environ.update(
    TF_CPP_MIN_LOG_LEVEL="3", TF_ENABLE_ONEDNN_OPTS="0", KERAS_BACKEND="tensorflow", CUDA_VISIBLE_DEVICES=""
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the real Keras runs last: a wrong rule or word is told within seconds."""
    items.sort(key=lambda item: item.get_closest_marker("keras") is not None)
