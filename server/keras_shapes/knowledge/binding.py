"""Arguments → parameters, as Python does it; and the rule that the parameters belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..values.array import Array
from ..values.unknown import Unknown
from .coercion import as_array, as_arrays, as_tensor, as_tensors

_MISSING = object()
_COERCIONS: dict[str, Callable[[Any], Any]] = {
    "Array": as_array,
    "Array | None": as_array,
    "list[Array]": as_arrays,
    "Tensor": as_tensor,
    "list[Tensor]": as_tensors,
}


class NotBound(Exception):
    """The arguments do not fit the parameters; says how."""


class Rule:
    """One name's rule: its function, and its parameters read once from the signature.

    Coercions by annotation: `Array` (a number, list or array; an Unknown makes the result Unknown),
    `list[Array]` (a list or tuple of them), `Tensor` and `list[Tensor]` (the same as TensorFlow sees it), `Run`.
    """

    __slots__ = ("attribute", "catch_all", "check", "compared", "count", "defaults", "fixes", "function", "inputs",
                 "kinds", "layer", "name", "needs_run", "parameters", "positional", "rest")  # fmt: skip

    def __init__(
        self, name: str, function: Callable[..., Any], *, attribute: bool = False, layer: bool = False,
        fixes: Any = None, inputs: int = 1, compared: str = "always",
    ) -> None:  # fmt: skip
        self.name = name
        self.function = function
        self.attribute = attribute
        self.layer = layer
        self.fixes = fixes
        self.inputs = inputs
        self.compared = compared
        self.count: Callable[..., Any] | None = None
        self.check: Callable[..., Any] | None = None
        code = function.__code__
        total = code.co_argcount + code.co_kwonlyargcount
        names = code.co_varnames[:total]
        self.positional = names[: code.co_argcount]
        defaults = function.__defaults__ or ()
        self.defaults: dict[str, Any] = dict(zip(self.positional[len(self.positional) - len(defaults) :], defaults))
        self.defaults.update(function.__kwdefaults__ or {})
        annotations = function.__annotations__
        self.needs_run = annotations.get("run") == "Run"
        self.parameters = tuple(n for n in names if not (n == "run" and self.needs_run))
        self.kinds = {n: annotations.get(n, "") for n in self.parameters}
        extra = code.co_varnames[total:]
        self.rest = extra[0] if code.co_flags & 4 else None
        self.catch_all = bool(code.co_flags & 8)

    def taking(self, parameters: dict[str, Any]) -> Rule:
        """The rule with these parameters, in order with their defaults: its function takes them as keywords.

        For functions that several names share, each with an order of its own.
        """
        self.positional = self.parameters = tuple(parameters)
        self.defaults, self.kinds = dict(parameters), dict.fromkeys(parameters, "")
        return self

    def parameters_of(self, f: Callable[..., Any]) -> Callable[..., Any]:
        """Decorator: the function that counts a layer's parameters, given its input's array and the arguments."""
        self.count = f
        return f

    def checks(self, f: Callable[..., Any]) -> Callable[..., Any]:
        """Decorator: the function that raises Mismatch where a layer's constructor raises, given its arguments."""
        self.check = f
        return f

    def bind(self, arguments: Sequence[Any], keywords: dict[str, Any], skip: int = 0) -> dict[str, Any]:
        """By parameter name, defaults filled in. `skip` leading parameters are left out (a layer's input)."""
        names = self.positional[skip:]
        bound: dict[str, Any] = {}
        if len(arguments) > len(names):
            if self.rest is None:
                raise NotBound(f"{len(arguments)} arguments for {len(names)} parameters")
            bound[self.rest] = tuple(arguments[len(names) :])
            arguments = arguments[: len(names)]
        bound.update(zip(names, arguments))
        for name, value in keywords.items():
            if name in bound:
                raise NotBound(f"{name} is given twice")
            if name == self.rest or (name not in self.parameters and not self.catch_all):
                raise NotBound(f"there is no parameter {name}")
            bound[name] = value
        for name in self.parameters[skip:]:
            if name not in bound:
                default = self.defaults.get(name, _MISSING)
                if default is _MISSING:
                    raise NotBound(f"{name} is missing")
                bound[name] = default
        return bound

    def evaluate(self, bound: dict[str, Any], run: Any = None) -> Any:
        """The rule's answer for bound arguments. Raises Mismatch."""
        ready = dict(bound)
        for name, value in bound.items():
            kind = self.kinds.get(name, "")
            coerce = _COERCIONS.get(kind)
            if coerce is None or (value is None and kind == "Array | None"):
                continue
            ready[name] = coerce(value)
            if isinstance(ready[name], Unknown) and kind != "Array | None":
                return ready[name]
        if self.needs_run:
            ready["run"] = run
        rest = ready.pop(self.rest, ()) if self.rest else ()
        if rest:
            leading = [ready.pop(name) for name in self.positional]
            return self.function(*leading, *rest, **ready)
        return self.function(**ready)


def call(rule: Rule, arguments: Sequence[Any], keywords: dict[str, Any], run: Any = None) -> Any:
    """Binds and evaluates: a value, or Unknown; raises Mismatch."""
    try:
        bound = rule.bind(arguments, keywords)
    except NotBound as problem:
        return Unknown(f"{rule.name}: {problem}")
    return rule.evaluate(bound, run)


__all__ = ["Array", "NotBound", "Rule", "call"]
