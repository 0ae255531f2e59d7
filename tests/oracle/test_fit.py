"""`fit`, `evaluate` and `train_on_batch` of tiny models, and our word on labels against outputs."""

from __future__ import annotations

from functools import partial

import pytest

from .fit import Named, draw_fit
from .harness import Table, check

pytestmark = pytest.mark.keras

LOSSES = (
    "mse",
    "mean_absolute_error",
    "mape",
    "msle",
    "huber",
    "log_cosh",
    "hinge",
    "squared_hinge",
    "categorical_hinge",
    "kl_divergence",
    "poisson",
    "cosine_similarity",
    "binary_crossentropy",
    "binary_focal_crossentropy",
    "categorical_crossentropy",
    "categorical_focal_crossentropy",
    "sparse_categorical_crossentropy",
    "crossentropy",
    "dice",
    "tversky",
)
OBJECTS = (
    Named("keras.losses.SparseCategoricalCrossentropy", {"from_logits": True}),
    Named("keras.losses.SparseCategoricalCrossentropy", {"ignore_class": 1}),
    Named("keras.losses.CategoricalCrossentropy", {"from_logits": True, "label_smoothing": 0.1}),
    Named("keras.losses.BinaryCrossentropy", {"from_logits": True}),
    Named("keras.losses.Dice", {"axis": -1}),
)
METRICS = (
    "accuracy",
    "acc",
    "binary_accuracy",
    "categorical_accuracy",
    "sparse_categorical_accuracy",
    "mae",
    "mse",
    "root_mean_squared_error",
    "AUC",
    "precision",
    "Recall",
    "f1_score",
    "top_k_categorical_accuracy",
    "sparse_top_k_categorical_accuracy",
    "kl_divergence",
    "binary_crossentropy",
    "categorical_crossentropy",
    "sparse_categorical_crossentropy",
    "categorical_hinge",
    "mean_squared_logarithmic_error",
)
METRIC_OBJECTS = (
    Named("keras.metrics.Accuracy", {}),
    Named("keras.metrics.Precision", {"class_id": 1}),
    Named("keras.metrics.Recall", {"name": "r", "thresholds": 0.3}),
    Named("keras.metrics.TruePositives", {}),
    Named("keras.metrics.AUC", {"name": "auc", "curve": "PR"}),
    Named("keras.metrics.AUC", {"multi_label": True}),
)

# A metric is measured beside the loss that lets nearly all shapes pass.
# Each case trains a model.
SHARE = 0.1
TABLE: Table = {
    **{f"fit with loss {loss}": partial(draw_fit, loss=loss) for loss in LOSSES},
    **{f"fit with loss {loss.cls} {loss.arguments}": partial(draw_fit, loss=loss) for loss in OBJECTS},
    **{f"fit with metric {m}": partial(draw_fit, loss="mae", metrics=(m,), related=0.8) for m in METRICS},
    **{
        f"fit with metric {m.cls} {m.arguments}": partial(draw_fit, loss="mae", metrics=(m,), related=0.8)
        for m in METRIC_OBJECTS
    },
}


@pytest.mark.parametrize("name", TABLE)
def test_labels_fit_where_keras_takes_them(name: str) -> None:
    check(TABLE, name, 3 if "loss" in name else 2)
