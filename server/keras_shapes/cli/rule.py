"""`keras-shapes rule`: a rule's page on the terminal."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Iterator
from types import ModuleType

from .main import FINE, UsageError
from .output import tell
from .style import SEVERITY_COLOURS, Palette, coloured


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", metavar="CODE", help="the rule, such as input-rank; none: a list of them")
    parser.add_argument("--all", action="store_true", help="the pages of every rule")


def run(options: argparse.Namespace) -> int:
    paint = Palette(coloured())
    if options.code or options.all:
        wanted = [known(options.code)] if options.code else list(rules())
        tell(["\n\n".join(_page(code, rules()[code], paint) for code in wanted)])
    else:
        tell(_listed(paint))
    return FINE


def rules() -> dict[str, ModuleType]:
    """Every rule's module by its code."""
    from .. import diagnostics

    return diagnostics.rules()


def known(code: str) -> str:
    """The code itself. Raises UsageError, with the nearest names, where there is no such rule."""
    if code in rules():
        return code
    raise UsageError(f"there is no rule {code!r}; {near(code)}")


def near(code: str) -> str:
    """What a misspelt rule may have meant."""
    names = difflib.get_close_matches(code, rules(), cutoff=0.5)
    return f"did you mean {' or '.join(names)}?" if names else "`keras-shapes rule` lists them"


def _listed(paint: Palette) -> Iterator[str]:
    width = max(map(len, rules()))
    for code, module in rules().items():
        summary = (module.__doc__ or "").partition("\n")[0]
        yield f"{paint(SEVERITY_COLOURS[module.SEVERITY], f'{code:<{width}}')}  {summary}\n"


def _page(code: str, module: ModuleType, paint: Palette) -> str:
    page = re.sub(
        "^#.*$", lambda heading: paint("bold", heading[0]), (module.__doc__ or "").strip(), flags=re.MULTILINE
    )
    return paint(SEVERITY_COLOURS[module.SEVERITY], f"{code} ({module.SEVERITY})") + f"\n\n{page}\n"
