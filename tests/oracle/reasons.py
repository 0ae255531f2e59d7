"""Why a public name has no rule: namespace → reason → the names. Where there is a rule, there is no reason."""

from __future__ import annotations

_BASE = "an abstract base: programs derive from it, and their own code is followed"
_CONFIGURED = "goes between objects and their configurations: what comes is known by none of its arguments"
_OF_MODELS = {
    "programs write or call it in steps of their own, which are followed as code": (
        "call compute_loss compute_mask compute_metrics "
        "compute_output_shape compute_output_spec predict_step symbolic_call test_step train_step"
    ),
    "the state outside the model, as other backends want it": (
        "get_state_tree set_state_tree stateless_call stateless_compute_loss"
    ),
    "trains, or tells of the training": (
        "compiled_loss compiled_metrics distribute_reduction_method distribute_strategy get_metrics_result jit_compile "
        "loss losses make_predict_function make_test_function make_train_function metrics metrics_names "
        "metrics_variables reset_metrics run_eagerly"
    ),
    "goes between a model and its configuration or file": (
        "build_from_config compile_from_config from_config get_build_config get_compile_config "
        "load_own_variables save_own_variables to_json"
    ),
    "says in which types and how it computes": (
        "compute_dtype dtype dtype_policy input_dtype input_spec path quantization_mode quantize quantized_build "
        "quantized_call get_quantization_layer_structure rematerialized_call supports_masking variable_dtype"
    ),
    "all weights of a kind: they go to gradients and optimizers": (
        "non_trainable_variables non_trainable_weights trainable trainable_variables trainable_weights variables"
    ),
}

REASONS: dict[str, dict[str, str]] = {
    "keras.layers": {
        _BASE: "Layer Wrapper",
        "a description of what a layer wants, no layer": "InputSpec",
        "what it gives is another framework's affair": "TorchModuleWrapper FlaxLayer JaxLayer",
        "what it gives is in a saved model's files": "TFSMLayer",
        _CONFIGURED: "serialize deserialize",
    },
    "keras.losses": {_BASE: "Loss", _CONFIGURED: "deserialize serialize"},
    "keras.metrics": {_BASE: "MeanMetricWrapper Metric", _CONFIGURED: "deserialize serialize"},
    "keras.activations": {_CONFIGURED: "deserialize serialize"},
    "keras.initializers": {
        _BASE: "Initializer",
        _CONFIGURED: "deserialize serialize",
        "an initializer by its old name: only layers use it": (
            "constant glorot_normal glorot_uniform he_normal he_uniform identity lecun_normal lecun_uniform ones "
            "orthogonal random_normal random_uniform stft truncated_normal variance_scaling zeros"
        ),
    },
    "keras.regularizers": {
        _BASE: "Regularizer",
        _CONFIGURED: "deserialize serialize",
        "a regularizer by its old name: only layers use it": "l1 l1_l2 l2 orthogonal_regularizer",
    },
    "keras.utils": {
        _BASE: "PyDataset Sequence",
        _CONFIGURED: (
            "deserialize_keras_object serialize_keras_object register_keras_serializable get_registered_name "
            "get_registered_object"
        ),
        "shows or draws": "Progbar model_to_dot",
        "settings: they tell nothing of data": (
            "Config disable_interactive_logging enable_interactive_logging is_interactive_logging_enabled"
        ),
        "what it makes of features is in the data": "FeatureSpace",
        "asks where a tensor comes from": "get_source_inputs is_keras_tensor",
    },
    "keras.backend": {"a number of its own": "get_uid", "asks what a value is": "is_keras_tensor"},
    "keras.preprocessing": {},
    "keras.models": {},
    "keras.Model": _OF_MODELS,
    "keras.Sequential": _OF_MODELS,
    "numpy": {
        "a type or an abstract kind of types: it is named as a dtype, not called": (
            "bytes_ character clongdouble complex256 complexfloating datetime64 flexible float128 floating generic "
            "inexact integer longdouble number object_ record signedinteger str_ timedelta64 unsignedinteger void"
        ),
        "tells of types, not of arrays": (
            "ScalarType can_cast common_type finfo iinfo isdtype issubdtype min_scalar_type mintypecode promote_types "
            "result_type sctypeDict typecodes typename isscalar"
        ),
        "text of an array, or of a number": (
            "array2string array_repr array_str base_repr binary_repr datetime_as_string format_float_positional "
            "format_float_scientific get_printoptions printoptions set_printoptions"
        ),
        "settings of the library": (
            "errstate get_include getbufsize geterr geterrcall setbufsize seterr seterrcall show_config show_runtime test"
        ),
        "dates: no array of a Keras program is made of them": (
            "busday_count busday_offset busdaycalendar datetime_data is_busday isnat"
        ),
        "goes over elements, or over a function of the program's": (
            "apply_over_axes broadcast flatiter frompyfunc iterable ndenumerate ndindex nditer nested_iters mask_indices "
            "ufunc"
        ),
        "matrices and records, superseded since numpy 1.15": "asmatrix bmat matrix poly1d recarray sort_complex",
        "reads memory or a file whose layout only the program knows": "from_dlpack fromfile fromregex memmap",
        "a truth, a plan or text, no array": "einsum_path info isfortran may_share_memory shares_memory",
        "a plain number or flag, read as it stands": "False_ True_ euler_gamma little_endian",
    },
    "numpy.random": {
        "a source of bits: programs hand it on to a Generator": (
            "BitGenerator MT19937 PCG64 PCG64DXSM Philox SFC64 SeedSequence"
        ),
        "bytes, or the generator's own state": "bytes get_state set_state",
    },
    "numpy.random.Generator": {"bytes, or the generator's own state": "bit_generator bytes spawn"},
    "numpy.random.RandomState": {
        "bytes, or the generator's own state": "bytes get_state set_state",
        "drawn over the whole range of a platform's integers; not seen in a Keras program": "tomaxint",
    },
    "numpy.ndarray": {
        "memory, not elements": "base ctypes data device dump dumps flags getfield setfield strides to_device",
    },
}
