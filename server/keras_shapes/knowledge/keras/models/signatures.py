"""The parameters of a model's methods, in order with their defaults: keras/src/trainers/trainer.py."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from ...binding import NotBound


class _Required(Enum):
    REQUIRED = "required"


REQUIRED = _Required.REQUIRED
"""Stands where a parameter has no default."""

SIGNATURES: dict[str, dict[str, Any]] = {
    "compile": {
        "optimizer": "rmsprop", "loss": None, "loss_weights": None, "metrics": None, "weighted_metrics": None,
        "run_eagerly": False, "steps_per_execution": 1, "jit_compile": "auto", "auto_scale_loss": True,
    },
    "fit": {
        "x": None, "y": None, "batch_size": None, "epochs": 1, "verbose": "auto", "callbacks": None,
        "validation_split": 0.0, "validation_data": None, "shuffle": True, "class_weight": None,
        "sample_weight": None, "initial_epoch": 0, "steps_per_epoch": None, "validation_steps": None,
        "validation_batch_size": None, "validation_freq": 1,
    },
    "evaluate": {
        "x": None, "y": None, "batch_size": None, "verbose": "auto", "sample_weight": None, "steps": None,
        "callbacks": None, "return_dict": False,
    },
    "predict": {
        "x": REQUIRED, "batch_size": None, "verbose": "auto", "steps": None, "callbacks": None,
    },
    "train_on_batch": {
        "x": REQUIRED, "y": None, "sample_weight": None, "class_weight": None, "return_dict": False,
    },
    "test_on_batch": {"x": REQUIRED, "y": None, "sample_weight": None, "return_dict": False},
    "predict_on_batch": {"x": REQUIRED},
}  # fmt: skip

# Parameters of Keras 2 that do not bear on shapes: a program written for it is read all the same.
_KERAS_2 = {
    "compile": {"sample_weight_mode", "target_tensors", "experimental_run_tf_function"},
    "fit": {"workers", "use_multiprocessing", "max_queue_size"},
    "evaluate": {"workers", "use_multiprocessing", "max_queue_size"},
    "predict": {"workers", "use_multiprocessing", "max_queue_size"},
    "train_on_batch": {"reset_metrics"},
    "test_on_batch": {"reset_metrics"},
    "predict_on_batch": set[str](),
}


def bind(method: str, arguments: Sequence[Any], keywords: dict[str, Any]) -> dict[str, Any]:
    """The method's arguments by parameter, defaults filled in; Keras 2's own are dropped.

    Raises NotBound where Python itself would raise; KeyError for a method that is not in the table.
    """
    parameters = SIGNATURES[method]
    names = list(parameters)
    if len(arguments) > len(names):
        raise NotBound(f"{len(arguments)} arguments for {len(names)} parameters")
    given = dict(zip(names, arguments))
    for name, value in keywords.items():
        if name in given:
            raise NotBound(f"{name} is given twice")
        if name in parameters:
            given[name] = value
        elif name not in _KERAS_2[method]:
            raise NotBound(f"there is no parameter {name}")
    bound = parameters | given
    missing = [name for name, value in bound.items() if value is REQUIRED]
    if missing:
        raise NotBound(f"{missing[0]} is missing")
    return bound
