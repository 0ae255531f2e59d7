"""astroid, held at arm's length: statements → astroid tree, without transforms, inference or imports."""

from __future__ import annotations

import ast
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from astroid import nodes
    from astroid.manager import AstroidManager


def parse(text: str) -> ast.Module:
    """The statements of a text. Raises SyntaxError (ValueError for null bytes becomes one, too deep nesting too)."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (ValueError, RecursionError, MemoryError) as problem:
        raise SyntaxError(str(problem) or type(problem).__name__) from None


@lru_cache(maxsize=1)
def _manager() -> AstroidManager:
    from astroid.manager import AstroidManager

    return AstroidManager()


def build(statements: list[ast.stmt]) -> list[nodes.NodeNG]:
    """astroid's nodes of these statements.

    astroid's own builder would also run the "brains" and infer base classes, importing what the text imports:
    seconds, where the bare rebuilder needs the time of a parse.
    """
    from astroid.rebuilder import TreeRebuilder

    module = ast.Module(body=list(statements), type_ignores=[])
    # Without the text it does not tokenise every class and function for their names' positions.
    tree = TreeRebuilder(_manager(), None).visit_module(module, "", "<text>", False)
    if tree.doc_node is not None:
        return [tree.doc_node, *tree.body]
    return list(tree.body)
