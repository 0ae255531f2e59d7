"""Every setting once: its name, default, words and allowed values.

`pyproject.toml`, the editor and the command line's flags are merged here, in that order; `package.json`, the README's
table and the JSON schema are generated from here. Inside Python a setting is `snake_case`; outside it is `camelCase`
(`diagnosticMode`), and `kebab-case` (`diagnostic-mode`) as well, since that is what `pyproject.toml` files look like.
"""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SECTION = "keras-shapes"
LEVELS = ("error", "warning", "information", "hint", "off")

# `trace.server` belongs to the editor's own language client; it arrives with the rest and is not ours to judge.
_CLIENT_KEYS = frozenset({"trace.server"})


def _option(default: object, doc: str, *, run_code: bool = False, **schema: object) -> Any:
    """A field with its page; `run_code` marks what could make a file's opening execute something."""
    kinds = {bool: "boolean", str: "string", int: "integer", tuple: "array", dict: "object"}
    schema = {"type": kinds[type(default)], "default": _plain(default), "markdownDescription": doc, **schema}
    metadata = {"schema": schema, "run_code": run_code}
    if isinstance(default, dict):
        return field(default_factory=dict, hash=False, metadata=metadata)
    return field(default=default, metadata=metadata)


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


_STRING = {"type": "string"}


@dataclass(frozen=True, slots=True)
class Validation:
    """Limits of really running the user's model; nothing here runs before it is asked for."""

    enable: bool = _option(True, "Allow *Validate by running*. Never in an untrusted workspace.", run_code=True)
    on_save: bool = _option(
        False, "Validate a file by running its models each time it is saved, not only when asked.", run_code=True
    )
    timeout_seconds: int = _option(
        60, "How long a validation may take, in seconds.", run_code=True, minimum=1, maximum=3600
    )
    memory_megabytes: int = _option(
        4096,
        "How much memory a validation may take, in megabytes. TensorFlow alone needs about 1,000.",
        run_code=True,
        minimum=1024,
        maximum=1_048_576,
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may decide. The defaults are what a user who never opens the settings gets."""

    enable: bool = _option(True, "Check Keras code and show shapes.")
    run: str = _option(
        "onType",
        "When files are checked.",
        enum=["onType", "onSave"],
        enumDescriptions=["Check while you type.", "Check when a file is saved."],
    )
    diagnostic_mode: str = _option(
        "openFilesOnly",
        "Which files findings are reported for.",
        enum=["openFilesOnly", "workspace"],
        enumDescriptions=["Report findings in open files.", "Report findings in every file of the workspace."],
    )
    severity: Mapping[str, str] = _option(
        {},
        'The level of a rule, by its code: `{"unnormalized-input": "information"}`.',
        additionalProperties={"type": "string", "enum": list(LEVELS)},
    )
    select: tuple[str, ...] = _option((), "The only rules to report, by code. Empty: every rule.", items=_STRING)
    ignore: tuple[str, ...] = _option((), "Rules not to report, by code.", items=_STRING)
    exclude: tuple[str, ...] = _option((), "Files and folders not to check, as glob patterns.", items=_STRING)
    inlay_hints: str = _option(
        "all",
        "Where shapes such as `(None, 26, 26, 32)` are shown in the text.",
        enum=["all", "layers", "off"],
        enumDescriptions=["After layers and array variables.", "After layers only.", "Nowhere."],
    )
    code_lens: bool = _option(
        True, "Show layers, parameters and shapes above each model, with *Validate by running* and *Show model*."
    )
    interpreter: str = _option(
        "",
        "The Python that has your Keras, for *Validate by running*. Empty: the Python extension's environment, `.venv` "
        "or `venv` in the workspace, `VIRTUAL_ENV`, then `PATH`. `~` and `${workspaceFolder}` are replaced.",
        run_code=True,
    )
    validation: Validation = Validation()
    data_files: bool = _option(
        True,
        "Read what data files of the workspace say of themselves, where the program names one: the headers of `.npy`, "
        "`.npz`, HDF5 and pictures, the columns and rows of a CSV, the names of class folders.",
    )
    log_level: str = _option(
        "info", "How much the server writes to the log.", enum=["error", "warning", "info", "debug"]
    )

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object], *, trusted: bool = True) -> tuple[Settings, list[str]]:
        """The defaults with `mapping` laid over them, and what was wrong with `mapping`; see `merge`."""
        return cls().merge(mapping, trusted=trusted)

    @classmethod
    def from_pyproject(cls, path: Path, *, trusted: bool = True) -> tuple[Settings, list[str]]:
        """The defaults with the table `[tool.keras-shapes]` of the file at `path` laid over them.

        Raises OSError where the file cannot be read and ValueError where it is not TOML in UTF-8.
        """
        settings, problems = cls().merge(read_pyproject(path), trusted=trusted)
        return settings, [f"{path}: {problem}" for problem in problems]

    def merge(self, mapping: Mapping[str, object], *, trusted: bool = True) -> tuple[Settings, list[str]]:
        """These settings with those of `mapping` laid over them; a wrong value keeps the old one and is told of.

        `mapping` is nested or has dotted keys, with or without the outer `keras-shapes`; null stands for "not set".
        Where `trusted` is false, nothing in it can choose an interpreter or touch validation.
        """
        inner = mapping.get(SECTION)
        given, problems = dict(_flat(inner if isinstance(inner, Mapping) else mapping)), list[str]()
        known = {_key(path): (path, spec) for path, spec in _options()}
        changes: dict[tuple[str, ...], object] = {}
        for name, value in given.items():
            key = _key(tuple(name.split(".")))
            if key in _CLIENT_KEYS or value is None:
                continue
            if key not in known:
                problems.append(f"{name}: there is no such setting")
                continue
            path, spec = known[key]
            problem = _complaint(value, spec.metadata["schema"])
            if spec.metadata["run_code"] and not trusted:
                problems.append(f"{name}: ignored, since the workspace is not trusted")
            elif problem:
                problems.append(f"{name}: {problem}")
            else:
                changes[path] = tuple(value) if isinstance(value, list) else value
        return self._with(changes), problems

    def _with(self, changes: Mapping[tuple[str, ...], object]) -> Settings:
        validation = {path[1]: value for path, value in changes.items() if len(path) == 2}
        own: dict[str, Any] = {path[0]: value for path, value in changes.items() if len(path) == 1}
        if validation:
            own["validation"] = dataclasses.replace(self.validation, **validation)  # type: ignore[arg-type]
        return dataclasses.replace(self, **own)


def json_schema() -> dict[str, dict[str, object]]:
    """Each setting's outside name, such as `validation.onSave`, to its JSON schema, in the order of the dataclass."""
    return {_camel(path): dict(spec.metadata["schema"]) for path, spec in _options()}


def restricted() -> list[str]:
    """The outside names of the settings that a workspace cannot change before it is trusted."""
    return [_camel(path) for path, spec in _options() if spec.metadata["run_code"]]


def read_pyproject(path: Path) -> Mapping[str, object]:
    """The table `[tool.keras-shapes]`, empty where there is none.

    Raises OSError where the file cannot be read and ValueError where it is not TOML in UTF-8.
    """
    table = _toml(path).get("tool", {}).get(SECTION, {})
    return table if isinstance(table, Mapping) else {}


def read_settings(path: Path) -> Mapping[str, object]:
    """The settings in any TOML file: those of `[tool.keras-shapes]`, else of a file of nothing but settings.

    Raises as `read_pyproject` does.
    """
    return read_pyproject(path) if path.name == "pyproject.toml" or "tool" in _toml(path) else _toml(path)


def _toml(path: Path) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return table


def find_pyproject(start: Path) -> Path | None:
    """The nearest `pyproject.toml` in the folder `start` or above it."""
    return next((file for folder in (start, *start.parents) if (file := folder / "pyproject.toml").is_file()), None)


def _options() -> Iterator[tuple[tuple[str, ...], dataclasses.Field[Any]]]:
    for spec in dataclasses.fields(Settings):
        if spec.name == "validation":
            yield from ((("validation", inner.name), inner) for inner in dataclasses.fields(Validation))
        else:
            yield (spec.name,), spec


def _flat(mapping: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """`{"validation": {"enable": x}}` as `validation.enable`; the rule names in `severity` stay together."""
    for name, value in mapping.items():
        if isinstance(value, Mapping) and name in {"validation", "trace"}:
            yield from _flat(value, f"{name}.")
        else:
            yield f"{prefix}{name}", value


def _camel(path: tuple[str, ...]) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), ".".join(path))


