"""Text → chunks: top-level statements as blocks, with what is half typed cut out and the rest kept whole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .block import Block
from .tree import parse

# A line that begins a top-level statement; else/except/… and closing brackets go on with one.
_STARTS = re.compile(r"(?!(?:else|elif|except|finally|case)\b)[^\s#)\]}]")
_MAX_JOINED_LINES = 400
_MAX_CUTS = 8


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines [line, end) of a source: a block, or (`error`) what could not be parsed.

    ghost: the block is the last good form of a broken statement; it lends its values but has no place in the text.
    """

    line: int
    end: int
    block: Block | None
    error: str = ""
    ghost: bool = False
    error_line: int = 0


def chunks(lines: list[str]) -> list[Chunk]:
    """The chunks of a whole text."""
    return _parsed(lines, 0, len(lines)) or _recovered(lines, 0, len(lines))


def _parsed(lines: list[str], start: int, end: int) -> list[Chunk] | None:
    """The chunks of lines [start, end) if they parse as they stand, else None."""
    if start > 0 and _blank(lines[start:end]):
        return []
    try:
        statements = parse("\n".join(lines[start:end])).body
    except SyntaxError:
        return None
    return list(_blocks(lines, start, statements))


def _blank(lines: Sequence[str]) -> bool:
    return all(not line or line.isspace() or line.lstrip().startswith("#") for line in lines)


def _blocks(lines: list[str], offset: int, statements: list[ast.stmt]) -> Iterator[Chunk]:
    """One block for each statement; those that share a line are one."""
    group: list[ast.stmt] = []
    first = last = 0
    for statement in statements:
        begin = min((d.lineno for d in getattr(statement, "decorator_list", ())), default=statement.lineno)
        if group and begin > last:
            yield _block(lines, offset, group, first, last)
            group = []
        if not group:
            first = begin
        group.append(statement)
        last = max(last, statement.end_lineno or begin)
    if group:
        yield _block(lines, offset, group, first, last)


def _block(lines: list[str], offset: int, statements: list[ast.stmt], first: int, last: int) -> Chunk:
    start, end = offset + first - 1, offset + last
    return Chunk(start, end, Block(lines[start:end], statements, first))


def update(old: list[str], before: Sequence[Chunk], new: list[str]) -> list[Chunk]:
    """The chunks of `new`, given those of `old`: only what differs is parsed again."""
    prefix = _common(old, new)
    suffix = _common(old[prefix:][::-1], new[prefix:][::-1])
    delta = len(new) - len(old)
    head = [c for c in before if c.end <= prefix and not c.error and not c.ghost]
    tail = [c for c in before if c.line >= len(old) - suffix and not c.error and not c.ghost]
    kept = set(map(id, head)) | set(map(id, tail))
    touched = [c for c in before if id(c) not in kept]
    # Broken text further away may be mended by this edit (a bracket or quote that closes), so it is tried with it.
    if touched:
        head = [c for c in head if c.end <= touched[0].line]
        tail = [c for c in tail if c.line >= touched[-1].end]
    if delta:
        tail = [replace(c, line=c.line + delta, end=c.end + delta) for c in tail]
    result = _region(new, head, tail)
    if result is not None:
        return result
    start, end = _between(head, tail, new)
    ghosts = [c.block for c in touched if c.block and (c.ghost or (c.line < len(old) - suffix and c.end > prefix))]
    return head + _haunted(_recovered(new, start, end), ghosts, prefix, len(new) - suffix) + tail


def _common(a: list[str], b: list[str]) -> int:
    limit = min(len(a), len(b))
    if a[:limit] == b[:limit]:
        return limit
    low, high = 0, limit
    while low < high:  # bisect on slices: comparing lists of equal objects is C's work
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _between(head: list[Chunk], tail: list[Chunk], lines: list[str]) -> tuple[int, int]:
    return (head[-1].end if head else 0), (tail[0].line if tail else len(lines))


def _region(lines: list[str], head: list[Chunk], tail: list[Chunk]) -> list[Chunk] | None:
    """head + what lies between, parsed + tail; with a neighbour or both drawn in where it does not parse alone."""
    for more_before, more_after in ((0, 0), (1, 0), (0, 1), (1, 1)):
        if more_before > len(head) or more_after > len(tail):
            continue
        left, right = head[: len(head) - more_before], tail[more_after:]
        found = _parsed(lines, *_between(left, right, lines))
        if found is not None:
            return left + found + right
    return None


def _haunted(found: list[Chunk], old: list[Block], first: int, last: int) -> list[Chunk]:
    """Chunks that the edit of lines [first, last) broke get the blocks they were, as ghosts."""
    whole = {"\n".join(c.block.lines) for c in found if c.block is not None}
    ghosts = [b for b in old if "\n".join(b.lines) not in whole]
    result: list[Chunk] = []
    for chunk in found:
        if chunk.error and ghosts and chunk.line <= last and chunk.end >= first:
            result += [Chunk(chunk.line, chunk.line, ghost, ghost=True) for ghost in ghosts]
            ghosts = []
        result.append(chunk)
    return result


def _recovered(lines: list[str], start: int, end: int) -> list[Chunk]:
    """The chunks of lines that do not parse as a whole."""
    # A decorator begins the statement that its function belongs to.
    starts = [i for i in range(start, end) if _STARTS.match(lines[i]) and not (i > start and lines[i - 1][:1] == "@")]
    if not starts or starts[0] > start:
        starts.insert(0, start)
    result: list[Chunk] = []
    index = 0
    while index < len(starts):
        found, used = _longest_needed(lines, starts, index, end)
        result += found
        index += used
    return result


def _longest_needed(lines: list[str], starts: list[int], index: int, end: int) -> tuple[list[Chunk], int]:
    """The statement that begins at starts[index], joined with as few following lines as make it whole."""
    begin = starts[index]
    for used in range(1, len(starts) - index + 1):
        stop = starts[index + used] if index + used < len(starts) else end
        try:
            return list(_blocks(lines, begin, parse("\n".join(lines[begin:stop])).body)), used
        except SyntaxError as problem:
            if not _unfinished(problem) or stop - begin > _MAX_JOINED_LINES:
                break
    stop = starts[index + 1] if index + 1 < len(starts) else end
    return _cut(lines, begin, stop), 1


def _unfinished(problem: SyntaxError) -> bool:
    message = problem.msg or ""
    return any(sign in message for sign in ("never closed", "unterminated", "EOF", "expected an indented block"))


def _cut(lines: list[str], start: int, end: int) -> list[Chunk]:
    """A compound statement with its broken lines cut out; a plain one is all broken."""
    text = list(lines[start:end])
    errors: list[Chunk] = []
    for _ in range(_MAX_CUTS):
        try:
            statements = parse("\n".join(text)).body
        except SyntaxError as problem:
            line = min(max((problem.lineno or 1) - 1, 0), len(text) - 1)
            while line > 0 and not text[line].strip():
                line -= 1
            errors.append(Chunk(start + line, start + line + 1, None, problem.msg or "invalid syntax"))
            if line == 0 or not text[line].strip() or text[line].strip() == "pass":
                break
            indent = text[line][: len(text[line]) - len(text[line].lstrip())]
            text[line] = f"{indent}pass"
        else:
            found = [replace(c, line=c.line + start, end=c.end + start) for c in _blocks(text, 0, statements)]
            return sorted(found + errors, key=lambda c: c.line)
    first = errors[0] if errors else Chunk(start, end, None, "invalid syntax")
    return [Chunk(start, end, None, first.error, error_line=first.line)]
