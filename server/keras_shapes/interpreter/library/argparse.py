"""`argparse`: without a command line, arguments have their defaults."""

from __future__ import annotations

from typing import Any

from ...values.reference import Object, Ref
from ...values.unknown import Unknown
from ..fields import NAME_SPACE
from ..objects import Instance
from . import Call, handles

_PARSER = "argparse.ArgumentParser"
_REQUIRED = Unknown("given on the command line")


@handles("argparse.ArgumentParser")
def parser(call: Call) -> Any:
    """The cell holds what the arguments would be without a command line."""
    return call.it.allocate("parser", Object(_PARSER))


def add_argument(call: Call, parser: Ref) -> Any:
    values = dict(_defaults(call, parser))
    names = [name for name in call.arguments if isinstance(name, str)]
    if not names:
        return None
    long = [name for name in names if name.startswith("--")] or names
    target = call.keywords.get("dest", long[0].lstrip("-").replace("-", "_"))
    if isinstance(target, str):
        values[target] = _default(call, names)
        call.it.store.set(parser, Object(_PARSER, values))
    return None


def _default(call: Call, names: list[str]) -> Any:
    action = call.keywords.get("action")
    positional = not names[0].startswith("-") and call.keywords.get("nargs") not in ("?", "*")
    if positional or call.keywords.get("required") is True:
        return Unknown(_REQUIRED.reason, call.it.fresh(), names[-1].lstrip("-"))
    if "default" not in call.keywords:
        return {"store_true": False, "store_false": True, "count": None}.get(str(action))
    value = call.keywords["default"]
    kind = call.keywords.get("type")
    # A default that is a text is read as one from the command line would be.
    return call.apply(kind, value) if isinstance(value, str) and kind is not None else value


def _defaults(call: Call, parser: Ref) -> dict[str, Any]:
    cell = call.it.cell(parser)
    return cell.arguments if isinstance(cell, Object) else {}


def parse_args(call: Call, parser: Ref) -> Any:
    return call.it.allocate("instance", Instance(NAME_SPACE, dict(_defaults(call, parser))))


def method(call: Call, parser: Ref, name: str) -> Any:
    """A method of a parser, or of a group of its arguments."""
    if name == "add_argument":
        return add_argument(call, parser)
    if name in ("add_argument_group", "add_mutually_exclusive_group"):
        return parser
    if name == "parse_args":
        return parse_args(call, parser)
    if name == "parse_known_args":
        return (parse_args(call, parser), call.unknown("what is left of the command line"))
    if name == "set_defaults":
        call.it.store.set(parser, Object(_PARSER, {**_defaults(call, parser), **call.keywords}))
        return None
    return call.unknown(f"ArgumentParser.{name}")
