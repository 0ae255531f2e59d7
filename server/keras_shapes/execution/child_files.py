"""Searches for files that find nothing say so, where they would have let the program go on with nothing.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter.
"""

# Paths are the user's own strings.
# ruff: noqa: PTH110

from __future__ import annotations

import functools
import glob
import os
import pathlib
import sys
from collections.abc import Callable
from typing import Any

_MARK = "__keras_shapes__"


def _stand_in(original: Any, replacement: Any) -> Any:
    functools.update_wrapper(replacement, original)
    setattr(replacement, _MARK, True)
    return replacement


def install(asked_by_library: Callable[[], bool]) -> None:
    """An empty list of files would become an empty array, and an error that is none of the program's.

    Libraries search as before: they do without what they do not find.
    """
    if hasattr(glob.glob, _MARK):
        return
    search, walk, path_search = glob.glob, os.walk, pathlib.Path.glob

    def find(pattern: Any, *args: Any, **kwargs: Any) -> Any:
        found = search(pattern, *args, **kwargs)
        if not found and not asked_by_library():
            raise FileNotFoundError(f"no files {pattern}")
        return found

    def go(top: Any, *args: Any, **kwargs: Any) -> Any:
        if not os.path.exists(top) and not asked_by_library():
            raise FileNotFoundError(f"no folder {top}")
        return walk(top, *args, **kwargs)

    def find_below(self: Any, pattern: Any, *args: Any, **kwargs: Any) -> Any:
        if not self.exists() and not asked_by_library():
            raise FileNotFoundError(f"no folder {self}")
        return path_search(self, pattern, *args, **kwargs)

    glob.glob = _stand_in(search, find)
    os.walk = _stand_in(walk, go)
    pathlib.Path.glob = _stand_in(path_search, find_below)  # type: ignore[method-assign]


def guard_opencv() -> None:
    """`cv2.imread` tells of a file that is not there by None, and something else fails later."""
    opencv = sys.modules.get("cv2")
    read = getattr(opencv, "imread", None)
    if read is None or hasattr(read, _MARK):
        return

    def imread(path: Any, *args: Any, **kwargs: Any) -> Any:
        image = read(path, *args, **kwargs)
        if image is None:
            raise FileNotFoundError(f"the image {path}")
        return image

    # A built-in function has no attributes to copy.
    setattr(imread, _MARK, True)
    setattr(opencv, "imread", imread)  # noqa: B010
