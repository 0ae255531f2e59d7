"""Which Python runs a validation, and what Keras it has: told by the file system, importing and starting nothing."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_KERAS = ("keras", "tensorflow", "tf_keras")
# Distributions that install the module of another name.
_DISTRIBUTIONS = {
    "tensorflow_cpu": "tensorflow", "tensorflow_gpu": "tensorflow", "tensorflow_macos": "tensorflow",
    "tensorflow_intel": "tensorflow", "tf_nightly": "tensorflow", "keras_nightly": "keras",
}  # fmt: skip
_METADATA = re.compile(r"(?P<name>[A-Za-z0-9_.]+)-(?P<version>[^-]+)\.(?:dist|egg)-info")
_ADVICE = (
    "Choose the Python that has TensorFlow or Keras in the setting `keras-shapes.interpreter` "
    "or with `--python PATH`, or install it there: pip install tensorflow"
)


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python, why it was chosen, and the versions of Keras and TensorFlow its metadata tells."""

    path: str
    origin: str
    versions: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_keras(self) -> bool:
        return any(name in self.versions for name in _KERAS)


class NoInterpreterError(Exception):
    """No Python with Keras; the message says what was looked at and how to choose one."""


def find_interpreter(setting: str | None, workspace: Path, environment: Mapping[str, str] | None = None) -> Interpreter:
    """The Python to validate with: the first candidate with Keras, the setting before all others.

    Raises NoInterpreterError.
    """
    environment = os.environ if environment is None else environment
    seen: list[Interpreter] = []
    for path, origin in _candidates(setting, workspace, environment):
        found = probe(path, origin)
        if found is not None:
            seen.append(found)
        # What the user set is never replaced by another behind his back.
        if origin == "the setting":
            break
        if found is not None and found.has_keras:
            return found
    if setting:
        return _only(setting, seen)
    looked = ", ".join(f"{each.path} ({each.origin})" for each in seen) or "none"
    raise NoInterpreterError(f"No Python with Keras was found; looked at: {looked}. {_ADVICE}")


def chosen_versions(setting: str, workspace: Path, environment: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """The versions of Keras and TensorFlow in the environment that was chosen for the workspace's programs.

    By the setting, in the workspace itself, or activated; a Python that merely stands on the PATH was not chosen.
    """
    environment = os.environ if environment is None else environment
    for path, origin in _candidates(setting or None, workspace, environment):
        if origin.endswith(("on PATH", "running Python")):
            break
        found = probe(path, origin)
        if found is not None and (found.has_keras or setting):
            return found.versions
    return {}


def _only(setting: str, seen: list[Interpreter]) -> Interpreter:
    if not seen:
        raise NoInterpreterError(f"The interpreter of the setting, {setting}, does not exist. {_ADVICE}")
    if not seen[0].has_keras and seen[0].versions:
        raise NoInterpreterError(f"{seen[0].path} has no Keras. {_ADVICE}")
    return seen[0]


def _candidates(setting: str | None, workspace: Path, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if setting:
        yield os.path.normpath(workspace / Path(setting).expanduser()), "the setting"
        return
    for name in (".venv", "venv"):
        yield str(workspace / name), f"{name} in the workspace"
    for variable in ("VIRTUAL_ENV", "CONDA_PREFIX"):
        if environment.get(variable):
            yield environment[variable], variable
    for name in ("python3", "python"):
        found = shutil.which(name, path=environment.get("PATH"))
        if found:
            yield found, f"{name} on PATH"
    yield sys.executable, "the running Python"


def probe(path: str, origin: str = "given") -> Interpreter | None:
    """The interpreter at `path` (a program or an environment's folder); None when there is none."""
    program = _program(Path(path))
    if program is None:
        return None
    return Interpreter(str(program), origin, _versions(program))


def _program(path: Path) -> Path | None:
    if path.is_dir():
        for inside in ("bin/python3", "bin/python", "Scripts/python.exe", "python.exe"):
            if (path / inside).is_file():
                return path / inside
        return None
    return path if path.is_file() and os.access(path, os.X_OK) else None


def _versions(program: Path) -> dict[str, str]:
    """Distribution → version of what matters here; "python" is there when the libraries' folders were found."""
    versions: dict[str, str] = {}
    for folder in _site_folders(program):
        versions.setdefault("python", _python_version(folder))
        try:
            names = os.listdir(folder)  # noqa: PTH208  # twice as quick as iterdir on a thousand entries
        except OSError:
            continue
        for match in filter(None, map(_METADATA.fullmatch, names)):
            name = match["name"].replace(".", "_").lower()
            name = _DISTRIBUTIONS.get(name, name)
            if name in _KERAS:
                versions.setdefault(name, match["version"])
    return versions


def _python_version(folder: Path) -> str:
    match = re.search(r"python(\d+\.\d+)", str(folder))
    return match[1] if match else ""


def _site_folders(program: Path) -> list[Path]:
    """Where the interpreter keeps installed libraries, as `site` works it out."""
    prefix = program.parent.parent if program.parent.name in ("bin", "Scripts") else program.parent
    settings = _venv_settings(prefix)
    folders = _below(prefix)
    if settings is None:  # no virtual environment: a link leads to the installation
        folders += _below(program.resolve().parent.parent) + _below(Path("/usr/local"))
    elif settings.get("include-system-site-packages", "").lower() == "true" and settings.get("home"):
        folders += _below(Path(settings["home"]).parent)
    if settings is None or settings.get("include-system-site-packages", "").lower() == "true":
        folders += _below(Path.home() / ".local")
    return list(dict.fromkeys(folders))


def _below(prefix: Path) -> list[Path]:
    patterns = ("lib/python3*/site-packages", "lib64/python3*/site-packages", "lib/python3*/dist-packages",
                "lib/python3/dist-packages", "Lib/site-packages")  # fmt: skip
    return [folder for pattern in patterns for folder in sorted(prefix.glob(pattern)) if folder.is_dir()]


def _venv_settings(prefix: Path) -> dict[str, str] | None:
    try:
        lines = (prefix / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    pairs = (line.partition("=") for line in lines)
    return {name.strip().lower(): value.strip() for name, _, value in pairs}
