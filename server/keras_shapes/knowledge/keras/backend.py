"""keras.backend and keras.config: settings, as they are by default or as the program sets them."""

from __future__ import annotations

from typing import Any

from ...values import dtype as dtypes
from ...values.reference import Library
from ...values.unknown import Unknown
from ..registry import function
from ..run import Run

IMAGE_DATA_FORMAT = "image_data_format"
"""The setting that layers take where `data_format=` is not given."""
FLOATX = "floatx"
DTYPE_POLICY = "dtype_policy"
"""The setting that layers take where `dtype=` is not given: floatx, where it is None."""
BACKEND = "backend"
_DEFAULTS = {IMAGE_DATA_FORMAT: "channels_last", FLOATX: "float32"}


@function("keras.backend.image_data_format", "keras.config.image_data_format")
def image_data_format(*, run: Run) -> Any:
    return run.setting(IMAGE_DATA_FORMAT, _DEFAULTS[IMAGE_DATA_FORMAT])


@function("keras.backend.floatx", "keras.config.floatx")
def floatx(*, run: Run) -> Any:
    return run.setting(FLOATX, _DEFAULTS[FLOATX])


@function("keras.backend.epsilon", "keras.config.epsilon")
def epsilon() -> float:
    return 1e-7


@function("keras.backend.backend", "keras.config.backend")
def backend(*, run: Run) -> Unknown:
    """A program that asks may run on any of them."""
    asked = Unknown("the backend of Keras")
    if run is not None:
        run.set(BACKEND, asked)
    return asked


def on_other_kernels(run: Run) -> bool:
    """Whether the program may run on another backend than TensorFlow, whose kernels refuse other things."""
    return bool(run.setting(BACKEND, "tensorflow") != "tensorflow")


@function("keras.backend.set_image_data_format", "keras.config.set_image_data_format")
def set_image_data_format(data_format: Any, *, run: Run) -> None:
    run.set(IMAGE_DATA_FORMAT, data_format)


@function("keras.backend.set_floatx", "keras.config.set_floatx")
def set_floatx(value: Any, *, run: Run) -> None:
    run.set(FLOATX, value)


_POLICIES = ("keras.config", "keras.mixed_precision")


@function(*(f"{module}.set_dtype_policy" for module in _POLICIES), "keras.mixed_precision.set_global_policy",
          "keras.mixed_precision.experimental.set_policy")  # fmt: skip
def set_dtype_policy(policy: Any, *, run: Run) -> None:
    """keras/src/dtype_policies/dtype_policy.py"""
    run.set(DTYPE_POLICY, policy)


@function(*(f"{module}.dtype_policy" for module in _POLICIES), "keras.mixed_precision.global_policy")
def dtype_policy(*, run: Run) -> Any:
    policy = run.setting(DTYPE_POLICY, None)
    return run.setting(FLOATX, _DEFAULTS[FLOATX]) if policy is None else policy


@function("keras.DTypePolicy", "keras.dtype_policies.DTypePolicy", "keras.mixed_precision.DTypePolicy",
          "keras.mixed_precision.Policy", "keras.mixed_precision.experimental.Policy")  # fmt: skip
def policy_named(name: Any, *_: Any, **__: Any) -> Any:
    """A policy is as good as its name wherever a layer takes one."""
    return name


@function("keras.backend.set_epsilon", "keras.config.set_epsilon")
def set_epsilon(value: Any) -> None:
    return None


@function("keras.backend.clear_session", "keras.utils.clear_session")
def clear_session(free_memory: Any = True, *, run: Run) -> None:
    """keras/src/backend/common/global_state.py: floatx stays, the policy goes."""
    if run is not None and run.setting(DTYPE_POLICY, None) is not None:
        run.set(DTYPE_POLICY, None)


@function("keras.backend.standardize_dtype", "keras.utils.standardize_dtype")
def standardize_dtype(dtype: Any) -> Any:
    name = "float32" if dtype is None else dtypes.as_dtype(dtype)
    return name or Unknown("the name of a type")


@function("keras.backend.is_float_dtype")
def is_float_dtype(dtype: Any) -> Any:
    name = dtypes.as_dtype(dtype)
    return dtypes.is_float(name) if name else Unknown("whether a type is of floats")


@function("keras.backend.is_int_dtype")
def is_int_dtype(dtype: Any) -> Any:
    name = dtypes.as_dtype(dtype)
    return dtypes.is_integer(name) if name else Unknown("whether a type is of integers")


@function("keras.backend.result_type")
def result_type(*dtype_list: Any) -> Any:
    """keras/src/backend/common/dtypes.py"""
    names = [dtypes.as_dtype(d) for d in dtype_list if isinstance(d, (str, Library))]
    if len(names) != len(dtype_list) or not names or not all(names):
        return Unknown("the type of several")
    joined = names[0]
    for name in names[1:]:
        joined = dtypes.keras_promote(joined, name)
    return joined or Unknown("the type of several")
