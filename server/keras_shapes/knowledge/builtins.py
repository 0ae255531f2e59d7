"""Python's own functions, and the methods of its strings and tuples."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..values.array import Array
from ..values.dataset import Dataset
from ..values.dim import ANY, Linear
from ..values.reference import Library, Many, Object
from ..values.scalar import Scalar, text, texts
from ..values.unknown import Unknown
from .arguments import plain
from .math import known
from .registry import function
from .run import Run

TEXT_FILE = "builtins.open.text"
"""A file that is opened to read or write texts."""

_MAX_RANGE = 100_000
_MAX_ITEMS = 4096
_SCALARS = (bool, int, float, str)


@function("builtins.len")
def _len(value: Any) -> Any:
    if isinstance(value, Array):
        return value.shape[0] if value.shape else Unknown("the length of an array of unknown rank")
    if isinstance(value, (list, tuple, dict, str, bytes, range, set)):
        return len(value)
    if isinstance(value, Dataset):
        return (
            value.cardinality if isinstance(value.cardinality, (int, Linear)) else Unknown("the length of a data set")
        )
    if isinstance(value, Many) and value.length is not ANY:
        return value.length
    if isinstance(value, Unknown) and value.key is not None:
        # The same unknown thing has the same length each time it is asked.
        key, name = ("len", value.key), f"len({value.name or '…'})"
        return Scalar("the length of something unknown", key, name, dtype="int64")
    return Scalar("the length of something unknown", dtype="int64")


@function("builtins.range")
def _range(*bounds: Any) -> Any:
    numbers = [plain(b) for b in bounds]
    if all(isinstance(n, int) for n in numbers) and 1 <= len(numbers) <= 3 and (len(numbers) < 3 or numbers[2]):
        made = range(*numbers)
        # `len` fails on what is longer than memory.
        short = not made or abs(made[-1] - made[0]) // abs(made.step) < _MAX_RANGE
        return made if short else Unknown("a long range")
    return Object("builtins.range")


@function("builtins.int")
def _int(value: Any = 0, base: Any = 10) -> Any:
    value = plain(value)
    if isinstance(value, Linear):
        return value
    if isinstance(value, _SCALARS):
        try:
            return int(value) if base == 10 or not isinstance(value, str) else int(value, base)
        except (ValueError, OverflowError, TypeError):
            return Unknown("not a number")
    if isinstance(value, Unknown) and value.key is not None:
        return Scalar(value.reason, ("int", value.key), value.name, dtype="int64")
    return Scalar("a number that is not known", dtype="int64")


@function("builtins.float")
def _float(value: Any = 0.0) -> Any:
    value = plain(value)
    try:
        return float(value) if isinstance(value, _SCALARS) else Scalar("a number that is not known", dtype="float64")
    except (ValueError, OverflowError):
        return Unknown("not a number")


@function("builtins.str")
def _str(value: Any = "", *_: Any) -> Any:
    return str(value) if isinstance(value, _SCALARS) else text("a text that is not known")


@function("builtins.bool")
def _bool(value: Any = False) -> Any:
    return bool(value) if isinstance(value, (*_SCALARS, list, tuple, dict)) or value is None else Unknown("a condition")


@function("builtins.list")
def _list(values: Any = ()) -> Any:
    items = _items(values)
    return Unknown("a list of unknown content") if items is None else items


@function("builtins.tuple")
def _tuple(values: Any = ()) -> Any:
    items = _items(values)
    return Unknown("a tuple of unknown content") if items is None else tuple(items)


def _items(values: Any) -> list[Any] | None:
    """The elements of a sequence whose length is known."""
    if isinstance(values, (list, tuple, range, str, dict, set)) and len(values) <= _MAX_ITEMS:
        return list(values)
    if isinstance(values, Array) and values.content is not None and values.shape:
        return list(values.content)
    if isinstance(values, Array) and values.shape and isinstance(values.shape[0], int) and values.shape[0] <= 64:
        return [values.reshaped(values.shape[1:])] * values.shape[0]
    return None


@function("builtins.dict")
def _dict(values: Any = None, **more: Any) -> Any:
    if values is None:
        return more
    if isinstance(values, dict):
        return {**values, **more}
    pairs = _items(values)
    if pairs is not None and all(isinstance(p, (tuple, list)) and len(p) == 2 and isinstance(p[0], str) for p in pairs):
        return {**dict(pairs), **more}
    return Unknown("a dict of unknown content")


@function("builtins.enumerate")
def _enumerate(values: Any, start: Any = 0) -> Any:
    items = _items(values)
    if items is None or not isinstance(start, int):
        return Unknown("an enumeration of unknown length")
    return tuple(enumerate(items, start))


@function("builtins.zip")
def _zip(*sequences: Any, strict: Any = False) -> Any:
    lists = [_items(s) for s in sequences]
    return tuple(zip(*(x for x in lists if x is not None))) if None not in lists else Unknown("a zip of unknown length")


@function("builtins.reversed")
def _reversed(values: Any) -> Any:
    items = _items(values)
    return Unknown("a sequence of unknown length") if items is None else tuple(reversed(items))


@function("builtins.sorted")
def _sorted(values: Any, *, key: Any = None, reverse: Any = False) -> Any:
    items = _items(values)
    if items is None or key is not None or not isinstance(reverse, bool):
        return Unknown("a sorted sequence")
    try:
        return (
            sorted(items, reverse=reverse) if all(isinstance(i, _SCALARS) for i in items) else Unknown("a sorted list")
        )
    except TypeError:
        return Unknown("a sorted list")


def _folded(name: str, fold: Callable[..., Any]) -> None:
    @function(f"builtins.{name}")
    def _fold(*values: Any, **_: Any) -> Any:
        items = _items(values[0]) if len(values) == 1 else list(values)
        if items and all(isinstance(i, (bool, int, float)) for i in items):
            return fold(items)
        return Unknown(f"{name} of something unknown")


_folded("sum", sum)
_folded("min", min)
_folded("max", max)


@function("builtins.abs")
def _abs(value: Any) -> Any:
    if isinstance(value, Array):
        return value.like(interval=None, content=None)
    return abs(value) if isinstance(value, (int, float)) else Unknown("a number that is not known")


@function("builtins.round")
def _round(value: Any, ndigits: Any = None) -> Any:
    if isinstance(value, (int, float)) and (ndigits is None or isinstance(ndigits, int)) and abs(value) < 1e300:
        return round(value, ndigits)
    return Unknown("a number that is not known")


@function("builtins.print")
def _print(*_: Any, **__: Any) -> None:
    """Gives nothing."""


@function("builtins.open")
def _open(file: Any, mode: Any = "r", *_: Any, run: Run, **__: Any) -> Any:
    if not (isinstance(mode, str) and set(mode) <= set("rbt")):
        run.wrote(file)
    return Object(TEXT_FILE) if isinstance(mode, str) and "b" not in mode else Unknown("an open file")


@function(TEXT_FILE + ".read", TEXT_FILE + ".readline")
def _read(self: Any, size: Any = -1) -> Any:
    return text("what is in a file")


@function(TEXT_FILE + ".readlines")
def _readlines(self: Any, hint: Any = -1) -> Any:
    return texts("the lines of a file")


@function("builtins.ord")
def _ord(character: Any) -> Any:
    return ord(character) if isinstance(character, str) and len(character) == 1 else Scalar("a code", dtype="int64")


@function("builtins.isinstance")
def _isinstance(value: Any, classes: Any) -> Any:
    names = [c.name for c in (classes if isinstance(classes, (tuple, list)) else (classes,)) if isinstance(c, Library)]
    kind = type(value)
    if kind in (str, int, float, bool, tuple, list, dict) and names:
        own = {kind.__name__} | ({"int"} if kind is bool else set())
        known = all(n.startswith("builtins.") for n in names)
        return any(n.removeprefix("builtins.") in own for n in names) if known else Unknown("a condition")
    return Unknown("a condition that is not known")


def _string_method(name: str) -> None:
    @function(f"builtins.str.{name}")
    def _method(self: Any, *values: Any, **keywords: Any) -> Any:
        # `str.upper(x)` may be of an x that nobody knows.
        plain = isinstance(self, str) and all(
            isinstance(v, _SCALARS) or (isinstance(v, (list, tuple)) and all(isinstance(i, str) for i in v))
            for v in (*values, *keywords.values())
        )
        if not plain or (name == "format" and "{" in self and any(c in self for c in ":!")):
            return _unknown_text(name)
        try:
            return getattr(self, name)(*values, **keywords)
        except (ValueError, TypeError, IndexError, KeyError):
            return Unknown("a text that is not known")


def _unknown_text(method: str) -> Unknown:
    """What a method of a text gives that is not known."""
    if method in _SPLITTING:
        return texts("the parts of a text")
    if method in _COUNTING:
        return Scalar("a number that is not known", dtype="int64")
    return Unknown("a condition") if method in _ASKING else text("a text that is not known")


_SPLITTING = frozenset(("split", "rsplit", "splitlines"))
_COUNTING = frozenset(("find", "rfind", "index", "count"))
_ASKING = frozenset(("startswith", "endswith", "isdigit", "isalpha", "isnumeric", "islower", "isupper"))


for _name in (
    "lower",
    "upper",
    "strip",
    "lstrip",
    "rstrip",
    "split",
    "join",
    "replace",
    "startswith",
    "endswith",
    "format",
    "title",
    "capitalize",
    "removeprefix",
    "removesuffix",
    "swapcase",
    "zfill",
    *sorted(_SPLITTING - {"split"}),
    *sorted(_COUNTING),
    *sorted(_ASKING - {"startswith", "endswith"}),
):
    _string_method(_name)


@function("builtins.tuple.as_list")
def _as_list(self: Any) -> Any:
    """`tensor.shape.as_list()`: shapes of tensors are held as tuples."""
    return list(self)


@function("builtins.tuple.index")
def _tuple_index(self: Any, value: Any) -> Any:
    return self.index(value) if value in self else Unknown("an element that is not there")


@function("builtins.divmod")
def _divmod(a: Any, b: Any) -> Any:
    numbers = (plain(a), plain(b))
    return divmod(numbers[0], numbers[1]) if known(numbers) and numbers[1] else Unknown("a number that is not known")


@function("builtins.pow")
def _pow(base: Any, exp: Any) -> Any:
    numbers = (plain(base), plain(exp))
    small = known(numbers) and abs(numbers[1]) <= 64
    return Unknown("a number that is not known") if not small or not numbers[0] else numbers[0] ** numbers[1]
