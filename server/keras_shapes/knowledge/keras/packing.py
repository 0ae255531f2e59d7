"""keras.utils: data sets in two parts, and x, y and weights as training steps hold them."""

from __future__ import annotations

from typing import Any

from ...values.dataset import Dataset
from ...values.dim import ANY
from ...values.unknown import Unknown
from ..registry import function


@function("keras.utils.split_dataset")
def split_dataset(
    dataset: Any, left_size: Any = None, right_size: Any = None, shuffle: Any = False, seed: Any = None,
    preferred_backend: Any = None,
) -> Any:  # fmt: skip
    """keras/src/utils/dataset_utils.py: the same elements, each in one of two data sets."""
    if not isinstance(dataset, Dataset):
        return Unknown("two parts of data")
    part = dataset.like(cardinality=ANY, origin=None)
    return part, part


@function("keras.utils.pack_x_y_sample_weight")
def pack(x: Any, y: Any = None, sample_weight: Any = None) -> Any:
    """keras/src/trainers/data_adapters/data_adapter_utils.py"""
    if y is None:
        return (x,) if isinstance(x, (list, tuple)) else x
    return (x, y) if sample_weight is None else (x, y, sample_weight)


@function("keras.utils.unpack_x_y_sample_weight")
def unpack(data: Any) -> Any:
    """Always three: what is not there is None."""
    parts = tuple(data) if isinstance(data, (list, tuple)) else (data,)
    if isinstance(data, Unknown) or len(parts) > 3:
        return Unknown("x, y and weights")
    return (*parts, None, None)[:3]
