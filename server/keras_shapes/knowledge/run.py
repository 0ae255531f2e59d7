"""What the interpreter lends to a rule that must call something: an inner layer, a model, the user's function."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from ..values.layer import Layer, Model
from ..values.mismatch import Mismatch
from ..values.origin import Site
from ..values.reference import Ref

_T = TypeVar("_T")


class Run(Protocol):
    """Given to rules that ask for it by a keyword-only parameter `run`."""

    site: Site | None
    """The call that the rule answers."""

    def new(self, kind: str) -> Ref:
        """A reference to a cell that `update` makes."""

    def report(self, mismatch: Mismatch) -> Any:
        """Reports a contradiction without ending the call; gives the value to go on with."""

    def note_layer(self, layer: Layer, output: Any) -> None:
        """Records a layer's output where the layer was constructed."""

    def apply(self, target: Any, inputs: Any, *more: Any, **keywords: Any) -> Any:
        """Calls a layer or model (its reference) on inputs. Raises Mismatch where it cannot take them."""

    def resolve(self, ref: Any) -> Layer | Model | Any:
        """The layer or model that a reference stands for now; what is no reference as it is."""

    def update(self, ref: Ref, value: Any) -> None:
        """Changes what the reference stands for."""

    def change(self, old: Any, new: Any) -> None:
        """A value is changed in place: all that stands for it stands for the new one."""

    def forget_column(self, column: Any) -> None:
        """What is in a column of a table may have been changed: every table that has it knows its name alone."""

    def of_file(self, path: Any, read: Callable[..., _T], *arguments: Any) -> _T | None:
        """What `read(path, *arguments)` tells of the file that a path of the program names.

        None where it may not be looked at, is not there, is changed by the program, or `read` can make nothing of it.
        """

    def wrote(self, path: Any) -> None:
        """The program writes this file: what is on the disk tells nothing of what is read later."""

    def setting(self, name: str, default: Any) -> Any:
        """A setting of the whole program, such as "floatx"."""

    def set(self, name: str, value: Any) -> None:
        """Changes a setting."""

    def call(self, function: Any, *arguments: Any, **keywords: Any) -> Any:
        """Calls a function of the program."""

    def traced(self, function: Any, *arguments: Any) -> Any:
        """Calls a function of the program, and nothing else, as training does: once or often, if at all."""
