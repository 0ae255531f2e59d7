"""`make new KIND=… NAME=… [FILE=…]`: the skeleton of a rule, diagnostic, fix, format or feature, and of its test.

A layer's or function's signature is read from the installed library. The skeletons do nothing yet and their tests fail:
what is left to do is what they say.
"""

from __future__ import annotations

import importlib
import inspect
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from string import Template

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "server" / "keras_shapes"
TEMPLATES = Path(__file__).parent / "templates"

Files = dict[Path, str]

# Arguments that many layers have and that decide no shape.
SHAPELESS = re.compile(r"_(initializer|regularizer|constraint)$|^(recurrent_)?activation$|^seed$")


def layer(name: str, _: str) -> Files:
    """A layer of `keras.layers`, in the file that bears the name of Keras' own folder."""
    keras = importlib.import_module("keras")
    cls = getattr(keras.layers, name, None)
    if cls is None:
        raise ValueError(f"keras.layers has no {name}")
    *_, folder, module = cls.__module__.split(".")
    parameters = [
        p
        for p in inspect.signature(cls.__init__).parameters.values()
        if p.name != "self" and not SHAPELESS.search(p.name)
    ]
    required = ", ".join(f'"{p.name}": draw.choice((1, 2, 4))' for p in parameters if _is_required(p))
    words = {
        "name": name,
        "folder": folder,
        "parameters": _declared(parameters),
        "source": f"keras/src/layers/{folder}/{module}.py",
        "required": required,
    }
    file = PACKAGE / "knowledge" / "keras" / "layers" / f"{folder}.py"
    return {
        file: _with(file, "layer", words),
        ROOT / "tests" / "oracle" / f"test_layers_{module}.py": _filled("test_layer", words),
    }


def function(name: str, file_name: str) -> Files:
    """A function by its canonical name, such as numpy.tile; FILE says which file of the library's folder."""
    library, _, rest = name.rpartition(".")
    if not library:
        raise ValueError(f"{name}: give its canonical name, such as numpy.{name}")
    real = getattr(importlib.import_module(library), rest)
    words = {
        "name": name,
        "function": rest,
        "parameters": _declared(list(inspect.signature(real).parameters.values())),
        "dots": "." * (len(library.split(".")) + 2),
        "registry": "." * (len(library.split(".")) + 1),
        "library": library,
    }
    file = PACKAGE.joinpath("knowledge", *library.split("."), f"{file_name or rest}.py")
    test = f"test_{library.replace('.', '_')}_{rest}.py"
    return {
        file: _with(file, "function", words),
        ROOT / "tests" / "oracle" / test: _filled("test_function", words),
    }


def diagnostic(name: str, _: str) -> Files:
    """A rule by its code, such as input-rank, and a page of programs on which it speaks or is silent."""
    code = name.replace("_", "-")
    return {
        PACKAGE / "diagnostics" / f"{code.replace('-', '_')}.py": _filled("diagnostic", {}),
        ROOT / "tests" / "md" / f"{code}.md": _filled("test_diagnostic", {"name": code}),
    }


def fix(name: str, _: str) -> Files:
    """A fix, verb first: expand_dims."""
    module = name.replace("-", "_")
    return {
        PACKAGE / "fixes" / f"{module}.py": _filled("fix", {}),
        ROOT / "tests" / "fixes" / f"test_{module}.py": _filled("test_fix", {"kind": module.replace("_", "-")}),
    }


def format_(name: str, _: str) -> Files:
    """An output format of `keras-shapes check`."""
    return {
        PACKAGE / "cli" / "formats" / f"{name}.py": _filled("format", {"name": name}),
        ROOT / "tests" / "cli" / f"test_format_{name}.py": _filled("test_format", {"name": name}),
    }


def feature(name: str, _: str) -> Files:
    """A method of the protocol, such as textDocument/documentSymbol."""
    types = importlib.import_module("lsprotocol.types")
    constant = _snake(name.replace("/", "_")).upper()
    if getattr(types, constant, None) != name:
        raise ValueError("the protocol has no such method")
    last = _snake(name.rpartition("/")[2])
    parameters = types.METHOD_TO_TYPES[name][2].__name__
    words = {"method": name, "name": last, "constant": constant, "parameters": parameters}
    return {
        PACKAGE / "lsp" / "features" / f"{last}.py": _filled("feature", words),
        ROOT / "tests" / "lsp" / f"test_{last}.py": _filled("test_feature", words),
    }


KINDS: dict[str, Callable[[str, str], Files]] = {
    "layer": layer,
    "function": function,
    "diagnostic": diagnostic,
    "fix": fix,
    "format": format_,
    "feature": feature,
}


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).replace("-", "_").lower()


def _is_required(parameter: inspect.Parameter) -> bool:
    return parameter.default is parameter.empty and parameter.kind not in {
        parameter.VAR_KEYWORD,
        parameter.VAR_POSITIONAL,
    }


def _declared(parameters: list[inspect.Parameter]) -> str:
    """The parameters as a rule declares them: the same names, order and defaults, of any type."""
    words, starred = [], False
    for parameter in parameters:
        if parameter.kind is parameter.VAR_KEYWORD:
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            words.append("*")
        starred = starred or parameter.kind in {parameter.KEYWORD_ONLY, parameter.VAR_POSITIONAL}
        star = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
        default = "" if parameter.default is parameter.empty else f" = {_literal(parameter)!r}"
        words.append(f"{star}{parameter.name}: Any{default}")
    return ", ".join(words)


def _literal(parameter: inspect.Parameter) -> object:
    """Its default; None where that is no literal, as numpy's "no value"."""
    return parameter.default if isinstance(parameter.default, (bool, int, float, str, tuple)) else None


def _with(file: Path, template: str, words: dict[str, str]) -> str:
    """The file's text with the skeleton at its end; a new file begins with what skeletons of this kind import."""
    head = file.read_text(encoding="utf-8") if file.exists() else _filled(f"{template}_head", words)
    return f"{head.rstrip()}\n\n\n{_filled(template, words)}"


def _filled(template: str, words: dict[str, str]) -> str:
    return Template((TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")).substitute(words)


def main(kind: str, name: str, file: str = "") -> int:
    """Writes the files of a kind; ends with status 2 where the kind or name is wrong or a test is there already."""
    if kind not in KINDS or not name:
        print(f"usage: make new KIND={'|'.join(KINDS)} NAME=… [FILE=…]", file=sys.stderr)
        return 2
    try:
        files = KINDS[kind](name, file)
    except (ValueError, AttributeError, ImportError) as error:
        print(f"{kind} {name}: {error}", file=sys.stderr)
        return 2
    # A file of shape rules may hold others already; everything else is new.
    there = [
        path for path in files if path.exists() and not (kind in {"layer", "function"} and PACKAGE in path.parents)
    ]
    if there:
        print(f"{there[0].relative_to(ROOT)} is there already", file=sys.stderr)
        return 2
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
    python = [path for path in files if path.suffix == ".py"]
    subprocess.run([Path(sys.executable).with_name("ruff"), "format", "--quiet", *python], check=True)
    print(f"{len(files)} files; now make them say what is true, and then: make generate test")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
