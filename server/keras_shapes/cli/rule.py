"""`keras-shapes rule`: a rule's page on the terminal."""

from __future__ import annotations

import argparse
import difflib
import sys

from .main import FINE, UsageError
from .style import Palette, coloured


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", metavar="CODE", help="the rule, such as input-rank; none: a list of them")
    parser.add_argument("--all", action="store_true", help="the pages of every rule")


def run(options: argparse.Namespace) -> int:
    from ..diagnostics import rules

    if options.all:
        sys.stdout.write("\n\n".join(_page(code, page) for code, page in rules().items()))
    elif options.code:
        code = known(options.code)
        sys.stdout.write(_page(code, rules()[code]))
    else:
        width = max(map(len, rules()))
        sys.stdout.writelines(f"{code:<{width}}  {page.splitlines()[0]}\n" for code, page in rules().items())
    return FINE


def known(code: str) -> str:
    """The code itself. Raises UsageError, with the nearest names, where there is no such rule."""
    from ..diagnostics import rules

    if code in rules():
        return code
    near = difflib.get_close_matches(code, rules(), cutoff=0.5)
    hint = f"did you mean {' or '.join(near)}?" if near else "`keras-shapes rule` lists them"
    raise UsageError(f"there is no rule {code!r}; {hint}")


def _page(code: str, page: str) -> str:
    return Palette(coloured())("bold", code) + f"\n\n{page.strip()}\n"
