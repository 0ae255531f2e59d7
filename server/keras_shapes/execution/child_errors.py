"""What exceptions and values say: Keras' own words, the user's lines, shapes.

Stands alone (standard library, Python 3.8+), for it runs in the user's interpreter.
"""

from __future__ import annotations

import re
import sys
from typing import Any

_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_LONGEST_MESSAGE = 4000
# What these lack, where they are installed, the program asks for in vain.
_KERAS = ("keras", "tensorflow", "tf_keras")
_ARRAY_LIBRARIES = ("numpy", "tensorflow", "keras", "tf_keras", "jax", "jaxlib", "torch")


def clean_message(text: str) -> str:
    """The error's own words: no terminal colours, no wrapper, no list of the arguments received."""
    text = _ANSI.sub("", text).strip()
    text = re.split(r"\n\s*(?:Call arguments|Arguments) received by ", text)[0]
    if re.match(r"in user code:", text):
        inner = re.search(r"\n    (?:[\w.]+(?:Error|Exception|Exit)): (.*)\Z", text, re.DOTALL)
        text = inner.group(1) if inner else text
    text = re.sub(r"\A(?:Exception encountered when calling .*\n\s*\n?)+", "", text)
    if text.startswith("Graph execution error"):
        told = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith(("  ", "\t"))]
        told = [line for line in told if not re.match(r"Graph execution|Detected at|<stack|\d+ root|Hint:", line)]
        text = told[0] if told else text
    text = re.split(r"\n?\s*\[\[\{\{node ", text)[0]
    return re.sub(r"[ \t]*\n\s*", " ", text).strip()[:_LONGEST_MESSAGE]


def user_lines(error: BaseException, path: str) -> tuple[list[int], bool]:
    """The program's lines the error went through, outermost first, and whether it was raised in a library."""
    lines, step, library = [], error.__traceback__, False
    while step is not None:
        library = step.tb_frame.f_code.co_filename != path
        if not library:
            lines.append(step.tb_lineno)
        step = step.tb_next
    # A traced function's own frames are told in the message only. A graph's error tells where the graph was first
    # traced, which may have been for another call.
    _, traced, inside = str(error).partition("in user code:")
    told = re.findall(r'File "' + re.escape(path) + r'", line (\d+)', inside) if traced else []
    return lines + [int(line) for line in told], library


def kind_of(error: BaseException) -> str:
    """What an exception says of the program: an "error" of its own, or the surroundings' ("environment", …)."""
    name = type(error).__name__
    if isinstance(error, MemoryError) or name == "ResourceExhaustedError":
        return "memory"
    if isinstance(error, ImportError) and (error.name or "").split(".")[0] in _KERAS:
        return "error" if (error.name or "").split(".")[0] in sys.modules else "environment"
    surroundings = (ImportError, OSError, EOFError)
    if isinstance(error, surroundings) or name in ("NotFoundError", "PermissionDeniedError"):
        return "environment"
    return "error"


def missing_name(error: NameError) -> str:
    told = re.search(r"name '(\w+)' is not defined", str(error))
    return told.group(1) if told and type(error) is NameError else ""


def is_put_together(value: Any) -> bool:
    """Whether something is made step by step, and less than it should be after a step that failed."""
    frames = type(value).__module__.startswith("pandas")
    return frames or isinstance(value, (list, dict, set)) or hasattr(value, "get_weights")


def shape_of(value: Any) -> list[Any] | None:
    """[shape, dtype] of an array or tensor, None of anything else."""
    if type(value).__module__.split(".")[0] not in _ARRAY_LIBRARIES:
        return None
    try:
        shape = [None if size is None else int(size) for size in value.shape]
        return [shape, getattr(value.dtype, "name", str(value.dtype))]
    except Exception:
        return None
