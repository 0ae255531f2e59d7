"""`def` and `class` statements, and `with … as`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..knowledge import binding, registry
from ..values.reference import Items, Library, Object, Ref
from ..values.unknown import Unknown
from .fields import record_class
from .frame import Frame
from .functions import call_function
from .lineage import class_attribute
from .objects import BoundMethod, Function, Instance, Partial, UserClass

if TYPE_CHECKING:
    from ..source.block import Place
    from .interpreter import Interpreter
    from .statements import Flow

# Decorators that leave a function what it is. Others make it unknown.
_TRANSPARENT = frozenset(
    """tensorflow.function functools.lru_cache functools.cache functools.wraps keras.saving.register_keras_serializable
    keras.utils.register_keras_serializable typing.no_type_check abc.abstractmethod numba.jit
    staticmethod classmethod property functools.cached_property typing.override
    contextlib.contextmanager dataclasses.dataclass typing.final""".split()
)
_KINDS = {
    "builtins.staticmethod": "staticmethod",
    "builtins.classmethod": "classmethod",
    "builtins.property": "property",
    "functools.cached_property": "property",
}


def define_function(it: Interpreter, node: Any, frame: Frame) -> Flow:
    from .statements import NEXT

    value: Any = function_of(it, node, frame)
    for decorator in reversed(node.decorators.nodes if node.decorators else ()):
        value = _decorated(it, decorator, value, frame)
    it.bind(node.name, value, frame)
    if isinstance(value, Function) and frame.uid is None and not it.silent:
        it.defined.append(value)
    return NEXT


def function_of(it: Interpreter, node: Any, frame: Frame) -> Function:
    """The function of a `def` or lambda; its defaults are evaluated here and now."""
    spec = node.args
    defaults: dict[str, Any] = {}
    positional = [*spec.posonlyargs, *(spec.args or ())]
    for argument, default in zip(reversed(positional), reversed(spec.defaults or ())):
        defaults[argument.name] = it.evaluate(default, frame)
    for argument, default in zip(spec.kwonlyargs, spec.kw_defaults or ()):
        if default is not None:
            defaults[argument.name] = it.evaluate(default, frame)
    _keep(it, frame)
    return Function(node, frame.block, frame, defaults)


def _keep(it: Interpreter, frame: Frame) -> None:
    """The variables of a frame that a function closes over outlive the call."""
    scope: Frame | None = frame
    while scope is not None and scope.uid is not None:
        it.kept_frames.add(scope.uid)
        scope = scope.parent


def _decorated(it: Interpreter, decorator: Any, value: Any, frame: Frame) -> Any:
    called = type(decorator).__name__ == "Call"
    target = it.evaluate(decorator.func if called else decorator, frame)
    if isinstance(target, Library):
        kind = _KINDS.get(target.name)
        if kind is not None and isinstance(value, Function):
            return replace(value, decoration=kind)
        if target.name in _TRANSPARENT:
            return value
    changed = _accessor(it, decorator, value, frame)
    if changed is not None:
        return changed
    if called and not isinstance(target, Library):
        target = it.evaluate(decorator, frame)
    if isinstance(target, (Function, BoundMethod, Partial)):
        made = it.call(target, [value], {}, decorator, frame)
        return Unknown(f"decorated with {decorator.as_string()}") if made is None else made
    return Unknown(f"decorated with {decorator.as_string()}")


def _accessor(it: Interpreter, decorator: Any, value: Any, frame: Frame) -> Any:
    """The property whose setter is defined: `@size.setter`; None for any other decorator."""
    if type(decorator).__name__ != "Attribute" or decorator.attrname not in ("setter", "deleter"):
        return None
    known = it.evaluate(decorator.expr, frame)
    if not isinstance(known, Function) or known.decoration != "property":
        return None
    return replace(known, setter=value) if decorator.attrname == "setter" else known


def define_class(it: Interpreter, node: Any, frame: Frame) -> Flow:
    from .statements import NEXT

    bases = tuple(it.evaluate(base, frame) for base in node.bases)
    body = Frame(it.fresh(), frame, frame.block)
    level = it.store.push()
    it.execute(node.body, body)
    delta = it.store.flattened(level)
    it.store.apply(it.store.pop())
    namespace = {key[1]: value for key, value in delta.items() if isinstance(key, tuple) and key[0] == body.uid}
    # Methods look names up past the class body, as Python's do.
    namespace = {
        k: replace(v, frame=frame) if isinstance(v, Function) and v.frame is body else v for k, v in namespace.items()
    }
    cls = UserClass(node.name, node, frame.block, bases, namespace, body.uid, _is_data_class(it, node, frame))
    value: Any = record_class(cls) or cls
    it.bind(node.name, value, frame)
    if frame.uid is None and not it.silent:
        it.defined.append(cls)
    return NEXT


def _is_data_class(it: Interpreter, node: Any, frame: Frame) -> bool:
    for decorator in node.decorators.nodes if node.decorators else ():
        target = it.evaluate(decorator.func if type(decorator).__name__ == "Call" else decorator, frame)
        if isinstance(target, Library) and target.name == "dataclasses.dataclass":
            return True
    return False


def entered(it: Interpreter, value: Any, place: Place) -> Any:
    """What `with value as x` binds."""
    cell = it.cell(value) if isinstance(value, Ref) else None
    if isinstance(cell, Instance) and isinstance(function := class_attribute(cell.cls, "__enter__"), Function):
        return call_function(it, function, [value], {}, place)
    if isinstance(cell, Items) and isinstance(value, Ref) and value.kind == "iterator":
        # A generator under `contextlib.contextmanager` gives it.
        return cell.values[0] if isinstance(cell.values, tuple) and cell.values else cell.element
    if isinstance(value, Object) and (rule := registry.rule(f"{value.cls}.__enter__")) is not None:
        return binding.call(rule, (value,), {})
    return it.unknown("what a context manager gives")


def left(it: Interpreter, value: Any, place: Place) -> None:
    """What the end of `with value` does."""
    cell = it.cell(value) if isinstance(value, Ref) else None
    if isinstance(cell, Instance) and isinstance(function := class_attribute(cell.cls, "__exit__"), Function):
        call_function(it, function, [value, None, None, None], {}, place)
