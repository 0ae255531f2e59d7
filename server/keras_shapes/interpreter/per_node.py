"""What the text of a function says, read once: astroid walks its whole body for each question."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

_T = TypeVar("_T")


def per_node(question: Callable[[Any], _T]) -> Callable[[Any], _T]:
    """The answer is kept for as long as the node lives."""
    answers: WeakKeyDictionary[Any, _T] = WeakKeyDictionary()

    @wraps(question)
    def answer(node: Any) -> _T:
        if node not in answers:
            answers[node] = question(node)
        return answers[node]

    return answer
