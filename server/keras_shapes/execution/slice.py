"""Cuts a program down to the statements that its models and their data need, ready to be run."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from . import rewrite
from .effects import FUNCTIONS, Effects, calls, effects, method_name, root_name
from .synthesize import Binding, Sizes, made_up

# Modules that build and feed no model; any other may, the user's own among them.
_OTHERS = sys.stdlib_module_names | {
    "numpy", "pandas", "scipy", "sklearn", "cv2", "PIL", "skimage", "imageio", "h5py", "tqdm", "joblib", "absl", "nltk",
    "matplotlib", "seaborn", "plotly", "IPython", "google", "wandb", "mlflow", "gym", "gymnasium", "requests", "yaml",
}  # fmt: skip
# Libraries that take long to import, and that an importing process may be forked with.
HEAVY = ("numpy", "tensorflow", "keras", "tf_keras", "pandas", "sklearn", "scipy")
# Calls for their own sake that show or store things.
_SHOWING = frozenset({"print", "display", "pprint", "input", "exit", "quit"})
_STORING = frozenset({
    "save", "save_weights", "save_model", "export", "to_csv", "to_json", "to_pickle", "savez", "savez_compressed",
    "savetxt", "dump", "plot_model", "imwrite", "imsave", "imshow", "savefig", "show", "makedirs", "mkdir", "rmtree",
    "rename", "copyfile", "system", "download", "set_memory_growth", "set_visible_devices",
    "set_logical_device_configuration", "set_virtual_device_configuration",
})  # fmt: skip


# What these read, only the run tells.
_READS_ANYTHING = frozenset({"eval", "exec"})

_MOST_FEW_SAMPLES = 1000


class SliceError(Exception):
    """The program cannot be cut; the message says why."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement to execute: lines from 1, and by name what it needs, binds, may leave half done, and fits."""

    line: int
    end_line: int
    source: str
    # An `if 1:` stands before the source, for a statement that was indented.
    headed: bool
    needs: tuple[str, ...]
    binds: tuple[str, ...]
    changes: tuple[str, ...]
    fits: tuple[str, ...]
    made_up: tuple[tuple[str, str], ...]
    # Of what can be made up, the names whose element type is anyone's guess.
    guessed: tuple[str, ...] = ()
    # Whether it builds, feeds or uses something of Keras itself.
    root: bool = True


@dataclass(frozen=True, slots=True)
class Target:
    """The innermost statement that holds a line, and where to learn that it ran.

    `mark` is None when only the end of the whole top-level statement tells.
    """

    line: int
    end_line: int
    statement: int | None
    mark: int | None


@dataclass(frozen=True, slots=True)
class Slice:
    """What a child is given to run; `targets` stand in the order of the lines asked for."""

    text: str
    statements: tuple[Statement, ...]
    targets: tuple[Target, ...]
    imports: tuple[str, ...]
    # All names that the whole program binds, in whatever scope.
    names: tuple[str, ...]
    # How many classes made-up labels have: as many as the program's last Dense layer says.
    classes: int
    # Whether no number in the program may be a count of samples, so that data sets can be made small.
    few_samples: bool
    # Functions that nothing in the program calls, called all the same.
    called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    node: ast.stmt
    effects: Effects


def cut(text: str, lines: Sequence[int], bindings: Iterable[Binding] = (), without: Sequence[int] = ()) -> Slice:
    """The slice for all models of the program, with the statements at `lines` (from 0) always in it.

    The simple statements at the lines `without` (from 1) are left out, wherever they stand.

    Raises SliceError.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # the lines that Python counts
    try:
        tree = ast.parse(text)
        names = _names(tree)
        if without:
            text = rewrite.without(text, tree, without)
            tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise SliceError(f"the program cannot be parsed: {error}") from error
    nodes = [_innermost(tree, line + 1) for line in lines]
    top = _flat(tree.body)
    marked = [node for node in nodes if node is not None and node not in top]
    short = rewrite.insert(text, rewrite.rewrites(tree, marked))
    parts = [_Part(node, effects(node)) for node in top]
    roots, tainted = _roots(parts, [line + 1 for line in lines])
    called = _idle(parts, tainted, roots, [line + 1 for line in lines])
    kept = _kept(parts, roots | set(called))
    rewritten = _flat(ast.parse(short).body)
    kept_parts = [(parts[index], rewritten[index]) for index in kept]
    made = _statements(kept_parts, short, parts, list(bindings))
    statements = [replace(each, root=index in roots) for each, index in zip(made, kept, strict=True)]
    statements += [_call(statements[kept.index(index)]) for index in called]
    kept_nodes = [part.node for part, _ in kept_parts]
    targets = [_target(node, line + 1, marked, kept_nodes) for node, line in zip(nodes, lines, strict=True)]
    return Slice(
        short,
        tuple(statements),
        tuple(targets),
        _imports(tree),
        names,
        _classes(tree),
        _names_no_count(tree),
        tuple(name for index in called for name in parts[index].effects.binds),
    )


def _flat(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements, those under `if __name__ == "__main__"` among them as if they stood at the top."""
    flat: list[ast.stmt] = []
    for node in body:
        flat += _flat(node.body) if isinstance(node, ast.If) and _asks_for_main(node.test) else [node]
    return flat


