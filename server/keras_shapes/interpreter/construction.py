"""Constructing what libraries' classes make: layers, and plain objects such as losses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ..knowledge.arguments import plain as number
from ..knowledge.binding import NotBound, Rule
from ..knowledge.keras.calling import construct as constructed
from ..knowledge.keras.calling import settle
from ..knowledge.keras.declarations import declared_by
from ..knowledge.keras.doubts import check_constructed
from ..knowledge.keras.identifiers import check_identifiers
from ..knowledge.keras.layers.arguments import check_python_integers
from ..knowledge.keras.removed import check_layer_keywords, check_optimizer_keywords, renamed
from ..values.layer import Layer
from ..values.mismatch import Mismatch
from ..values.origin import Site
from ..values.reference import Object, Ref
from .reporting import report_mismatch
from .running import Running

if TYPE_CHECKING:
    from .frame import Frame
    from .interpreter import Interpreter

# Classes of these modules make objects whose arguments are all that matters.
_PLAIN = ("keras.losses.", "keras.metrics.", "keras.optimizers.", "keras.callbacks.", "keras.initializers.",
          "keras.regularizers.", "keras.constraints.", "keras.activations.", "keras.mixed_precision.")  # fmt: skip


def construct(
    it: Interpreter, name: str, rule: Rule | None, arguments: Sequence[Any], keywords: dict[str, Any], node: Any,
    frame: Frame, places: Any,
) -> Any:  # fmt: skip
    """The layer or object; None where the name is no such class."""
    last = name.rpartition(".")[2]
    if not last[:1].isupper():
        return None
    if name.startswith(_PLAIN):
        bound = {
            **{str(i): it.plain(a) for i, a in enumerate(arguments)},
            **{k: it.plain(v) for k, v in keywords.items()},
        }
        positional, by_name = places
        site = Site(it.place(node, frame), {**{str(i): p for i, p in enumerate(positional)}, **by_name})
        if name.startswith("keras.optimizers."):
            _report(it, check_optimizer_keywords, (keywords,), name, site, node, frame)
        return Object(name, bound, site)
    if name.startswith("keras.layers."):
        return _layer(it, name, rule, arguments, keywords, node, frame, places)
    return None


def _layer(
    it: Interpreter, name: str, rule: Rule | None, arguments: Sequence[Any], keywords: dict[str, Any], node: Any,
    frame: Frame, places: Any,
) -> Any:  # fmt: skip
    from .calls import bound_places

    plain = [it.plain(a) for a in arguments]
    plain_keywords = {k: it.plain(v) for k, v in keywords.items()}
    if rule is None:
        bound, where = plain_keywords, dict(places[1])
    else:
        site = Site(it.place(node, frame), dict(places[1]))
        if not _report(it, check_layer_keywords, (rule.parameters, plain_keywords), name, site, node, frame):
            plain_keywords = renamed(rule.parameters, plain_keywords)
        try:
            bound = rule.bind(plain, plain_keywords, skip=rule.inputs)
        except NotBound as problem:
            return it.unknown(f"{name}: {problem}")
        where = bound_places(rule, places, rule.inputs)
        _report(it, check_python_integers, (name, bound), name, Site(site.place, where), node, frame)
        # Where numbers of numpy's are taken, `filters=np.max(y) + 1`, they are as Python's.
        bound = {k: number(v) for k, v in bound.items()}
        settle(rule, bound, Running(it))
        _check(it, rule, bound, Site(it.place(node, frame), where), node, frame)
    ref = Ref("layer", it.fresh())
    given = plain_keywords.get("name")
    layer = Layer(ref, name, bound, Site(it.place(node, frame), where), given if isinstance(given, str) else "",
                  declared=declared_by(name, plain_keywords))  # fmt: skip
    it.store.set(ref, layer)
    return ref


def _report(
    it: Interpreter, check: Callable[..., None], arguments: tuple[Any, ...], cls: str, site: Site, node: Any,
    frame: Frame,
) -> bool:  # fmt: skip
    """Whether a check of what a constructor is given finds nothing; what it finds is reported."""
    try:
        check(*arguments)
    except Mismatch as mismatch:
        mismatch.facts.setdefault("class", cls)
        report_mismatch(it, mismatch, node, frame, {}, site)
        return False
    return True


def _check(it: Interpreter, rule: Rule, bound: dict[str, Any], site: Site, node: Any, frame: Frame) -> None:
    """Reports what the constructor raises on; the layer is followed all the same."""
    try:
        constructed(rule, bound, Running(it, site, node, frame, bound))
        check_identifiers(bound, Running(it))
        check_constructed(rule.name, bound)
    except Mismatch as mismatch:
        mismatch.facts.setdefault("class", rule.name)
        report_mismatch(it, mismatch, node, frame, bound, site)
