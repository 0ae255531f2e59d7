"""Element types by their names, and how numpy and Keras promote them."""

from __future__ import annotations

_KINDS = {
    "bool": ("b", 1), "uint8": ("u", 8), "uint16": ("u", 16), "uint32": ("u", 32), "uint64": ("u", 64),
    "int8": ("i", 8), "int16": ("i", 16), "int32": ("i", 32), "int64": ("i", 64),
    "float16": ("f", 16), "bfloat16": ("f", 16), "float32": ("f", 32), "float64": ("f", 64),
    "complex64": ("c", 64), "complex128": ("c", 128),
}  # fmt: skip
_ALIASES = {
    "float": "float64", "int": "int64", "double": "float64", "single": "float32", "half": "float16", "bool_": "bool",
    "str": "str", "string": "str", "object": "object", "O": "object", "complex": "complex128", "long": "int64",
    "f": "float32", "d": "float64", "f4": "float32", "f8": "float64", "i": "int32", "i4": "int32", "i8": "int64",
    "u1": "uint8", "uint": "uint64", "int_": "int64", "float_": "float64", "?": "bool", "b": "int8", "B": "uint8",
    "byte": "int8", "ubyte": "uint8", "short": "int16", "intc": "int32", "longlong": "int64", "float128": "float128",
}  # fmt: skip

DType = str
"""A numpy name such as "float32"; "" where it is not known."""

UNKNOWN_DTYPE = ""


def as_dtype(value: object) -> DType:
    """The element type that an argument names: "float32", np.float32, float, …; "" where it names none."""
    name = getattr(value, "name", value)
    if isinstance(value, str):
        name = value.lstrip("<>=|")
    if not isinstance(name, str):
        return UNKNOWN_DTYPE
    name = name.rpartition(".")[2]
    return name if name in _KINDS else _ALIASES.get(name, UNKNOWN_DTYPE)


def kind(dtype: DType) -> str:
    """b, u, i, f, c as numpy's kinds; "" for others."""
    return _KINDS.get(dtype, ("", 0))[0]


def is_float(dtype: DType) -> bool:
    return kind(dtype) == "f"


def is_integer(dtype: DType) -> bool:
    return kind(dtype) in ("u", "i")


def bits(dtype: DType) -> int:
    return _KINDS.get(dtype, ("", 0))[1]


_PARTS = {"complex64": "float32", "complex128": "float64"}
_OF_PARTS = {part: whole for whole, part in _PARTS.items()}


def real_part(dtype: DType) -> DType:
    """The type of a complex number's parts; every other type as it is."""
    return _PARTS.get(dtype, dtype)


def complex_of(dtype: DType) -> DType:
    """The type of complex numbers of such parts; "" where numpy has none."""
    return _OF_PARTS.get(dtype, UNKNOWN_DTYPE)


def promote(a: DType, b: DType) -> DType:
    """numpy's result type of two arrays (NEP 50); "" where one is not known."""
    if a == b:
        return a
    if a not in _KINDS or b not in _KINDS:
        return UNKNOWN_DTYPE
    (ka, na), (kb, nb) = sorted((_KINDS[a], _KINDS[b]), key=lambda k: "buifc".index(k[0]))
    if ka == "b":
        return b if _KINDS[a] == (ka, na) else a
    if ka == kb:
        return a if _KINDS[a][1] >= _KINDS[b][1] else b
    if (ka, kb) == ("u", "i"):
        return "float64" if na == 64 else f"int{max(nb, 2 * na)}"
    if kb == "f":
        need = {8: 16, 16: 32}.get(na, 64)
        return f"float{max(nb, need)}"
    return "complex64" if nb == 64 and na <= (32 if ka == "f" else 16) else "complex128"


def with_scalar(dtype: DType, scalar: object) -> DType:
    """numpy's result type of an array and a Python number, which is weak: only its kind counts."""
    if isinstance(scalar, bool) or dtype not in _KINDS:
        return dtype
    if isinstance(scalar, float) and kind(dtype) in "bui":
        return "float64"
    if isinstance(scalar, int) and dtype == "bool":
        return "int64"
    if isinstance(scalar, complex):
        return "complex128" if kind(dtype) != "f" or bits(dtype) == 64 else "complex64"
    return dtype


def divided(dtype: DType) -> DType:
    """The type after a true division."""
    return "float64" if kind(dtype) in ("b", "u", "i") else dtype


def of_scalar(value: object) -> DType:
    return {bool: "bool", int: "int64", float: "float64", complex: "complex128", str: "str", bytes: "bytes"}.get(
        type(value), UNKNOWN_DTYPE
    )


def keras_promote(a: DType, b: DType) -> DType:
    """Keras' result type of two tensors: keras/src/backend/common/dtypes.py (JAX's lattice, without its weak types)."""
    if a == b:
        return a
    if a not in _KINDS or b not in _KINDS:
        return UNKNOWN_DTYPE
    (ka, na), (kb, nb) = sorted((_KINDS[a], _KINDS[b]), key=lambda k: "buifc".index(k[0]))
    if ka == "b":
        return b if a == "bool" else a
    if "f" in (ka, kb) and "c" not in (ka, kb):
        return (b if is_float(b) else a) if ka != kb else ("float32" if na == nb else f"float{max(na, nb)}")
    if (ka, kb) == ("u", "i"):
        return "float32" if na == 64 else f"int{max(nb, 2 * na)}"
    if ka == kb == "u":
        return "uint32" if max(na, nb) > 16 else f"uint{max(na, nb)}"
    return a if a == "complex64" else b if b == "complex64" else promote(a, b)


def keras_with_scalar(dtype: DType, scalar: object) -> DType:
    """Keras' result type of a tensor and a Python number."""
    if isinstance(scalar, bool) or dtype not in _KINDS:
        return dtype
    if isinstance(scalar, float) and kind(dtype) in "bui":
        return "float32"
    return "int32" if isinstance(scalar, int) and dtype == "bool" else dtype


def keras_divided(dtype: DType) -> DType:
    """Keras' type after a division, a mean or a function such as sqrt: integers become float32."""
    return "float32" if kind(dtype) in ("b", "u", "i") else dtype