def _asks_for_main(test: ast.expr) -> bool:
    return any(isinstance(node, ast.Name) and node.id == "__name__" for node in ast.walk(test))


def _classes(tree: ast.Module) -> int:
    widths = [2]
    for call in sorted(calls(tree), key=lambda call: (call.lineno, call.col_offset)):
        units = call.args[:1] or [keyword.value for keyword in call.keywords if keyword.arg == "units"]
        if method_name(call) == "Dense" and units and isinstance(units[0], ast.Constant):
            widths.append(units[0].value if isinstance(units[0].value, int) else 1)
    return max(widths[-1], 2)


def _names(tree: ast.Module) -> tuple[str, ...]:
    bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load)}
    return tuple(sorted(bound | {name for node in tree.body for name in effects(node).binds}))


def _names_no_count(tree: ast.Module) -> bool:
    numbers = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return all(number <= _MOST_FEW_SAMPLES for number in numbers if isinstance(number, int))


def _imports(tree: ast.Module) -> tuple[str, ...]:
    roots: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            roots |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            roots.add(node.module.split(".")[0])
    return tuple(name for name in HEAVY if name in roots)


def _innermost(tree: ast.Module, line: int) -> ast.stmt | None:
    """The smallest statement on a line; of several the first."""
    statements = (node for node in ast.walk(tree) if isinstance(node, ast.stmt))
    holders = [node for node in statements if node.lineno <= line <= (node.end_lineno or node.lineno)]
    return min(holders, key=_extent, default=None)


def _extent(node: ast.stmt) -> tuple[int, int]:
    return (node.end_lineno or node.lineno) - node.lineno, (node.end_col_offset or 0) - node.col_offset


def _target(node: ast.stmt | None, line: int, marked: list[ast.stmt], kept: list[ast.stmt]) -> Target:
    if node is None:
        return Target(line, line, None, None)
    holders = [i for i, each in enumerate(kept) if each.lineno <= node.lineno <= (each.end_lineno or each.lineno)]
    statement = holders[0] if holders else None
    number = next((i for i, each in enumerate(marked) if each is node and rewrite.mark(node, i)), None)
    end = node.end_lineno or node.lineno
    if isinstance(node, (*FUNCTIONS, ast.ClassDef, ast.For, ast.While, ast.If, ast.With, ast.Try)):
        end = max(node.lineno, node.body[0].lineno - 1)  # its body's errors are not its own
    return Target(node.lineno, end, statement, number)


def _kept(parts: list[_Part], roots: set[int]) -> list[int]:
    """Indexes of the statements that these need, closed backwards over what they read."""
    wanted = set(roots)
    needed: set[str] = set()
    for index in wanted:
        needed |= parts[index].effects.reads | parts[index].effects.later
    grown = True
    while grown:
        grown = False
        for index, part in enumerate(parts):
            gives = part.effects.binds | part.effects.changes | part.effects.fits
            if index not in wanted and gives & needed and not _only_shows(part, frozenset()):
                wanted.add(index)
                needed |= part.effects.reads | part.effects.later
                grown = True
    hidden = bool(needed & _READS_ANYTHING)
    imports = {index for index, part in enumerate(parts) if _always_matters(part.node) or (hidden and _is_import(part))}
    return sorted(wanted | imports)


def _is_import(part: _Part) -> bool:
    return isinstance(part.node, (ast.Import, ast.ImportFrom))


def _always_matters(node: ast.stmt) -> bool:
    """An import that binds who knows what, or of something that this version of Keras may no longer have."""
    if not isinstance(node, ast.ImportFrom):
        return False
    root = (node.module or "").split(".")[0]
    return node.names[0].name == "*" or root in ("__future__", "keras", "tensorflow", "tf_keras")


def _roots(parts: list[_Part], lines: list[int]) -> tuple[set[int], set[str]]:
    """Statements that build, feed or use something of Keras, found by following its names forwards; and those names."""
    tainted: set[str] = set()
    roots: set[int] = set()
    for index, part in enumerate(parts):
        node = part.node
        if any(node.lineno <= line <= (node.end_lineno or node.lineno) for line in lines):
            roots.add(index)
        if "exec" in part.effects.reads:  # it may bind whatever the rest needs
            roots.add(index)
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            tainted |= _model_names(node)
        elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            if (part.effects.reads | part.effects.later) & tainted:
                tainted.add(node.name)
        elif _calls_any(node, tainted) and not _only_shows(part, tainted):
            roots.add(index)
            tainted |= part.effects.binds
    return roots, tainted


