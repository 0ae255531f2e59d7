"""keras/src/losses/__init__.py: a loss by string, function, class or object → what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...values.reference import Library, Object

# Each loss class: its function, and the constructor's parameters in order.
CLASSES = {
    "MeanSquaredError": ("mean_squared_error", "reduction name dtype"),
    "MeanAbsoluteError": ("mean_absolute_error", "reduction name dtype"),
    "MeanAbsolutePercentageError": ("mean_absolute_percentage_error", "reduction name dtype"),
    "MeanSquaredLogarithmicError": ("mean_squared_logarithmic_error", "reduction name dtype"),
    "CosineSimilarity": ("cosine_similarity", "axis reduction name dtype"),
    "LogCosh": ("log_cosh", "reduction name dtype"),
    "Huber": ("huber", "delta reduction name dtype"),
    "Hinge": ("hinge", "reduction name dtype"),
    "SquaredHinge": ("squared_hinge", "reduction name dtype"),
    "CategoricalHinge": ("categorical_hinge", "reduction name dtype"),
    "KLDivergence": ("kl_divergence", "reduction name dtype"),
    "Poisson": ("poisson", "reduction name dtype"),
    "BinaryCrossentropy": ("binary_crossentropy", "from_logits label_smoothing axis reduction name dtype"),
    "BinaryFocalCrossentropy": (
        "binary_focal_crossentropy",
        "apply_class_balancing alpha gamma from_logits label_smoothing axis reduction name dtype",
    ),
    "CategoricalCrossentropy": ("categorical_crossentropy", "from_logits label_smoothing axis reduction name dtype"),
    "CategoricalFocalCrossentropy": (
        "categorical_focal_crossentropy", "alpha gamma from_logits label_smoothing axis reduction name dtype",
    ),
    "SparseCategoricalCrossentropy": (
        "sparse_categorical_crossentropy", "from_logits ignore_class reduction axis name dtype",
    ),
    "Dice": ("dice", "reduction name axis dtype"),
    "Tversky": ("tversky", "alpha beta reduction name axis dtype"),
    "CTC": ("ctc", "reduction name dtype"),
    "Circle": ("circle", "gamma margin remove_diagonal reduction name dtype"),
    "CategoricalGeneralizedCrossEntropy": ("categorical_generalized_cross_entropy", "q reduction name dtype"),
}  # fmt: skip
_SHORT = {
    "bce": "binary_crossentropy", "kld": "kl_divergence", "mae": "mean_absolute_error", "mse": "mean_squared_error",
    "mape": "mean_absolute_percentage_error", "msle": "mean_squared_logarithmic_error",
}  # fmt: skip
_FUNCTIONS = {name: name for name, _ in CLASSES.values()}
_FUNCTIONS.update(_SHORT)
_FUNCTIONS.update({short.upper(): name for short, name in _SHORT.items()})

LEGACY = {
    **{short.upper(): name for short, name in _SHORT.items()}, **_SHORT,
    "kullback_leibler_divergence": "kl_divergence", "logcosh": "log_cosh",
}  # fmt: skip
"""Other names of the functions in tf.keras.losses: not all are taken as strings."""

CROSSENTROPY = "crossentropy"
"""Keras 3 chooses the binary, sparse or categorical one by the shapes that meet."""


@dataclass(frozen=True, slots=True)
class LossKind:
    """One loss. name: the function's name in keras.losses, such as "mean_squared_error".

    from_logits, ignore_class, axis: its arguments, None where it has none; Unknown where not worked out.
    """

    name: str
    from_logits: Any = None
    ignore_class: Any = None
    axis: Any = None

    @property
    def sparse(self) -> bool:
        return self.name == "sparse_categorical_crossentropy"

    @property
    def categorical(self) -> bool:
        return self.name in ("categorical_crossentropy", "categorical_focal_crossentropy")


def loss_kind(loss: Any) -> LossKind | None:
    """The loss that a value given to `compile(loss=…)` stands for; None where it is not one of Keras' own."""
    if isinstance(loss, LossKind):
        return loss
    if isinstance(loss, str):
        return _named(loss)
    if isinstance(loss, Library):
        module, _, name = loss.name.rpartition(".")
        return _named(name) if module in ("keras.losses", "keras.metrics") else None
    if isinstance(loss, Object):
        module, _, name = loss.cls.rpartition(".")
        return _described(name, loss.arguments) if module == "keras.losses" else None
    if isinstance(loss, dict) and isinstance(loss.get("class_name"), str):
        config = loss.get("config")
        return _described(loss["class_name"], config) if isinstance(config, dict) else None
    return None


def _named(name: str) -> LossKind | None:
    if name.lower() in (CROSSENTROPY, "ce"):
        return LossKind(CROSSENTROPY, from_logits=False)
    if name in _FUNCTIONS:
        return LossKind(_FUNCTIONS[name], **_defaults(_FUNCTIONS[name]))
    return _described(name, {})


def _described(cls: str, arguments: dict[str, Any]) -> LossKind | None:
    if cls not in CLASSES:
        return None
    name, parameters = CLASSES[cls]
    order = parameters.split()
    given = _defaults(name)
    for key, value in arguments.items():
        # Positional arguments of a class without a rule arrive under their position.
        key = order[int(key)] if key.isdigit() and int(key) < len(order) else key
        if key in given or (key in ("ignore_class", "axis") and key in order):
            given[key] = value
    return LossKind(name, **given)


def _defaults(name: str) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if name.endswith("crossentropy"):
        given["from_logits"] = False
    if name.endswith("crossentropy") or name == "cosine_similarity":
        given["axis"] = -1
    return given
