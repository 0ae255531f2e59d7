"""The names by which activations, initializers, losses … are given as strings: one that Keras has not raises.

Sources: `get` of keras/src/activations/, initializers/, regularizers/, constraints/, optimizers/, losses/, metrics/.
Compared with Keras in tests/oracle/test_identifiers.py.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from ...values.layer import Model
from ...values.mismatch import Mismatch
from ...values.unknown import Unknown
from ..registry import function
from ..run import Run
from .losses import loss_kind
from .metrics import metric_name
from .version import keras_version

_OWN_NAMES = "custom objects"
_REGISTERING = ("get_custom_objects", "custom_object_scope", "CustomObjectScope")
# Below this likeness a name is no slip of the pen, but one that a library unknown to us may have registered.
_LIKENESS = 0.75

ACTIVATIONS = """celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear
    log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus
    sparse_sigmoid sparsemax squareplus swish tanh tanh_shrink threshold""".split()
INITIALIZERS = """constant glorot_normal glorot_uniform he_normal he_uniform identity initializer lecun_normal
    lecun_uniform normal one ones orthogonal random_normal random_uniform stft truncated_normal uniform
    variance_scaling zero zeros Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity IdentityInitializer
    Initializer LecunNormal LecunUniform Ones Orthogonal OrthogonalInitializer RandomNormal RandomUniform STFT
    STFTInitializer TruncatedNormal VarianceScaling Zeros""".split()
REGULARIZERS = "l1 l2 l1l2 orthogonal_regularizer regularizer L1 L2 L1L2 OrthogonalRegularizer Regularizer".split()
CONSTRAINTS = """max_norm min_max_norm non_neg unit_norm constraint MaxNorm MinMaxNorm NonNeg UnitNorm
    Constraint""".split()
OPTIMIZERS = """adadelta adafactor adagrad adam adamax adamw ftrl lion lossscaleoptimizer multioptimizer muon nadam
    optimizer optimizermap rmsprop schedulefreeadamw sgd""".split()
LOSSES = """binary_crossentropy binary_focal_crossentropy categorical_crossentropy categorical_focal_crossentropy
    categorical_hinge circle cosine_similarity ctc dice hinge huber kl_divergence log_cosh mae mape
    mean_absolute_error mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error mse msle
    poisson sparse_categorical_crossentropy squared_hinge tversky bce kld""".split()
METRICS = """accuracy acc auc binary_accuracy binary_crossentropy binary_io_u categorical_accuracy
    categorical_crossentropy categorical_hinge concordance_correlation cosine_similarity f1_score f_beta_score
    false_negatives false_positives hinge io_u kl_divergence log_cosh log_cosh_error mae mape mean mean_absolute_error
    mean_absolute_percentage_error mean_io_u mean_metric_wrapper mean_squared_error mean_squared_logarithmic_error
    metric mse msle one_hot_io_u one_hot_mean_io_u pearson_correlation poisson precision precision_at_recall r2_score
    recall recall_at_precision root_mean_squared_error sensitivity_at_specificity sparse_categorical_accuracy
    sparse_categorical_crossentropy sparse_top_k_categorical_accuracy specificity_at_sensitivity squared_hinge sum
    top_k_categorical_accuracy true_negatives true_positives bce""".split()
_BY_ENDING = {
    "activation": ACTIVATIONS, "initializer": INITIALIZERS, "regularizer": REGULARIZERS, "constraint": CONSTRAINTS,
}  # fmt: skip


@function(*(f"keras.{folder}.{name}" for folder in ("saving", "utils") for name in _REGISTERING))
def own_names(*_: Any, run: Run, **__: Any) -> Any:
    """From here on the program may have names of its own."""
    run.set(_OWN_NAMES, True)
    return Unknown("the program's own objects")


def check_identifiers(arguments: Mapping[str, Any], run: Run) -> None:
    """Raises Mismatch("layer-argument", need="name") for a string among a layer's arguments that names nothing."""
    for name, value in arguments.items():
        names = _BY_ENDING.get(name.rpartition("_")[2])
        if names is not None and isinstance(value, str):
            _check(name, name.rpartition("_")[2], value, names, run)


def check_given(optimizer: Any, metrics: Any, run: Run) -> None:
    """As `check_identifiers`, for what `compile` looks at itself. Of an optimizer any case will do."""
    if isinstance(metrics, str) and not keras_version(run).legacy:
        raise Mismatch("layer-argument", "list", metrics, argument="metrics", need="list")
    if isinstance(optimizer, str) and optimizer.lower() not in OPTIMIZERS:
        _check("optimizer", "optimizer", optimizer, OPTIMIZERS, run)


def check_compiled(model: Model, run: Run) -> None:
    """As `check_identifiers`, for losses and metrics: the first time that labels meet outputs they are looked up."""
    given = model.compiled.arguments if model.compiled is not None else {}
    for loss in _strings(given.get("loss")):
        if loss_kind(loss) is None:
            _check("loss", "loss", loss, LOSSES, run, metric_name(loss) in METRICS)
    for metric in _strings(given.get("metrics")):
        if metric_name(metric) not in METRICS and metric.lower() not in ("ce", "crossentropy"):
            _check("metrics", "metric", metric, METRICS, run)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _check(argument: str, kind: str, found: str, names: list[str], run: Run, certain: bool = False) -> None:
    """certain: it is told even where no name is near, being the name of something else."""
    if found in names or keras_version(run).legacy or run.setting(_OWN_NAMES, None) is not None:
        return
    plain = {name.replace("_", "").lower(): name for name in reversed(names)}
    near = difflib.get_close_matches(found.replace("_", "").lower(), plain, 2, _LIKENESS)
    if near or certain:
        nearest = tuple(plain[word] for word in near)
        raise Mismatch("layer-argument", nearest, found, argument=argument, need="name", named=kind)