def _key(path: tuple[str, ...]) -> str:
    """The one spelling in which `timeoutSeconds`, `timeout-seconds` and `timeout_seconds` meet."""
    return re.sub(r"[-_]", "", ".".join(path)).lower()


_PYTHON_TYPES: dict[str, type] = {"boolean": bool, "string": str, "integer": int, "array": list, "object": Mapping}


def _complaint(value: object, schema: Mapping[str, Any]) -> str | None:
    """What is wrong with `value`, and what is allowed; None where nothing is."""
    kind = schema["type"]
    # In Python True is an integer; in JSON it is not.
    if not isinstance(value, _PYTHON_TYPES[kind]) or (kind == "integer" and isinstance(value, bool)):
        return f"expected {_article(kind)}, found {value!r}"
    if "enum" in schema and value not in schema["enum"]:
        return f"expected one of {', '.join(schema['enum'])}, found {value!r}"
    if isinstance(value, int) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return f"expected {schema['minimum']} to {schema['maximum']}, found {value}"
    inner = schema.get("items") or schema.get("additionalProperties")
    entries = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, list) else ()
    wrong = ((name, _complaint(entry, inner)) for name, entry in entries if inner)
    return next((f"{name}: {problem}" for name, problem in wrong if problem), None)


def _article(kind: str) -> str:
    return f"{'an' if kind[0] in 'aio' else 'a'} {kind}"
