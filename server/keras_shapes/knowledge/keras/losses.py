"""keras/src/losses/__init__.py: a loss by string, function, class or object → what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...values.reference import Library, Object

# Each loss function, its class, and the class's parameters in order.
_CLASSES = {
    "MeanSquaredError": ("mean_squared_error", ""),
    "MeanAbsoluteError": ("mean_absolute_error", ""),
    "MeanAbsolutePercentageError": ("mean_absolute_percentage_error", ""),
    "MeanSquaredLogarithmicError": ("mean_squared_logarithmic_error", ""),
    "CosineSimilarity": ("cosine_similarity", "axis"),
    "LogCosh": ("log_cosh", ""),
    "Huber": ("huber", "delta"),
    "Hinge": ("hinge", ""),
    "SquaredHinge": ("squared_hinge", ""),
    "CategoricalHinge": ("categorical_hinge", ""),
    "KLDivergence": ("kl_divergence", ""),
    "Poisson": ("poisson", ""),
    "BinaryCrossentropy": ("binary_crossentropy", "from_logits label_smoothing axis"),
    "BinaryFocalCrossentropy": (
        "binary_focal_crossentropy", "apply_class_balancing alpha gamma from_logits label_smoothing axis",
    ),
    "CategoricalCrossentropy": ("categorical_crossentropy", "from_logits label_smoothing axis"),
    "CategoricalFocalCrossentropy": ("categorical_focal_crossentropy", "alpha gamma from_logits label_smoothing axis"),
    "SparseCategoricalCrossentropy": ("sparse_categorical_crossentropy", "from_logits ignore_class reduction axis"),
    "Dice": ("dice", "reduction name axis"),
    "Tversky": ("tversky", "alpha beta reduction name axis"),
    "CTC": ("ctc", ""),
    "Circle": ("circle", ""),
}  # fmt: skip
_SHORT = {
    "bce": "binary_crossentropy", "kld": "kl_divergence", "mae": "mean_absolute_error", "mse": "mean_squared_error",
    "mape": "mean_absolute_percentage_error", "msle": "mean_squared_logarithmic_error",
}  # fmt: skip
_FUNCTIONS = {name: name for name, _ in _CLASSES.values()}
_FUNCTIONS.update(_SHORT)
_FUNCTIONS.update({short.upper(): name for short, name in _SHORT.items()})

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
    if cls not in _CLASSES:
        return None
    name, parameters = _CLASSES[cls]
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
