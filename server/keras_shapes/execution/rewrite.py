"""Rewrites a program for a short run by inserting text only, so that every line keeps its number."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .effects import FUNCTIONS, calls, method_name

# Methods of a model that train it, and those that only use it.
TRAINING = frozenset({"fit", "fit_generator", "train_on_batch", "apply_gradients", "minimize", "GradientTape"})
USING = frozenset({
    "evaluate", "predict", "predict_on_batch", "test_on_batch", "predict_classes", "evaluate_generator",
    "predict_generator",
})  # fmt: skip
# Keras traces these: their loops are not Python's.
_TRACED = frozenset({"call", "train_step", "test_step", "predict_step", "build", "__init__"})
_SECONDS_OF_USING = 1.0


@dataclass(frozen=True, slots=True)
class Insertion:
    """Text put in at a line (from 1) and column (UTF-8 bytes, as `ast` counts)."""

    line: int
    column: int
    text: str
    closes: bool = False


def insert(text: str, insertions: Iterable[Insertion]) -> str:
    """The text with all insertions; at one place what closes comes before what opens."""
    lines = text.split("\n")  # other line ends are none to Python
    numbered = enumerate(insertions)
    for _, each in sorted(numbered, key=lambda pair: (pair[1].line, pair[1].column, not pair[1].closes), reverse=True):
        line = lines[each.line - 1].encode()
        lines[each.line - 1] = (line[: each.column] + each.text.encode() + line[each.column :]).decode()
    return "\n".join(lines)


def rewrites(tree: ast.Module, marked: Sequence[ast.stmt]) -> list[Insertion]:
    """Insertions that tell of hidden exceptions, bound the loops that train, and mark that `marked[i]` has run."""
    found = [insertion for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) for insertion in _told(node)]
    found += _bounded_loops(tree)
    for number, statement in enumerate(marked):
        found += mark(statement, number)
    return found


def without(text: str, tree: ast.Module, lines: Sequence[int]) -> str:
    """The text with `pass` for the simple statements at `lines` (from 1), where no function that Keras traces is.

    What a traced function gives is used by Keras: it cannot go on without one of its statements.
    """
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    traced = [node for node in functions if node.decorator_list or node.name in _TRACED]
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign)) or node.lineno not in lines:
            continue
        if not any(_holds(function, node) for function in traced):
            text = _passed(text, node)
    return text


def _holds(outer: ast.stmt, inner: ast.stmt) -> bool:
    return outer.lineno <= inner.lineno <= (outer.end_lineno or outer.lineno)


def _passed(text: str, node: ast.stmt) -> str:
    lines = text.split("\n")
    first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
    before, after = lines[first].encode()[: node.col_offset], lines[last].encode()[node.end_col_offset :]
    lines[first : last + 1] = [f"{before.decode()}pass{after.decode()}", *[""] * (last - first)]
    return "\n".join(lines)


def mark(statement: ast.stmt, number: int) -> list[Insertion]:
    """Insertions after which a statement that ended well adds `number` to the marks; none for a compound statement."""
    ran = f"__keras_shapes_ran__({number})"
    if isinstance(statement, ast.Return):
        return [] if statement.value is None else _wrap(statement.value, "((", f"), {ran})[0]")
    simple = (ast.Expr, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Assert, ast.Delete, ast.Import, ast.ImportFrom)
    if not isinstance(statement, simple):
        return []
    assert statement.end_lineno is not None
    assert statement.end_col_offset is not None
    return [Insertion(statement.end_lineno, statement.end_col_offset, f"; {ran}", closes=True)]


def _wrap(node: ast.expr, before: str, after: str) -> list[Insertion]:
    assert node.end_lineno is not None
    assert node.end_col_offset is not None
    return [
        Insertion(node.lineno, node.col_offset, before),
        Insertion(node.end_lineno, node.end_col_offset, after, closes=True),
    ]


def _told(handler: ast.ExceptHandler) -> list[Insertion]:
    if handler.type is None:
        name = " __keras_shapes_caught__()"
        return [Insertion(handler.lineno, handler.col_offset + len("except"), name)]
    return _wrap(handler.type, "__keras_shapes_caught__((", "))")


def _bounded_loops(tree: ast.Module) -> list[Insertion]:
    training = _functions_that(tree, TRAINING)
    using = _functions_that(tree, USING | TRAINING)
    numbers = itertools.count()
    found: list[Insertion] = []
    for loop in _plain_loops(tree):
        names = {method_name(call) for part in loop.body for call in calls(part)}
        if not names & using:
            continue
        seconds = 0.0 if names & training else _SECONDS_OF_USING
        if isinstance(loop, ast.For):
            found += _wrap(loop.iter, "__keras_shapes_bounded__((", f"), {seconds})")
        else:
            found += _wrap(loop.test, f"__keras_shapes_again__({next(numbers)}, (", "))")
    return found


def _functions_that(tree: ast.Module, names: frozenset[str]) -> frozenset[str]:
    """`names` and the program's functions that call one of them, however indirectly."""
    functions = [node for node in ast.walk(tree) if isinstance(node, FUNCTIONS)]
    called = {function.name: {method_name(call) for call in calls(function)} for function in functions}
    found = set(names)
    grown = True
    while grown:
        more = {name for name, inside in called.items() if inside & found} - found - {"__init__", "call", "build"}
        found |= more
        grown = bool(more)
    return frozenset(found)


def _plain_loops(node: ast.AST) -> list[ast.For | ast.While]:
    loops: list[ast.For | ast.While] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTIONS) and (child.decorator_list or child.name in _TRACED):
            continue
        if isinstance(child, (ast.For, ast.While)):
            loops.append(child)
        loops += _plain_loops(child)
    return loops
