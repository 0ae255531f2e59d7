"""What the interpreter lends to a rule that must call something: an inner layer, a model, the user's function."""

from __future__ import annotations

from typing import Any, Protocol

from ..values.layer import Layer, Model
from ..values.reference import Ref


class Run(Protocol):
    """Given to rules that ask for it by a keyword-only parameter `run`."""

    def apply(self, target: Any, inputs: Any, **keywords: Any) -> Any:
        """Calls a layer or model (its reference) on inputs. Raises Mismatch where it cannot take them."""

    def resolve(self, ref: Ref) -> Layer | Model | Any:
        """The layer or model that a reference stands for now."""

    def update(self, ref: Ref, value: Any) -> None:
        """Changes what the reference stands for."""

    def call(self, function: Any, *arguments: Any) -> Any:
        """Calls a function of the program."""
