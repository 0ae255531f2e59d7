"""Libraries that only show things, replaced by ones that take every call and do nothing.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter.
"""

from __future__ import annotations

import dis
import importlib.abc
import importlib.machinery
import sys
import sysconfig
import types
from collections.abc import Iterator
from typing import Any

_PLOTS = (
    "matplotlib", "seaborn", "plotly", "pylab", "IPython", "ipywidgets", "visualkeras",
    "wandb", "mlflow", "google.colab",
)  # fmt: skip
_LIBRARIES = tuple({sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")})


def _names_to_fill() -> int:
    """How many names the statement that asks unpacks to: `count, edges, bars = plt.hist(x)`."""
    frame = sys._getframe(2)
    code, at = frame.f_code.co_code, frame.f_lasti
    return code[at + 1] if dis.opname[code[at]] == "UNPACK_SEQUENCE" else 2


class Plot:
    """Takes every call, attribute and operator, and does nothing."""

    def __init__(self, *_: Any, **__: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Plot()

    def __call__(self, *_: Any, **__: Any) -> Any:
        return Plot()

    def __getitem__(self, _: Any) -> Any:
        return Plot()

    def __setitem__(self, *_: Any) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        return iter([Plot() for _ in range(_names_to_fill())])

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __bool__(self) -> bool:
        return True

    def _is_not(self, _: object) -> bool:
        return False

    # Libraries ask for versions, even where a program has imported the stand-in for them.
    __lt__ = __le__ = __gt__ = __ge__ = _is_not


class PlotModule(types.ModuleType):
    """A plotting library that draws nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Plot()


def asked_by_library() -> bool:
    """Whether what the caller does was asked for by an installed library: it tests what it has, and can do without."""
    frame: types.FrameType | None = sys._getframe(2)
    while frame is not None and "importlib" in frame.f_code.co_filename:
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename.startswith(_LIBRARIES)


class PlotFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a `PlotModule` for every library that only shows things."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        del path, target
        if any(fullname == name or fullname.startswith(name + ".") for name in _PLOTS) and not asked_by_library():
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: Any) -> Any:
        return PlotModule(spec.name)

    def exec_module(self, module: Any) -> None:
        module.__path__ = []


class BarFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives progress bars that only iterate, where none are installed."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        del path, target
        if fullname in ("tqdm", "tqdm.auto", "tqdm.notebook"):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: Any) -> Any:
        return types.ModuleType(spec.name)

    def exec_module(self, module: Any) -> None:
        module.__path__ = []
        bars = {"tqdm": lambda steps=(), *_, **__: steps, "trange": lambda *steps, **_: range(*steps)}
        vars(module).update(bars, tqdm_notebook=bars["tqdm"])


def install() -> None:
    """From now on every import of such a library gives the stand-in."""
    if any(isinstance(finder, PlotFinder) for finder in sys.meta_path):
        return
    sys.meta_path.insert(0, PlotFinder())
    sys.meta_path.append(BarFinder())
