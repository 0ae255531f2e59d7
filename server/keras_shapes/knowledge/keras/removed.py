"""Names of older Keras that Keras 3 refuses, and what they are called today (None: there is no such thing)."""

from __future__ import annotations

from typing import Any

from ...values.mismatch import Mismatch
from ...values.reference import Object
from ...values.unknown import Unknown
from ..registry import function
from ..run import Run

# Of layers' constructors. An argument that a layer has today is none of these, whatever its name.
LAYERS: dict[str, str | None] = {
    "batch_input_shape": None, "batch_shape": None, "batch_size": None, "weights": None, "input_length": None,
    "time_major": None, "fused": None, "nb_filter": "filters", "border_mode": "padding", "subsample": "strides",
    "nb_row": None, "nb_col": None, "output_dim": "units", "init": "kernel_initializer", "bias": "use_bias",
    "W_regularizer": "kernel_regularizer", "b_regularizer": "bias_regularizer", "W_constraint": "kernel_constraint",
    "b_constraint": "bias_constraint", "U_regularizer": "recurrent_regularizer", "inner_init": "recurrent_initializer",
    "inner_activation": "recurrent_activation", "forget_bias_init": None, "dropout_W": "dropout",
    "dropout_U": "recurrent_dropout", "consume_less": None, "dim_ordering": "data_format", "p": "rate",
}  # fmt: skip
_OPTIMIZERS = {"lr": "learning_rate", "learning_rate_decay": None, "schedule_decay": None}
# Of fit, evaluate, predict and compile.
_METHODS: dict[str, str | None] = {
    "nb_epoch": "epochs", "show_accuracy": None, "workers": None, "use_multiprocessing": None, "max_queue_size": None,
    "samples_per_epoch": "steps_per_epoch", "nb_val_samples": "validation_steps", "nb_worker": None,
    "class_mode": None, "sample_weight_mode": None,
}  # fmt: skip


def check_layer_keywords(parameters: Any, keywords: Any) -> None:
    """Raises Mismatch("removed-argument"): expected = today's name or None, found = the name."""
    _check({name for name in keywords if name not in parameters}, LAYERS)


def check_optimizer_keywords(keywords: Any) -> None:
    _check(set(keywords), _OPTIMIZERS)


def check_method_keywords(keywords: Any) -> None:
    _check(set(keywords), _METHODS)


def _check(names: set[Any], table: dict[str, str | None]) -> None:
    # A name that is unknown here may be one of a newer Keras, or of a base class: only known ones are refused.
    name = next((n for n in table if n in names), None)
    if name is not None:
        raise Mismatch("removed-argument", table[name], name, argument=name)


def renamed(parameters: Any, keywords: dict[str, Any]) -> dict[str, Any]:
    """A layer's keywords under today's names: what the analysis goes on with."""
    today = {name: new for name in keywords if name not in parameters and (new := LAYERS.get(name))}
    kept = (name for name in keywords if today.get(name) not in keywords)
    return {today.get(name, name): keywords[name] for name in kept}


_GONE = {"fit_generator": "fit", "evaluate_generator": "evaluate", "predict_generator": "predict",
         "predict_classes": "predict", "predict_proba": "predict"}  # fmt: skip


def _gone(method: str, today: str) -> None:
    def rule(self: Any, *_: Any, run: Run, **__: Any) -> Any:
        run.report(Mismatch("removed-argument", today, method, argument="self", method=True))
        return Object("keras.callbacks.History") if today == "fit" else Unknown(f"what {method} gave")

    function(f"keras.Model.{method}")(rule)


for _method, _today in _GONE.items():
    _gone(_method, _today)
