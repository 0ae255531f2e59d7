"""Calls: of the program's functions and classes, of layers and models, of what libraries offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..knowledge import registry
from ..knowledge.binding import NotBound, Rule
from ..knowledge.keras.backend import on_other_kernels
from ..knowledge.keras.models.calling import OUTPUT
from ..knowledge.paths import PATH
from ..values.array import Array
from ..values.dim import Linear
from ..values.layer import Layer, Model
from ..values.mismatch import Mismatch
from ..values.origin import Site
from ..values.reference import Items, Library, Object, OneOf, Ref
from ..values.scalar import texts
from ..values.unknown import Unknown
from . import alternatives, containers, library
from .construction import construct
from .data_files import wrote
from .effects import forget_outside
from .fields import made, members
from .functions import call_function, call_unknowing, instantiate
from .generators import batches
from .iteration import elements
from .joining import MISSING
from .lineage import class_attribute, lineage
from .objects import BoundMethod, Function, Instance, LibraryMethod, Partial, RecordClass, Super, UserClass
from .reporting import report_mismatch
from .results import finished, predicted
from .running import Running, subclassed

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter

BUILT = "#built"

__all__ = ["call", "call_unknowing", "evaluate_call"]


def evaluate_call(it: Interpreter, node: Any, frame: Frame) -> Any:
    if type(node.func).__name__ == "Name" and node.func.name == "super" and not node.args:
        return _super(it, frame)
    function = it.evaluate(node.func, frame)
    arguments, places = _arguments(it, node, frame)
    keywords, keyword_places = _keywords(it, node, frame)
    if arguments is None or keywords is None:
        if isinstance(function, Library) and function.name == "builtins.zip":
            return library.iterators.turned(it, node, frame)
        _forget_all(it, [*(arguments or ()), *(keywords or {}).values()])
        if not isinstance(function, (Library, Ref)) or arguments is None:
            return it.unknown("called with arguments that are not known")
        keywords = {}
    it_places = (places, keyword_places)
    return call(it, function, arguments, keywords, node, frame, it_places)


def _arguments(it: Interpreter, node: Any, frame: Frame) -> tuple[list[Any] | None, list[Any]]:
    values: list[Any] | None = []
    places: list[Any] = []
    for argument in node.args:
        if type(argument).__name__ == "Starred":
            more, _ = elements(it, it.evaluate(argument.value, frame))
            values = None if more is None or values is None else [*values, *more]
            places += [it.place(argument, frame)] * len(more or ())
            continue
        value = it.evaluate(argument, frame)
        if values is not None:
            values.append(value)
        places.append(it.place(argument, frame))
    return values, places


def _keywords(it: Interpreter, node: Any, frame: Frame) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    values: dict[str, Any] | None = {}
    places: dict[str, Any] = {}
    for keyword in node.keywords:
        value = it.evaluate(keyword.value, frame)
        if keyword.arg is None:
            items = it.cell(value) if isinstance(value, Ref) else None
            if not isinstance(items, Items) or not isinstance(items.values, dict) or values is None:
                values = None
            else:
                values.update({str(k): v for k, v in items.values.items()})
        elif values is not None:
            values[keyword.arg] = value
            places[keyword.arg] = it.place(keyword.value, frame)
    return values, places


def call(
    it: Interpreter, function: Any, arguments: Sequence[Any], keywords: dict[str, Any], node: Any, frame: Frame,
    places: tuple[list[Any], dict[str, Any]] = ((), {}),  # type: ignore[assignment]
) -> Any:  # fmt: skip
    """The result of calling a value at `node`."""
    if isinstance(function, Library):
        return _call_library(it, function.name, arguments, keywords, node, frame, places)
    if isinstance(function, LibraryMethod):
        return _call_method(it, function, arguments, keywords, node, frame, places)
    if isinstance(function, Function):
        return call_function(it, function, list(arguments), keywords, it.place(node, frame))
    if isinstance(function, BoundMethod):
        return call_function(it, function.function, [function.receiver, *arguments], keywords, it.place(node, frame))
    if isinstance(function, UserClass):
        return _construct(it, function, arguments, keywords, node, frame)
    if isinstance(function, Partial):
        given = {**function.keywords, **keywords}
        return call(it, function.function, [*function.arguments, *arguments], given, node, frame)
    if isinstance(function, RecordClass):
        record = made(function, arguments, keywords)
        return it.unknown("a tuple of other fields") if record is None else record
    if isinstance(function, Ref) and function.kind in ("layer", "model", "instance"):
        return _apply(it, function, arguments, keywords, node, frame, places)
    if isinstance(function, OneOf):
        return alternatives.call(it, function, lambda each: call(it, each, arguments, keywords, node, frame))
    if isinstance(function, Object):
        method = LibraryMethod(function, (f"{function.cls}.__call__",))
        return _call_method(it, method, arguments, keywords, node, frame, places)
    _forget_all(it, [*arguments, *keywords.values()])
    if isinstance(function, Unknown) and _splits_text(node, arguments):
        return containers.listed(it, texts("the parts of a text"))
    return it.unknown("a call that is not followed")


def _splits_text(node: Any, arguments: Sequence[Any]) -> bool:
    """`x.split(", ")`: whatever x is, such a separator makes it a text; `.str.split` is of a whole column."""
    method: Any = getattr(node, "func", None)
    if getattr(method, "attrname", "") not in ("split", "rsplit") or not arguments or not isinstance(arguments[0], str):
        return False
    short = 0 < len(arguments[0]) <= _LONGEST_SEPARATOR and not any(c.isalnum() for c in arguments[0])
    return short and getattr(method.expr, "attrname", "") != "str"


_LONGEST_SEPARATOR = 3


def _construct(
    it: Interpreter, cls: UserClass, arguments: Sequence[Any], keywords: dict[str, Any], node: Any, frame: Frame
) -> Any:
    known = members(cls)
    if known:
        return next((m for m in known.values() if arguments and m.value == arguments[0]), it.unknown("a member"))
    return instantiate(it, cls, list(arguments), keywords, node, frame)


def _call_library(
    it: Interpreter, name: str, arguments: Sequence[Any], keywords: dict[str, Any], node: Any, frame: Frame, places: Any
) -> Any:  # fmt: skip
    done = library.call(it, name, arguments, keywords, node, frame)
    if done is not NotImplemented:
        return done
    rule = registry.rule(name)
    if rule is None or rule.layer:
        made = construct(it, name, rule, arguments, keywords, node, frame, places)
        if made is not None:
            return made
        if rule is None:
            _forget_all(it, [*arguments, *keywords.values()])
            return it.unknown(f"{name} is not known")
    return _call_rule(it, rule, name, list(arguments), keywords, node, frame, places)


def _call_method(
    it: Interpreter, method: LibraryMethod, arguments: Sequence[Any], keywords: dict[str, Any], node: Any,
    frame: Frame, places: Any,
) -> Any:  # fmt: skip
    receiver = method.receiver
    if isinstance(receiver, Ref) and receiver.kind in ("list", "dict", "set"):
        written = getattr(node, "args", ())
        arguments = [containers.unshared(it, *pair) for pair in zip(arguments, written)] + [*arguments[len(written) :]]
        return containers.call_method(it, receiver, method.name.rpartition(".")[2], arguments, keywords)
    if isinstance(receiver, Ref) and receiver.kind == "parser":
        asked = library.Call(it, arguments, keywords, node, frame)
        return library.argparse.method(asked, receiver, method.name.rpartition(".")[2])
    for name in method.names:
        rule = registry.rule(name)
        if rule is not None:
            if name.startswith("keras."):
                arguments = [batches(it, value, node, frame) for value in arguments]
                keywords = {key: batches(it, value, node, frame) for key, value in keywords.items()}
            shifted = ([it.place(node.func, frame), *places[0]], places[1])
            return _call_rule(it, rule, name, [receiver, *arguments], keywords, node, frame, shifted)
    _forget_all(it, [*arguments, *keywords.values()])
    return it.unknown(f"{method.name} is not known")


def _call_rule(
    it: Interpreter, rule: Rule, name: str, arguments: list[Any], keywords: dict[str, Any], node: Any, frame: Frame,
    places: Any,
) -> Any:  # fmt: skip
    plain = [it.plain(a) for a in arguments]
    plain_keywords = {k: it.plain(v) for k, v in keywords.items()}
    site = Site(it.place(node, frame), bound_places(rule, places))
    run = Running(it, site, node, frame, names=bound_values(rule, plain, plain_keywords))
    try:
        bound = rule.bind(plain, plain_keywords)
    except NotBound as problem:
        return it.unknown(f"{name}: {problem}")
    run.values = bound
    try:
        value = rule.evaluate(bound, run)
    except Mismatch as mismatch:
        if name.startswith("keras.ops.") and on_other_kernels(run):
            return it.unknown("what another backend makes of it")
        return report_mismatch(it, mismatch, node, frame, bound, site)
    value = containers.listed(it, value)
    if isinstance(value, Unknown) and value.key is None:
        value = replace(value, key=it.fresh())
    return finished(it, value, [*plain, *plain_keywords.values()], node, frame, name, tuple(plain), plain_keywords)


def bound_places(rule: Rule, places: Any, skip: int = 0) -> dict[str, Any]:
    """The places of the arguments that were written, by parameter name."""
    positional, keywords = places
    return {**dict(zip(rule.positional[skip:], positional)), **keywords}


def bound_values(rule: Rule, arguments: Sequence[Any], keywords: dict[str, Any]) -> dict[str, Any]:
    return {**dict(zip(rule.positional, arguments)), **keywords}


def _apply(
    it: Interpreter, target: Ref, arguments: Sequence[Any], keywords: dict[str, Any], node: Any, frame: Frame,
    places: Any,
) -> Any:  # fmt: skip
    """A layer, model, or instance of the program called on inputs."""
    site = Site(it.place(node, frame), dict(enumerate_places(places)))
    if not arguments and "inputs" in keywords:
        arguments = [keywords["inputs"]]
    if target.kind == "instance":
        return _call_instance(it, target, arguments, keywords, node, frame)
    if not arguments:
        return it.unknown("a layer called on nothing")
    return _applied(it, target, arguments, keywords, node, frame, site)


def _applied(
    it: Interpreter, target: Ref, arguments: Sequence[Any], keywords: dict[str, Any], node: Any, frame: Frame,
    site: Site,
) -> Any:  # fmt: skip
    run = Running(it, site, node, frame)
    plain = [it.plain(a) for a in arguments]
    options = {k: it.plain(v) for k, v in keywords.items() if k != "inputs"}
    values = {"inputs": plain[0], **options}
    run.values = values
    try:
        output = run.apply(target, plain[0], *plain[1:], **options)
    except Mismatch as mismatch:
        return report_mismatch(it, mismatch, node, frame, values, site)
    if isinstance(output, Unknown) and output.key is None:
        output = it.unknown(output.reason)
    output = finished(it, output, [*plain, *options.values()], node, frame, target, tuple(plain), options)
    if target.kind == "layer" and it.store.get(Ref(OUTPUT, target.uid)) is MISSING and _is_symbolic(it.plain(output)):
        it.store.set(Ref(OUTPUT, target.uid), it.plain(output))
    shown = it.plain(output)
    if isinstance(shown, (tuple, list)) and shown:
        shown = shown[0]
    if isinstance(shown, Array) and target.kind == "layer":
        it.note_shape("layer", it.cell(target).short_name, it.place(node, frame), shown)
    return output


def _is_symbolic(value: Any) -> bool:
    return isinstance(value, Array) and value.kind == "symbolic"


def enumerate_places(places: Any) -> dict[str, Any]:
    positional, keywords = places
    return {**({"inputs": positional[0]} if positional else {}), **keywords}


def _call_instance(
    it: Interpreter, ref: Ref, arguments: Sequence[Any], keywords: dict[str, Any], node: Any, frame: Frame
) -> Any:
    cell = it.cell(ref)
    if isinstance(cell, Instance):
        _build(it, ref, cell, arguments, node, frame)
        for name in ("call", "__call__"):
            function = class_attribute(cell.cls, name)
            if isinstance(function, Function):
                accepted = {k: v for k, v in keywords.items() if k not in ("training", "mask")}
                output = call_function(it, function, [ref, *arguments], accepted, it.place(node, frame))
                if isinstance(output, Unknown):
                    output = _declared_output(it, ref, cell, arguments, node, frame) or output
                elif _answered_by_base(it, cell, arguments):
                    return it.unknown("what Keras' own layer says of the output, whatever `call` makes")
                return predicted(output, (), it.place(node, frame)) if "keras.Model" in lineage(cell.cls) else output
        known = subclassed(ref, cell)
        if (isinstance(known, Layer) or (isinstance(known, Model) and known.kind != "Subclassed")) and arguments:
            return _applied(it, ref, arguments, keywords, node, frame, Site(it.place(node, frame), {}))
    _forget_all(it, [*arguments, *keywords.values()])
    return it.unknown("a call that is not followed")


def _answered_by_base(it: Interpreter, cell: Instance, arguments: Sequence[Any]) -> bool:
    """Whether Keras asks its own layer's `compute_output_shape`, not `call`, for the output of a symbolic tensor."""
    if class_attribute(cell.cls, "compute_output_shape") is not None or not arguments:
        return False
    bases = (registry.rule(name) for name in lineage(cell.cls) if name.startswith("keras.layers."))
    return any(rule is not None and rule.layer for rule in bases) and _is_symbolic(it.plain(arguments[0]))


