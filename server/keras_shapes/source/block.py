"""A block: one top-level statement, the unit of parsing and of evaluation; and places inside blocks."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import tree

if TYPE_CHECKING:
    from astroid import nodes


class Block:
    """The text of one top-level statement (several where they share a line), and its tree, built when first needed.

    A block knows no absolute position: the document that holds it does. So an edit above leaves it, and all that
    was worked out from it, untouched. Blocks are compared by identity.
    """

    __slots__ = ("_statements", "_tree", "base", "lines")

    def __init__(self, lines: list[str], statements: list[ast.stmt], base: int) -> None:
        self.lines = lines
        self.base = base
        self._statements: list[ast.stmt] | None = statements
        self._tree: list[nodes.NodeNG] | None = None

    @property
    def body(self) -> list[nodes.NodeNG]:
        """astroid's nodes of the block's statements."""
        if self._tree is None:
            assert self._statements is not None
            self._tree = tree.build(self._statements)
            self._statements = None
        return self._tree

    def place(self, node: nodes.NodeNG) -> Place:
        """Where a node of this block's tree stands."""
        line, column = node.lineno, node.col_offset
        if line is None or column is None:
            return self.place(node.parent)
        end_line = node.end_lineno or line
        end_column = column if node.end_col_offset is None else node.end_col_offset
        return Place(self, line - self.base, column, end_line - self.base, end_column)

    def __repr__(self) -> str:
        return f"Block({self.lines[0]!r})" if self.lines else "Block()"


@dataclass(frozen=True, slots=True)
class Place:
    """A range inside a block: lines from the block's first, columns in UTF-8 bytes as Python's parser counts."""

    block: Block
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def text(self) -> str:
        """The source text of the range."""
        lines = [line.encode() for line in self.block.lines[self.line : self.end_line + 1]]
        if not lines:
            return ""
        lines[-1] = lines[-1][: self.end_column]
        lines[0] = lines[0][self.column :]
        return b"\n".join(lines).decode(errors="replace")

    def contains(self, other: Place) -> bool:
        return (
            self.block is other.block
            and (self.line, self.column) <= (other.line, other.column)
            and (other.end_line, other.end_column) <= (self.end_line, self.end_column)
        )