def _idle(parts: list[_Part], tainted: set[str], roots: set[int], lines: list[int]) -> list[int]:
    """Functions that use Keras and need no arguments, and that nothing calls.

    All of them in a module that does nothing else; else those with one of `lines` in them.
    """
    used = {name for part in parts for name in part.effects.reads | part.effects.later}
    found = []
    for index, part in enumerate(parts):
        node = part.node
        if not isinstance(node, ast.FunctionDef) or node.name not in tainted - used or node.decorator_list:
            continue
        asked = any(node.lineno <= line <= (node.end_lineno or node.lineno) for line in lines)
        if not _needs_arguments(node) and (asked or not roots):
            found.append(index)
    return found


def _needs_arguments(node: ast.FunctionDef) -> bool:
    given = node.args
    return len(given.posonlyargs) + len(given.args) > len(given.defaults) or None in given.kw_defaults


def _call(function: Statement) -> Statement:
    source = f"{function.binds[0]}()"
    return Statement(function.line, function.line, source, False, function.binds, (), (), (), ())


def _model_names(node: ast.Import | ast.ImportFrom) -> set[str]:
    if isinstance(node, ast.ImportFrom):
        other = node.module is not None and not node.level and node.module.split(".")[0] in _OTHERS
        return set() if other else {alias.asname or alias.name for alias in node.names}
    roots = {alias.asname or alias.name.split(".")[0]: alias.name.split(".")[0] for alias in node.names}
    return {name for name, root in roots.items() if root not in _OTHERS}


def _calls_any(node: ast.AST, names: set[str] | frozenset[str]) -> bool:
    return any(root_name(call.func) in names for call in calls(node))


def _only_shows(part: _Part, tainted: set[str] | frozenset[str]) -> bool:
    """A call for its own sake that prints, plots or stores, and in doing so computes nothing of Keras."""
    node = part.node
    if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Call):
        return False
    name = method_name(node.value)
    if name in _STORING:
        return True
    arguments = [*node.value.args, *(keyword.value for keyword in node.value.keywords)]
    return name in _SHOWING and not any(_calls_any(argument, tainted) for argument in arguments)


def _statements(
    kept: list[tuple[_Part, ast.stmt]], text: str, parts: list[_Part], bindings: list[Binding]
) -> tuple[Statement, ...]:
    lines = [line + "\n" for line in text.split("\n")]
    later = {name: part.effects.later for part in parts for name in part.effects.binds if part.effects.later}
    sizes = Sizes()
    statements = []
    for part, node in kept:
        first, source, headed = _source(node, lines)
        end = node.end_lineno or node.lineno
        needs = part.effects.reads if isinstance(node, FUNCTIONS) else _with_functions(part.effects, later)
        bound = [each for each in bindings if node.lineno - 1 <= each.line < end and each.name in part.effects.binds]
        values = {each.name: made_up(each, sizes) for each in bound}
        statements.append(
            Statement(
                first,
                end,
                source,
                headed,
                tuple(sorted(needs)),
                tuple(sorted(part.effects.binds)),
                tuple(sorted(_half_done(node, part.effects))),
                tuple(sorted(part.effects.fits)),
                tuple((name, value) for name, value in values.items() if value is not None),
                tuple(each.name for each in bound if not each.dtype),
            )
        )
    return tuple(statements)


def _half_done(node: ast.stmt, own: Effects) -> frozenset[str]:
    """Names that are not what they should be after the statement failed."""
    one_value = isinstance(node, (ast.Assign, ast.AnnAssign))
    return own.binds if one_value else own.binds | own.changes


def _with_functions(own: Effects, later: dict[str, frozenset[str]]) -> set[str]:
    """What a statement reads, and what the functions it names read when they are called."""
    needs = set(own.reads | own.later)
    waiting = list(needs)
    while waiting:
        more = later.get(waiting.pop(), frozenset()) - needs
        needs |= more
        waiting += more
    return needs


def _source(node: ast.stmt, lines: list[str]) -> tuple[int, str, bool]:
    """The statement's first line and text, decorators included, under an `if 1:` when it is indented."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(each.lineno for each in decorators)])
    end = node.end_lineno or node.lineno
    taken = [line.encode() for line in lines[first - 1 : end]]
    taken[-1] = taken[-1][: node.end_col_offset]
    column = node.col_offset
    before = taken[0][:column].decode()
    if before.strip():  # shares its line with another statement
        taken[0] = taken[0][column:]
        before = ""
    source = b"".join(taken).decode()
    return (first, f"if 1:\n{source}", True) if before else (first, source, False)
