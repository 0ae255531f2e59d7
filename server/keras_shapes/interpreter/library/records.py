"""Records: named tuples, data classes, name spaces, enumerations."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...values.reference import Items, Object, Ref
from ..fields import FIELD, NAME_SPACE
from ..iteration import elements
from ..objects import Instance, RecordClass
from . import Call, handles


@handles("collections.namedtuple")
def named_tuple(call: Call) -> Any:
    name, fields = call.argument(0, "typename"), call.argument(1, "field_names")
    names = fields.replace(",", " ").split() if isinstance(fields, str) else elements(call.it, fields)[0]
    if names is None or not all(isinstance(n, str) for n in names):
        return call.unknown("a tuple of unknown fields")
    defaults, _ = elements(call.it, call.keywords.get("defaults", ()))
    if defaults is None:
        return call.unknown("a tuple of unknown defaults")
    last = list(names)[len(names) - len(defaults) :]
    return RecordClass(str(name), tuple(names), dict(zip(last, defaults)))


@handles("typing.NamedTuple")
def typed_tuple(call: Call) -> Any:
    fields, _ = elements(call.it, call.argument(1, "fields", ()))
    pairs = [elements(call.it, field)[0] for field in fields or ()]
    if fields is None or not all(pair and isinstance(pair[0], str) for pair in pairs):
        return call.unknown("a tuple of unknown fields")
    return RecordClass(str(call.argument(0, "typename")), tuple(pair[0] for pair in pairs if pair), {})


@handles("types.SimpleNamespace", "argparse.Namespace")
def name_space(call: Call) -> Any:
    return call.it.allocate("instance", Instance(NAME_SPACE, dict(call.keywords)))


@handles("dataclasses.field")
def field(call: Call) -> Any:
    return Object(FIELD, dict(call.keywords))


@handles("dataclasses.replace")
def replaced(call: Call) -> Any:
    value = call.argument(0, "obj")
    cell = call.it.cell(value) if isinstance(value, Ref) else None
    if not isinstance(cell, Instance):
        return call.unknown("a copy of something unknown")
    copy = call.it.allocate("instance", replace(cell, attributes={**cell.attributes, **call.keywords}))
    after = cell.cls.namespace.get("__post_init__")
    if after is not None:
        call.apply(after, copy)
    return copy


@handles("copy.copy", "copy.deepcopy")
def copied(call: Call) -> Any:
    value = call.argument(0, "x")
    cell = call.it.cell(value) if isinstance(value, Ref) else None
    if isinstance(value, Ref) and isinstance(cell, (Instance, Items)):
        return call.it.allocate(value.kind, cell)
    return call.unknown("a copy of something unknown") if isinstance(value, Ref) else value
