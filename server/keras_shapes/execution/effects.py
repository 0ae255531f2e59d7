"""What one statement reads, binds and changes, by name: the facts a slice is cut by."""

from __future__ import annotations

import ast
import builtins
from dataclasses import dataclass

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)

# Methods that leave their object what it was, as far as shapes go.
_HARMLESS_METHODS = frozenset({
    "fit", "evaluate", "predict", "predict_on_batch", "train_on_batch", "test_on_batch", "fit_generator", "summary",
    "evaluate_generator", "predict_generator", "predict_classes", "get_layer", "get_weights", "astype", "reshape",
    "head", "describe", "info", "count", "keys", "values", "items", "format", "join", "split", "strip", "save",
})  # fmt: skip
# Methods that leave their object fitted: a scaler of no use before, and a model what it was.
_FITTING = frozenset({"fit", "fit_transform", "fit_resample", "partial_fit", "fit_generator"})
_HARMLESS_FUNCTIONS = frozenset({"print", "len", "range", "display", "type", "str", "repr", "sorted", "min", "max"})


@dataclass(frozen=True, slots=True)
class Effects:
    """Names a statement reads when it runs, those it binds, and those whose objects it may change in place.

    `later` are names that only the bodies of its functions read: needed when they are called. `fits` are those whose
    objects it fits to data.
    """

    reads: frozenset[str]
    later: frozenset[str]
    binds: frozenset[str]
    changes: frozenset[str]
    fits: frozenset[str] = frozenset()


def effects(statement: ast.stmt) -> Effects:
    """The effects of a statement in the module's scope."""
    collector = _Collector()
    collector.visit(statement)
    fitted = (root_name(c.func) for c in calls(statement) if method_name(c) in _FITTING)
    defines = isinstance(statement, (*FUNCTIONS, ast.ClassDef))
    return Effects(
        frozenset(collector.reads),
        frozenset(collector.later),
        frozenset(collector.binds),
        frozenset(collector.changes),
        frozenset() if defines else frozenset(name for name in fitted if name),
    )


def root_name(node: ast.expr) -> str | None:
    """`a` of `a.b[0].c(1)`."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call, ast.Starred)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else None


def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def method_name(call: ast.Call) -> str:
    """`fit` of `model.fit(…)` and of `fit(…)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


class _Collector(ast.NodeVisitor):
    def __init__(self) -> None:
        self.reads: set[str] = set()
        self.later: set[str] = set()
        self.binds: set[str] = set()
        self.changes: set[str] = set()

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            self.reads.add(node.id)
        else:
            self.binds.add(node.id)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.binds.add(node.name)
        for outside in (*node.decorator_list, *node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(outside)
        self.later |= _free_names(node)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815  # ast's names

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.later |= _free_names(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        inner = _Collector()
        for part in node.body:
            inner.visit(part)
        for outside in (*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)):
            self.visit(outside)
        self.reads |= inner.reads - inner.binds
        self.later |= inner.later
        self.binds.add(node.name)

    def _comprehension(self, node: ast.expr) -> None:
        inner = _Collector()
        inner.generic_visit(node)
        self.reads |= inner.reads - inner.binds
        self.later |= inner.later

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension  # noqa: N815

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            self.binds.add(alias.asname or alias.name.split(".")[0])

    visit_ImportFrom = visit_Import  # noqa: N815

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        # Unbound again after the handler: nobody else's name.
        inner = _Collector()
        inner.generic_visit(node)
        own = {node.name} if node.name else set()
        self.reads |= inner.reads - own
        self.later |= inner.later
        self.binds |= inner.binds
        self.changes |= inner.changes

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.generic_visit(node)
        name = root_name(node.target)
        if name:
            self.reads.add(name)
            self.changes.add(name)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        self._changed(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self._changed(node)

    def _changed(self, node: ast.Attribute | ast.Subscript) -> None:
        if not isinstance(node.ctx, ast.Load):
            name = root_name(node)
            if name:
                self.changes.add(name)
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        # A call for its own sake is made to change something: its object, or what it is given.
        if isinstance(node.value, ast.Call):
            call = node.value
            if isinstance(call.func, ast.Attribute):
                name = root_name(call.func)
                if name and call.func.attr not in _HARMLESS_METHODS:
                    self.changes.add(name)
            if method_name(call) not in _HARMLESS_FUNCTIONS | _HARMLESS_METHODS:
                self.changes |= {argument.id for argument in call.args if isinstance(argument, ast.Name)}
        self.generic_visit(node)


def _free_names(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> set[str]:
    body = function.body if isinstance(function.body, list) else [function.body]
    inner = _Collector()
    for part in body:
        inner.visit(part)
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    own = {argument.arg for argument in every if argument is not None} | inner.binds
    declared = {name for part in ast.walk(function) if isinstance(part, ast.Global) for name in part.names}
    return ((inner.reads | inner.later) - own | declared) - set(dir(builtins))
