"""Libraries that only show things, replaced by ones that take every call and do nothing.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
import types
from collections.abc import Iterator
from typing import Any

_PLOTS = (
    "matplotlib", "seaborn", "plotly", "pylab", "IPython", "ipywidgets", "visualkeras",
    "wandb", "mlflow", "google.colab",
)  # fmt: skip


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
        return iter((Plot(), Plot()))  # figure, axes = plt.subplots()

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __bool__(self) -> bool:
        return True


class PlotModule(types.ModuleType):
    """A plotting library that draws nothing."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Plot()


class PlotFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives a `PlotModule` for every library that only shows things."""

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        del path, target
        if any(fullname == name or fullname.startswith(name + ".") for name in _PLOTS):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: Any) -> Any:
        return PlotModule(spec.name)

    def exec_module(self, module: Any) -> None:
        module.__path__ = []


def install() -> None:
    """From now on every import of such a library gives the stand-in."""
    if not any(isinstance(finder, PlotFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, PlotFinder())