def _declared_output(
    it: Interpreter, ref: Ref, cell: Instance, arguments: Sequence[Any], node: Any, frame: Frame
) -> Array | None:
    """What a layer of the program says of its output, where its `call` cannot be followed."""
    function = class_attribute(cell.cls, "compute_output_shape")
    given = it.plain(arguments[0]) if arguments else None
    if not isinstance(function, Function) or not isinstance(given, Array) or given.shape is None:
        return None
    shape = it.plain(call_function(it, function, [ref, given.shape], {}, it.place(node, frame)))
    if isinstance(shape, (tuple, list)) and all(d is None or isinstance(d, (int, Linear)) for d in shape):
        return Array(tuple(shape), given.dtype, kind=given.kind)
    return None


def _build(it: Interpreter, ref: Ref, cell: Instance, arguments: Sequence[Any], node: Any, frame: Frame) -> None:
    """A layer of the program makes its weights on its first call, for that input's shape."""
    function = class_attribute(cell.cls, "build")
    if BUILT in cell.attributes or not isinstance(function, Function) or not lineage(cell.cls):
        return
    it.store.set(ref, replace(cell, attributes={**cell.attributes, BUILT: True}))
    given = it.plain(arguments[0]) if arguments else None
    shape = given.shape if isinstance(given, Array) else None
    call_function(
        it, function, [ref, it.unknown("the shape of the input") if shape is None else shape], {}, it.place(node, frame)
    )


def _super(it: Interpreter, frame: Frame) -> Any:
    scope: Frame | None = frame
    while scope is not None:
        if isinstance(scope.receiver, tuple):
            return Super(*scope.receiver)
        scope = scope.parent
    return it.unknown("super() outside a method")


def _forget_all(it: Interpreter, values: Sequence[Any]) -> None:
    """What is not followed may change the lists that it is given, and call the functions that it is given."""
    for value in values:
        if isinstance(value, BoundMethod):
            value = value.function
        if isinstance(value, Function):
            forget_outside(it, value)
        elif isinstance(value, str) or (isinstance(value, Object) and value.cls == PATH):
            wrote(it, value)
        else:
            containers.forget(it, value)
